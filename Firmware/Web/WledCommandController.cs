using NanoFirmware.Control;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// /win and /reset: WLED's older interface, which changes by GET. Who may is the dispatcher's to say, as of every change.
/// </summary>
internal sealed class WledCommandController
{
    private readonly Device _device;

    public WledCommandController(Device device) => _device = device;

    /// <summary>Whether the first piece of a path is of this interface.</summary>
    public static bool Is(string piece) => piece == "reset" || WledCommand.Is(piece);

    public void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 1)
        {
            reply.NotFound("unknown path: WLED's commands are one piece, as in /win&A=128");
        }
        else if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else if (request.Segment(0) == "reset")
        {
            HandleReset(request, reply);
        }
        else
        {
            HandleCommand(request, reply);
        }
    }

    private void HandleReset(Request request, Reply reply)
    {
        if (!request.IsHead)
        {
            RestartSoon();
        }

        reply.BeginObject();
        reply.Field("success", true);
        reply.EndObject();
    }

    private void HandleCommand(Request request, Reply reply)
    {
        var command = new WledCommand(_device, request.Segment(0));
        if (request.IsHead || !WledCommand.IsChange(request.Segment(0)) || Obey(command, reply))
        {
            reply.ContentType = "text/xml";
            if (!command.IsSilent)
            {
                Write(reply);
            }
        }
    }

    // False when the reply says why not, and nothing has changed.
    private bool Obey(WledCommand command, Reply reply)
    {
        int slot = command.SavesTo;
        if (slot > 0 && !WriteGuard.Allows(_device.Budget, reply))
        {
            return false;
        }

        command.Apply();
        if (slot > 0 && !Save(slot))
        {
            _device.Budget.GiveBack();
        }

        if (command.Restarts)
        {
            RestartSoon();
        }

        return true;
    }

    private bool Save(int slot)
    {
        string name = _device.Presets.NameOf(slot) ?? "Preset " + slot.ToString();
        PresetDocument present = _device.Presets.Present(name);
        bool isOther = !_device.Presets.Holds(slot, present);
        if (isOther)
        {
            _device.Presets.Put(slot, present);
        }

        return isOther;
    }

    private void RestartSoon()
    {
        _device.Settings.Flush();
        Restart.Soon();
    }

    // Brightness, both colours, what this device has not, effect, speed, intensity, palette, and so on: of the first segment.
    private void Write(Reply reply)
    {
        int[] values = _device.ChannelA.Controls.Values;
        bool isOwn = PaletteCatalog.IsCustom(values[ChannelControls.PaletteIndex]);
        reply.Text("<?xml version=\"1.0\" ?><vs>");
        Write(reply, "ac", _device.Master.Power ? _device.Master.Brightness : 0);
        for (int part = 0; part < 3; part++)
        {
            Write(reply, "cl", isOwn ? _device.ChannelA.Custom.Stops[part] : 255);
        }

        reply.Text("<cs>0</cs><cs>0</cs><cs>0</cs><ns>0</ns><nr>0</nr><nl>0</nl><nf>0</nf><nd>60</nd><nt>0</nt>");
        Write(reply, "fx", values[ChannelControls.PatternIndex]);
        Write(reply, "sx", values[ChannelControls.SpeedIndex]);
        Write(reply, "ix", values[ChannelControls.ParameterIndex]);
        Write(reply, "fp", values[ChannelControls.PaletteIndex]);
        reply.Text("<wv>-1</wv><ws>0</ws>");
        Write(reply, "ps", _device.Presets.Current);
        reply.Text("<cy>0</cy><ds>");
        WriteEscaped(reply, _device.Hotspot.Name ?? "nanoFirmware");
        reply.Text("</ds><ss>0</ss></vs>");
    }

    private static void Write(Reply reply, string name, int value)
    {
        reply.Text("<" + name + ">");
        reply.Number(value);
        reply.Text("</" + name + ">");
    }

    private static void WriteEscaped(Reply reply, string text)
    {
        int begin = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '&' || c == '<' || c == '>')
            {
                reply.Text(text.Substring(begin, i - begin));
                reply.Text(c == '&' ? "&amp;" : "&#" + ((int)c).ToString() + ";");
                begin = i + 1;
            }
        }

        reply.Text(text.Substring(begin));
    }
}
