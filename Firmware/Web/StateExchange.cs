using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>Several groups of controls as one document, <c>{"a": {…}, "b": {…}, …}</c>, in and out.</summary>
internal sealed class StateExchange
{
    private readonly string[] _names;
    private readonly ControlSet[] _groups;
    private readonly CustomPalette[] _palettes;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="groups">The groups, in the same order.</param>
    /// <param name="palettes">The palettes that belong to the first groups, as "colours" in their objects.</param>
    public StateExchange(string[] names, ControlSet[] groups, CustomPalette[] palettes)
    {
        _names = names;
        _groups = groups;
        _palettes = palettes;
    }

    /// <summary>Grows with every change of any control or palette.</summary>
    public int Version
    {
        get
        {
            int version = 0;
            for (int i = 0; i < _groups.Length; i++)
            {
                version += _groups[i].Version;
            }

            for (int i = 0; i < _palettes.Length; i++)
            {
                version += _palettes[i].Version;
            }

            return version;
        }
    }

    /// <summary>Writes the groups into the object that is open.</summary>
    public void WriteFields(Reply reply)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            reply.Name(_names[i]);
            reply.BeginObject();
            ControlsExchange.WriteFields(reply, _groups[i]);
            if (i < _palettes.Length)
            {
                ColoursExchange.Write(reply, "colours", _palettes[i]);
            }

            reply.EndObject();
        }
    }

    /// <summary>Reads a whole document and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="lenient">Passes over what this firmware does not know.</param>
    public string Read(byte[] bytes, int start, int length, bool lenient)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = Change(i);
            changes[i].Lenient = lenient;
        }

        string problem = ReadGroups(json, changes, lenient);
        if (problem != null)
        {
            return problem;
        }

        int count = 0;
        for (int i = 0; i < changes.Length; i++)
        {
            count += changes[i].Count;
            changes[i].Apply();
        }

        return count > 0 || lenient ? null : "no control given: use " + Names + ", each an object of controls";
    }

    /// <summary>Sets every control to what it is after a factory reset.</summary>
    public void Reset()
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            ControlsChange change = Change(i);
            change.WantInitial();
            change.Apply();
        }
    }

    private string Names
    {
        get
        {
            string names = _names[0];
            for (int i = 1; i < _names.Length; i++)
            {
                names = names + (i < _names.Length - 1 ? ", " : " or ") + _names[i];
            }

            return names;
        }
    }

    private ControlsChange Change(int group) =>
        new ControlsChange(_groups[group], group < _palettes.Length ? _palettes[group] : null);

    private string ReadGroups(JsonReader json, ControlsChange[] changes, bool lenient)
    {
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int index = IndexOf(json.Text);
            if (index < 0 && !lenient)
            {
                return "unknown field: use " + Names;
            }

            if (index < 0)
            {
                json.Skip();
                continue;
            }

            string problem = json.Next() == JsonToken.BeginObject
                ? changes[index].Read(json, -1)
                : json.Problem ?? Names + " must be an object of controls";
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject && json.Next() == JsonToken.End ? null : json.Problem;
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
