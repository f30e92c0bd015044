using NanoFirmware.Documents;
using NanoFirmware.Jam;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/jam: what is played together, in which room, how it is shown here; /api/jam/events: messages to it.</summary>
internal sealed class JamController : Controller
{
    private readonly JamDoor _door;

    public JamController(JamDoor door) => _door = door;

    private JamReel Reel => _door.HasReel ? _door.Reel : null;

    public override void Handle(Request request, Reply reply)
    {
        string part = request.Segment(2);
        if (request.SegmentCount > 3 || (part != null && part != "events"))
        {
            reply.NotFound("unknown path: use /api/jam, /api/jam/events or /api/jam/recording");
        }
        else if (part == "events")
        {
            HandleEvents(request, reply);
        }
        else if (request.IsRead)
        {
            Write(reply, _door.Jam, Reel);
        }
        else if (request.IsWrite)
        {
            Change(request, reply);
        }
        else
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
    }

    private void HandleEvents(Request request, Reply reply)
    {
        if (!request.IsWrite)
        {
            reply.MethodNotAllowed("POST, PUT");
            return;
        }

        var reader = new JamReader(new JsonReader());
        string problem = reader.Read(request.Body, request.BodyStart, request.BodyLength);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        _door.Jam.Session.Do(reader.Edits, JamSession.Own, NowUs);
        reply.BeginObject();
        reply.Field("taken", reader.Edits.Count);
        reply.EndObject();
    }

    private void Change(Request request, Reply reply)
    {
        JamDevice jam = _door.Jam;
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyStart, request.BodyLength);
        var change = new JamChange(jam);
        string problem = change.Read(json);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        change.Apply();
        Write(reply, jam, Reel);
    }

    private static void Write(Reply reply, JamDevice jam, JamReel reel)
    {
        reply.BeginObject();
        reply.Field("room", jam.Session.Room);
        reply.Field("name", jam.Session.Name);
        ControlsDocument.WriteFields(reply, jam.Controls);
        reply.Field("played", jam.Player.Steps);
        reply.Field("taken", jam.Session.Taken);
        reply.Field("refused", jam.Session.Refused);
        reply.Name("recording");
        reply.BeginObject();
        JamRecordingController.WriteFields(reply, reel);
        reply.EndObject();
        reply.Name("network");
        reply.BeginObject();
        reply.Field("sent", jam.Link.Sent);
        reply.Field("heard", jam.Link.Heard);
        reply.Field("faults", jam.Link.Faults);
        reply.Field("lastFault", jam.Link.LastFault ?? string.Empty);
        reply.EndObject();
        JamWriter.WriteState(reply, jam.Session, NowUs);
        reply.EndObject();
    }

    private static long NowUs => (long)HighResTimer.GetCurrent();
}
