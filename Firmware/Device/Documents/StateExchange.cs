using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>Several groups of controls as one document, <c>{"a": {…}, "b": {…}, …}</c>, in and out.</summary>
internal sealed class StateExchange
{
    private readonly string[] _names;
    private readonly ControlSet[] _groups;
    private readonly CustomPalette[] _palettes;
    private readonly ChannelLayout[] _layouts;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="groups">The groups, in the same order.</param>
    /// <param name="palettes">The palettes that belong to the first groups, as "colours" in their objects.</param>
    /// <param name="layouts">The layouts that belong to the first groups, as "layout" there; none where they are no part of the
    /// document.</param>
    public StateExchange(string[] names, ControlSet[] groups, CustomPalette[] palettes, params ChannelLayout[] layouts)
    {
        _layouts = layouts;
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
    public void WriteFields(JsonWriter json)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            json.Name(_names[i]);
            json.BeginObject();
            if (i < _layouts.Length)
            {
                // First of all: on a grid there are more patterns.
                LayoutDocument.Write(json, _layouts[i]);
            }

            ControlsDocument.WriteFields(json, _groups[i]);
            if (i < _palettes.Length)
            {
                ColoursDocument.Write(json, "colours", _palettes[i]);
            }

            json.EndObject();
        }
    }

    /// <summary>Reads a client's document and stores it, all or nothing. What is wrong, or null.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string Read(byte[] bytes, int start, int length) => Read(bytes, start, length, Tolerance.Nothing);

    /// <summary>The same for what another version may have kept.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public string Read(byte[] bytes, int start, int length, Tolerance tolerance)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        StateChange change = NewChange(tolerance);
        string problem = ReadGroups(json, change);
        if (problem == null && change.Count == 0)
        {
            problem = "no control given: use " + change.Names + ", each an object of controls";
        }

        problem = problem ?? change.Conflict();
        if (problem == null)
        {
            change.Apply();
        }

        return problem;
    }

    /// <summary>
    /// Reads what was stored, perhaps by another version, and takes over what is known and sound. What was not taken over, as a
    /// sentence; null when that is nothing.
    /// </summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string ReadStored(byte[] bytes, int start, int length)
    {
        var json = new JsonReader { IsLenient = true };
        json.Begin(bytes, start, length);
        StateChange change = NewChange(Tolerance.Anything);
        string problem = ReadGroups(json, change);
        change.Apply();
        if (problem != null)
        {
            return "not read to its end: " + problem;
        }

        return change.PassedOver == 0
            ? null
            : "not taken over: " + change.PassedOver.ToString() + " of its fields; " + change.FirstPassedOver;
    }

    /// <summary>A change of all groups that wants nothing yet.</summary>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public StateChange NewChange(Tolerance tolerance)
    {
        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = new ControlsChange(_groups[i], i < _palettes.Length ? _palettes[i] : null);
            changes[i].Layout = i < _layouts.Length ? new LayoutChange(_layouts[i]) : null;
        }

        return new StateChange(_names, changes, tolerance);
    }

    /// <summary>Sets every control to what it is after a factory reset.</summary>
    public void Reset()
    {
        StateChange change = NewChange(Tolerance.Nothing);
        change.WantInitial();
        change.Apply();
    }

    private static string ReadGroups(JsonReader json, StateChange change)
    {
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = change.Has(json.Text) ? change.ReadGroup(json) : change.PassOver(json, string.Empty);
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject && json.Next() == JsonToken.End ? null : json.Problem;
    }
}
