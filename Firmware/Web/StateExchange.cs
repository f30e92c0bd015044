using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>All controls of the device as one document, <c>{"a": {…}, "b": {…}, "global": {…}}</c>, in and out.</summary>
internal sealed class StateExchange
{
    private readonly ControlSet _a;
    private readonly ControlSet _b;
    private readonly ControlSet _global;

    public StateExchange(ControlSet a, ControlSet b, ControlSet global)
    {
        _a = a;
        _b = b;
        _global = global;
    }

    /// <summary>Grows with every change of any control.</summary>
    public int Version => _a.Version + _b.Version + _global.Version;

    /// <summary>Writes the three groups into the object that is open.</summary>
    public void WriteFields(Reply reply)
    {
        Write(reply, "a", _a);
        Write(reply, "b", _b);
        Write(reply, "global", _global);
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

        var a = new ControlsChange(_a) { Lenient = lenient };
        var b = new ControlsChange(_b) { Lenient = lenient };
        var global = new ControlsChange(_global) { Lenient = lenient };
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            ControlsChange change = json.Text == "a" ? a : json.Text == "b" ? b : json.Text == "global" ? global : null;
            string problem = change == null ? Unknown(json, lenient) : ReadGroup(json, change);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token == JsonToken.Bad || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        if (!lenient && a.Count + b.Count + global.Count == 0)
        {
            return "no control given: use a, b and global, each an object of controls";
        }

        a.Apply();
        b.Apply();
        global.Apply();
        return null;
    }

    /// <summary>Sets every control to what it is after a factory reset.</summary>
    public void Reset()
    {
        Reset(_a);
        Reset(_b);
        Reset(_global);
    }

    private static void Write(Reply reply, string name, ControlSet controls)
    {
        reply.Name(name);
        reply.BeginObject();
        ControlsExchange.WriteFields(reply, controls);
        reply.EndObject();
    }

    private static string ReadGroup(JsonReader json, ControlsChange change) =>
        json.Next() == JsonToken.BeginObject ? change.Read(json, -1) : json.Problem ?? "a, b and global must be objects of controls";

    private static string Unknown(JsonReader json, bool lenient)
    {
        if (!lenient)
        {
            return "unknown field: use a, b or global";
        }

        return json.Skip() ? null : json.Problem;
    }

    private static void Reset(ControlSet controls)
    {
        var change = new ControlsChange(controls);
        change.WantInitial();
        change.Apply();
    }
}
