using NanoFirmware.Control;
using NanoFirmware.Health;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>
/// /json and /presets.json: the device as a WLED of two segments, so that WLED's apps and Home Assistant find their way.
/// docs/wled.md.
/// </summary>
internal sealed partial class WledController
{
    private readonly Device _device;
    private readonly Supervisor _supervisor;

    public WledController(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    public void Handle(Request request, Reply reply)
    {
        bool isPresets = request.Segment(0) != "json";
        if (
            request.SegmentCount > (isPresets ? 1 : 2)
                || (request.IsWrite && request.SegmentCount == 2 && !IsPart(request.Segment(1))))
        {
            reply.NotFound("unknown path: WLED's form is at /json");
        }
        else if (request.IsWrite && !isPresets)
        {
            Store(request, reply);
        }
        else if (!request.IsRead)
        {
            reply.MethodNotAllowed(isPresets ? "GET" : "GET, POST, PUT");
        }
        else if (isPresets)
        {
            WritePresets(reply);
        }
        else
        {
            Answer(reply, request.Segment(1));
        }
    }

    // WLED's clients post what they want to any of these.
    private static bool IsPart(string name) =>
        name == "state" || name == "info" || name == "si" || name == "eff" || name == "effects" || name == "pal"
            || name == "palettes";

    private void Store(Request request, Reply reply)
    {
        var change = new WledChange(_device);
        string problem = change.Read(request);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        change.Apply();
        if (change.WantsState)
        {
            WriteState(reply);
            return;
        }

        reply.BeginObject();
        reply.Field("success", true);
        reply.EndObject();
    }

    private void Answer(Reply reply, string part)
    {
        switch (part)
        {
            case "state":
                WriteState(reply);
                return;
            case "info":
                WriteInfo(reply);
                return;
            case "eff":
            case "effects":
                WriteNames(reply, Effects());
                return;
            case "pal":
            case "palettes":
                WriteNames(reply, PaletteCatalog.Names());
                return;
            case "si":
            case null:
                break;
            default:
                reply.NotFound("unknown path: use /json, /json/state, info, si, effects or palettes");
                return;
        }

        reply.BeginObject();
        reply.Name("state");
        WriteState(reply);
        reply.Name("info");
        WriteInfo(reply);
        if (part == null)
        {
            reply.Name("effects");
            WriteNames(reply, Effects());
            reply.Name("palettes");
            WriteNames(reply, PaletteCatalog.Names());
        }

        reply.EndObject();
    }

    // What either strip may show: on a grid there are more.
    private string[] Effects()
    {
        string[] ofA = _device.ChannelA.Controls.Controls[ChannelControls.PatternIndex].Choices;
        string[] ofB = _device.ChannelB.Controls.Controls[ChannelControls.PatternIndex].Choices;
        return ofB.Length > ofA.Length ? ofB : ofA;
    }
}
