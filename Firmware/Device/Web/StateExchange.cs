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

        StateChange change = NewChange(lenient);
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            if (!change.Has(json.Text))
            {
                if (!lenient)
                {
                    return "unknown field: use " + change.Names;
                }

                json.Skip();
                continue;
            }

            string problem = change.ReadGroup(json);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        change.Apply();
        return change.Count > 0 || lenient ? null : "no control given: use " + change.Names + ", each an object of controls";
    }

    /// <summary>A change of all groups that wants nothing yet.</summary>
    /// <param name="lenient">Passes over what this firmware does not know.</param>
    public StateChange NewChange(bool lenient)
    {
        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = Change(i);
            changes[i].Lenient = lenient;
        }

        return new StateChange(_names, changes);
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

    private ControlsChange Change(int group) =>
        new ControlsChange(_groups[group], group < _palettes.Length ? _palettes[group] : null);
}
