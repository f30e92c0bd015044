using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>Marks as JSON: one as an object, several as <c>{"marks": [{…}, …]}</c>.</summary>
internal sealed class MarksDocument
{
    private const string Name = "marks";

    private const string ListAllowed = "marks must be a list of 1 to 24 objects";

    private readonly int _leds;

    /// <param name="leds">Pixels of the strip that shows them.</param>
    public MarksDocument(int leds) => _leds = leds;

    /// <summary>What was read, as <see cref="MarkControls"/> numbers it.</summary>
    public readonly int[][] Values = new int[Marks.Most][];

    /// <summary>How many.</summary>
    public int Count;

    /// <summary>Reads a body. What is wrong, or null.</summary>
    public string Read(byte[] body, int length)
    {
        var json = new JsonReader();
        json.Begin(body, length);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        if (json.Next() == JsonToken.Name && json.Text == Name)
        {
            problem = ReadList(json);
            problem = problem == null && json.Next() != JsonToken.EndObject ? json.Problem ?? "marks must stand alone" : problem;
        }
        else
        {
            json.Begin(body, length);
            json.Next();
            problem = ReadOne(json);
        }

        return problem == null && json.Next() != JsonToken.End ? json.Problem : problem;
    }

    /// <summary>Writes the marks that are alive into the object that is open; null for none.</summary>
    public void Write(JsonWriter json, Marks alive)
    {
        json.Field("most", Marks.Most);
        json.Name(Name);
        json.BeginArray();
        if (alive != null)
        {
            Write(json, alive.List());
        }

        json.EndArray();
    }

    private void Write(JsonWriter json, MarkList marks)
    {
        var controls = new MarkControls(_leds);
        for (int mark = 0; mark < marks.Count; mark++)
        {
            json.BeginObject();
            for (int i = 0; i < controls.Controls.Length; i++)
            {
                json.Name(controls.Controls[i].Name);
                ControlsDocument.WriteValue(json, controls.Controls[i], marks.Value(mark, i));
            }

            json.Field("leftMs", marks.LeftMs(mark));
            json.EndObject();
        }
    }

    private string ReadList(JsonReader json)
    {
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? ListAllowed;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            string problem = Count < Marks.Most ? ReadOne(json) : ListAllowed;
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndArray && Count > 0 ? null : json.Problem ?? ListAllowed;
    }

    // Stands behind the bracket.
    private string ReadOne(JsonReader json)
    {
        var controls = new MarkControls(_leds);
        var change = new ControlsChange(controls, null);
        string problem = change.Read(json, -1);
        if (problem == null && change.Count == 0)
        {
            problem = "no field given: use " + controls.Names;
        }

        problem = problem ?? change.Conflict();
        if (problem == null)
        {
            change.Store();
            Values[Count] = controls.Values;
            Count++;
        }

        return problem;
    }
}
