using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>What a document wants of one group of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed class ControlsChange
{
    private readonly ControlSet _controls;
    private readonly int[] _values;
    private readonly bool[] _chosen;
    private readonly CustomPalette _palette;
    private byte[] _stops;
    private int _stopCount;

    /// <param name="controls">The group.</param>
    /// <param name="palette">The palette whose stops are part of it, as "colours"; null for none.</param>
    public ControlsChange(ControlSet controls, CustomPalette palette)
    {
        _controls = controls;
        _palette = palette;
        _values = new int[controls.Values.Length];
        _chosen = new bool[_values.Length];
    }

    /// <summary>
    /// Passes over names and values that this firmware does not have: what another version stored must not be lost for one of them.
    /// </summary>
    public bool Lenient;

    /// <summary>Fields that were read.</summary>
    public int Count;

    /// <summary>Stores what was read, all at once.</summary>
    public void Apply()
    {
        if (_stopCount > 0)
        {
            _palette.Set(_stops, _stopCount);
        }

        if (Count > 0)
        {
            _controls.Apply(_values, _chosen);
        }
    }

    /// <summary>Wants every control as it is after a factory reset.</summary>
    public void WantInitial()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Choose(i, _controls.Controls[i].Initial);
        }

        if (_palette != null)
        {
            _stops = CustomPalette.Initial();
            _stopCount = CustomPalette.MinStops;
        }
    }

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    /// <param name="json">Stands behind the opening bracket.</param>
    /// <param name="only">Index of the one control whose "value" the object is; −1 for members with the controls' names.</param>
    public string Read(JsonReader json, int only)
    {
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int depth = json.Depth;
            string problem = ReadMember(json, only);
            if (json.Problem != null || (problem != null && !Lenient))
            {
                return json.Problem ?? problem;
            }

            json.Leave(depth);
        }

        return json.Problem;
    }

    private string ReadMember(JsonReader json, int only)
    {
        if (only >= 0)
        {
            return json.Text == "value" ? ReadValue(json, only) : "unknown field: use value";
        }

        if (_palette != null && json.Text == "colours")
        {
            _stops = new byte[CustomPalette.MaxStops * 3];
            string problem = ColoursExchange.Read(json, "colours", _stops, out int count);
            _stopCount = problem == null ? count : 0;
            Count += problem == null ? 1 : 0;
            return problem;
        }

        int index = _controls.IndexOf(json.Text);
        if (index >= 0)
        {
            return ReadValue(json, index);
        }

        if (Lenient)
        {
            json.Skip();
        }

        return "unknown control: use " + _controls.Names;
    }

    private string ReadValue(JsonReader json, int index)
    {
        ControlSpec control = _controls.Controls[index];
        JsonToken token = json.Next();
        if (token == JsonToken.Bad)
        {
            return json.Problem;
        }

        int value;
        bool valid = token == JsonToken.BeginObject
            ? ReadRelative(json, control, _controls.Values[index], out value)
            : ReadAbsolute(json, token, control, out value);
        if (!valid || value < control.Min || value > control.Max)
        {
            return json.Problem ?? control.Name + " must be " + control.Allowed;
        }

        Choose(index, value);
        return null;
    }

    private void Choose(int index, int value)
    {
        _values[index] = value;
        _chosen[index] = true;
        Count++;
    }

    private static bool ReadAbsolute(JsonReader json, JsonToken token, ControlSpec control, out int value)
    {
        switch (control.Kind)
        {
            case ControlKind.Switch:
                value = token == JsonToken.True ? 1 : token == JsonToken.False ? 0 : json.Integer;
                return token == JsonToken.True || token == JsonToken.False || token == JsonToken.Integer;
            case ControlKind.Choice:
                value = token == JsonToken.Text ? control.IndexOfChoice(json.Text) : json.Integer;
                return token == JsonToken.Text || token == JsonToken.Integer;
            default:
                value = json.Integer;
                return token == JsonToken.Integer;
        }
    }

    // {"add": n} stops at the ends of a number and goes round among choices; {"toggle": true} turns a switch over.
    private static bool ReadRelative(JsonReader json, ControlSpec control, int now, out int value)
    {
        value = now;
        if (json.Next() != JsonToken.Name)
        {
            return false;
        }

        string how = json.Text;
        JsonToken token = json.Next();
        if (how == "toggle" && token == JsonToken.True && control.Kind == ControlKind.Switch)
        {
            value = 1 - now;
        }
        else if (how == "add" && token == JsonToken.Integer && control.Kind != ControlKind.Switch)
        {
            value = Moved(control, now, json.Integer);
        }
        else
        {
            return false;
        }

        return json.Next() == JsonToken.EndObject;
    }

    private static int Moved(ControlSpec control, int now, int by)
    {
        if (control.Kind == ControlKind.Choice)
        {
            int count = control.Max + 1;
            return (now + (by % count) + count) % count;
        }

        long value = (long)now + by;
        if (value < control.Min)
        {
            return control.Min;
        }

        return value > control.Max ? control.Max : (int)value;
    }
}
