using NanoFirmware.Documents;

namespace NanoFirmware.Jam;

/// <summary>What a document wants of a jam's room, name and lights: read and checked first, stored afterwards.</summary>
internal sealed class JamChange
{
    /// <summary>The group of the lights' controls in the file.</summary>
    public const string GroupName = "jam";

    private const int RoomLength = 6;
    private const int MostNameLength = 24;
    private const string RoomField = "room";
    private const string NameField = "name";
    private const string Allowed = "use room, name, a, b, blend or decayMs, one of them at least";

    private readonly JamDevice _jam;
    private readonly ControlsChange _controls;
    private string _room;
    private string _name;

    public JamChange(JamDevice jam)
    {
        _jam = jam;
        _controls = new ControlsChange(jam.Controls, null);
        _room = jam.Session.Room;
        _name = jam.Session.Name;
    }

    /// <summary>Reads a document. What is wrong with it, or null.</summary>
    public string Read(JsonReader json)
    {
        string problem = json.EnterBody();
        int fields = 0;
        JsonToken token = JsonToken.Bad;
        for (token = problem == null ? json.Next() : token; token == JsonToken.Name; token = json.Next())
        {
            problem = ReadField(json);
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

    /// <summary>Stores it.</summary>
    public void Apply()
    {
        _controls.Store();
        _jam.Player.MakeLights();
        _jam.Enter(_room, _name);
    }

    /// <summary>
    /// Writes what the change leads to, as the file holds it: room and name first, where they are not the usual ones.
    /// </summary>
    public void Write(JsonWriter json)
    {
        json.BeginObject();
        WriteName(json, RoomField, _room);
        WriteName(json, NameField, _name == _jam.UsualName ? null : _name);
        json.Name(GroupName);
        json.BeginObject();
        JamControls controls = _jam.Controls;
        for (int i = 0; i < controls.Values.Length; i++)
        {
            json.Name(controls.Controls[i].Name);
            int value = _controls.Has(i) ? _controls.ValueOf(i) : controls.Values[i];
            ControlsDocument.WriteValue(json, controls.Controls[i], value);
        }

        json.EndObject();
        json.EndObject();
    }

    /// <summary>Writes what is, as a request would say it; a name only where it is not the usual one.</summary>
    public static void WritePresent(JsonWriter json, JamDevice jam)
    {
        json.BeginObject();
        json.Field(RoomField, jam.Session.Room);
        WriteName(json, NameField, jam.Session.Name == jam.UsualName ? null : jam.Session.Name);
        ControlsDocument.WriteFields(json, jam.Controls);
        json.EndObject();
    }

    private string ReadField(JsonReader json)
    {
        if (json.Text == RoomField)
        {
            JsonToken token = json.Next();
            _room = token == JsonToken.Text ? json.Text.ToUpper() : null;
            bool isRoom = token == JsonToken.Null || (token == JsonToken.Text && IsRoom(_room));
            return isRoom ? null : json.Problem ?? "room must be six letters or digits, or null for none";
        }

        if (json.Text == NameField)
        {
            bool isName = json.Next() == JsonToken.Text && json.Text.Length > 0 && json.Text.Length <= MostNameLength;
            _name = isName ? json.Text : _name;
            return isName ? null : json.Problem ?? "name must be a text of 1 to 24 characters";
        }

        return _controls.Knows(json.Text) ? _controls.ReadNamed(json) : Allowed;
    }

    private static void WriteName(JsonWriter json, string name, string text)
    {
        if (text != null)
        {
            json.Field(name, text);
        }
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
}
