using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/controls: what there is to set, so that a client need not know it beforehand.</summary>
internal sealed class ControlsController : Controller
{
    private readonly Device _device;

    public ControlsController(Device device) => _device = device;

    public override void Handle(Request request, Reply reply)
    {
        reply.BeginObject();
        WriteGroup(reply, "channel", Longer().Controls);
        WriteGroup(reply, "global", _device.Master);
        WriteGroup(reply, "audio", _device.Audio.Controls);
        WriteGroup(reply, "live", _device.Live.Controls);
        WriteInitial(reply);
        reply.EndObject();
    }

    // Both channels have the same controls; the offset reaches over the strip, so the longer one's tells all that may be asked
    // for.
    private Channel Longer()
    {
        Channel a = _device.ChannelA;
        Channel b = _device.ChannelB;
        return b.Output.Strip.Leds > a.Output.Strip.Leds ? b : a;
    }

    // As /api/state has it, and takes it: both channels have the same controls, and start with another look.
    private void WriteInitial(Reply reply)
    {
        StateChange initial = _device.State.NewChange(Tolerance.Nothing);
        initial.WantInitial();
        reply.Name("initial");
        reply.BeginObject();
        initial.WriteFields(reply);
        reply.EndObject();
    }

    private static void WriteGroup(Reply reply, string name, ControlSet controls)
    {
        reply.Name(name);
        reply.BeginArray();
        for (int i = 0; i < controls.Controls.Length; i++)
        {
            Write(reply, controls.Controls[i]);
        }

        reply.EndArray();
    }

    private static void Write(Reply reply, ControlSpec control)
    {
        reply.BeginObject();
        reply.Field("name", control.Name);
        if (control.Kind == ControlKind.Switch)
        {
            reply.Field("kind", "switch");
        }
        else if (control.Kind == ControlKind.Button)
        {
            reply.Field("kind", "button");
        }
        else if (control.Kind == ControlKind.Number)
        {
            reply.Field("kind", "number");
            reply.Field("min", control.Min);
            reply.Field("max", control.Max);
        }
        else
        {
            reply.Field("kind", "choice");
            WriteChoices(reply, control);
        }

        reply.EndObject();
    }

    // Patterns and palettes have paths of their own, with more than their names.
    private static void WriteChoices(Reply reply, ControlSpec control)
    {
        if (control.Name == "pattern" || control.Name == "palette")
        {
            return;
        }

        reply.Name("choices");
        reply.BeginArray();
        for (int i = 0; i < control.Choices.Length; i++)
        {
            reply.Value(control.Choices[i]);
        }

        reply.EndArray();
    }
}
