using NanoFirmware.Documents;
using NanoFirmware.Jam;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/jam: what is played together, in which room, how it is shown here; /api/jam/events: messages to it.</summary>
internal sealed class JamController : Controller
{
    private const int RoomLength = 6;
    private const int MostNameLength = 24;
    private const string RoomField = "room";
    private const string NameField = "name";

    private const string Allowed = "use room, name, a, b, blend or decayMs, one of them at least";

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
        var change = new ControlsChange(jam.Controls, null);
        string room = jam.Session.Room;
        string name = jam.Session.Name;
        string problem = Read(request, change, ref room, ref name);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        change.Store();
        jam.Player.MakeLights();
        jam.Enter(room, name);
        Write(reply, jam, Reel);
    }

    private static string Read(Request request, ControlsChange change, ref string room, ref string name)
    {
        var json = new JsonReader();
        json.Begin(request.Body, request.BodyStart, request.BodyLength);
        string problem = json.EnterBody();
        int fields = 0;
        JsonToken token = JsonToken.Bad;
        for (token = problem == null ? json.Next() : token; token == JsonToken.Name; token = json.Next())
        {
            problem = ReadField(json, change, ref room, ref name);
            if (problem != null)
            {
                return problem;
            }

            fields++;
        }

        if (problem != null || token != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return problem ?? json.Problem;
        }

        return fields == 0 ? Allowed : null;
    }

    private static string ReadField(JsonReader json, ControlsChange change, ref string room, ref string name)
    {
        if (json.Text == RoomField)
        {
            JsonToken token = json.Next();
            room = token == JsonToken.Text ? json.Text.ToUpper() : null;
            bool isRoom = token == JsonToken.Null || (token == JsonToken.Text && IsRoom(room));
            return isRoom ? null : json.Problem ?? "room must be six letters or digits, or null for none";
        }

        if (json.Text == NameField)
        {
            bool isName = json.Next() == JsonToken.Text && json.Text.Length > 0 && json.Text.Length <= MostNameLength;
            name = isName ? json.Text : name;
            return isName ? null : json.Problem ?? "name must be a text of 1 to 24 characters";
        }

        return change.Knows(json.Text) ? change.ReadNamed(json) : Allowed;
    }

    private static bool IsRoom(string room)
    {
        for (int i = 0; i < room.Length; i++)
        {
            char c = room[i];
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9'))
            {
                return false;
            }
        }

        return room.Length == RoomLength;
    }

    private static void Write(Reply reply, JamDevice jam, JamReel reel)
    {
        reply.BeginObject();
        reply.Field(RoomField, jam.Session.Room);
        reply.Field(NameField, jam.Session.Name);
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
