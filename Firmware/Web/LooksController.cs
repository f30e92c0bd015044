using NanoFirmware.Documents;
using NanoFirmware.Looks;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/playlist, /api/nightlight and /api/schedule: looks that come by themselves.</summary>
internal sealed class LooksController : Controller
{
    private const int PartAt = 2;

    private readonly LooksSet _looks;

    public LooksController(Device device, string name)
    {
        Name = name;
        _looks = LooksSet.Of(device);
    }

    /// <summary>Whether it answers for that name.</summary>
    public static bool Is(string name) => name == "playlist" || name == "nightlight" || name == "schedule";

    public override void Handle(Request request, Reply reply)
    {
        if (Name == "playlist")
        {
            HandleGroup(request, reply, _looks.Playlist.Controls);
        }
        else if (Name == "nightlight")
        {
            HandleGroup(request, reply, _looks.Nightlight.Controls);
        }
        else
        {
            HandleSchedule(request, reply);
        }
    }

    private void HandleGroup(Request request, Reply reply, Control.ControlSet controls)
    {
        string part = request.Segment(PartAt);
        if (request.SegmentCount > PartAt + 1)
        {
            reply.NotFound("unknown path: a control has no parts");
        }
        else if (part == null && request.IsRead && request.Fields == null)
        {
            Write(reply, controls);
        }
        else
        {
            ControlsExchange.Handle(request, reply, controls, part);
        }
    }

    // A digit is a line of it; anything else one of its controls.
    private void HandleSchedule(Request request, Reply reply)
    {
        string part = request.Segment(PartAt);
        bool isLine = part != null && part.Length == 1 && part[0] >= '1' && part[0] < '1' + Schedule.Events;
        if (!isLine)
        {
            HandleGroup(request, reply, _looks.Schedule.Controls);
        }
        else if (request.SegmentCount > PartAt + 2)
        {
            reply.NotFound("unknown path: a control has no parts");
        }
        else
        {
            ControlsExchange.Handle(request, reply, _looks.Schedule.Lines[part[0] - '1'], request.Segment(PartAt + 1));
        }
    }

    private void Write(Reply reply, Control.ControlSet controls)
    {
        reply.BeginObject();
        ControlsDocument.WriteFields(reply, controls);
        if (Name == "playlist")
        {
            reply.Field("now", _looks.Playlist.Now);
        }
        else if (Name == "nightlight")
        {
            reply.Field("leftS", _looks.Nightlight.LeftS((long)(HighResTimer.GetCurrent() / 1000)));
        }
        else
        {
            WriteSchedule(reply);
        }

        reply.EndObject();
    }

    private void WriteSchedule(Reply reply)
    {
        WallClock clock = _looks.Schedule.Clock;
        long utcS = clock.UtcS;
        reply.Field("epoch", utcS);
        reply.Field("tz", clock.ZoneName);
        reply.Field("minuteOfDay", utcS == 0 ? -1 : (int)((utcS + clock.OffsetAt(utcS)) % 86400 / 60));
        reply.Field("done", _looks.Schedule.Count);
        reply.Field("faults", _looks.Faults);
        reply.Name("events");
        reply.BeginArray();
        for (int i = 0; i < Schedule.Events; i++)
        {
            reply.BeginObject();
            ControlsDocument.WriteFields(reply, _looks.Schedule.Lines[i]);
            reply.EndObject();
        }

        reply.EndArray();
    }
}
