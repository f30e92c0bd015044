using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>Several groups of controls as one document, <c>{"a": {…}, "b": {…}, …}</c>, in and out.</summary>
internal sealed class StateExchange
{
    private readonly string[] _names;
    private readonly ControlSet[] _groups;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="groups">The groups, in the same order.</param>
    public StateExchange(string[] names, ControlSet[] groups)
    {
        _names = names;
        _groups = groups;
    }

    /// <summary>Grows with every change of any control.</summary>
    public int Version
    {
        get
        {
            int version = 0;
            for (int i = 0; i < _groups.Length; i++)
            {
                version += _groups[i].Version;
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
            reply.EndObject();
        }
    }

    /// <summary>Reads a whole document and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="lenient">Passes over what this firmware does not know.</param>
    public string Read(byte[] bytes, int length, bool lenient)
    {
        var json = new JsonReader();
        json.Begin(bytes, length);
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
        }

        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = new ControlsChange(_groups[i]) { Lenient = lenient };
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
            var change = new ControlsChange(_groups[i]);
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
