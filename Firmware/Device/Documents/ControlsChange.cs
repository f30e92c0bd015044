using System;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>What a document wants of one group of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed class ControlsChange
{
    private readonly ControlSet _controls;
    private readonly int[] _values;
    private readonly bool[] _chosen;
    private readonly bool[] _isStep;
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
        _isStep = new bool[_values.Length];
    }

    /// <summary>What to do about a field that this firmware does not take.</summary>
    public Tolerance Tolerance;

    /// <summary>The layout that is part of the group, as "layout", which comes first; null for none.</summary>
    public LayoutChange Layout;

    /// <summary>Fields that were read.</summary>
    public int Count;

    /// <summary>Fields that were passed over.</summary>
    public int PassedOver;

    /// <summary>What was wrong with the first of them; null when there was none.</summary>
    public string FirstPassedOver;

    /// <summary>What is wrong with the values that the change leads to, taken together, as a sentence; null for nothing.</summary>
    public string Conflict()
    {
        var values = new int[_values.Length];
        var isStep = new bool[_values.Length];
        Array.Copy(_values, 0, values, 0, values.Length);
        Array.Copy(_isStep, 0, isStep, 0, isStep.Length);
        _controls.Resolve(values, _chosen, isStep);
        return _controls.Conflict(values);
    }

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare()
    {
        if (Layout != null)
        {
            Layout.Prepare();
        }

        _controls.Prepare(_values, _chosen, _isStep);
    }

    /// <summary>Stores what was read and prepared, all at once.</summary>
    public void Store()
    {
        if (Layout != null)
        {
            Layout.Store();
        }

        if (_stopCount > 0)
        {
            _palette.Set(_stops, _stopCount);
        }

        if (Count > 0)
        {
            _controls.Store(_values, _chosen, _isStep);
        }
    }

    /// <summary>Turns steps into the values that they would lead to now.</summary>
    public void Resolve() => _controls.Resolve(_values, _chosen, _isStep);

    /// <summary>Whether everything is as it wants it already, once steps are resolved.</summary>
    public bool IsPresent => IsSameColours() && IsSameValues() && (Layout == null || Layout.IsPresent);

    /// <summary>Writes what was read into the object that is open: values, once steps are resolved.</summary>
    public void WriteFields(JsonWriter json)
    {
        if (Layout != null)
        {
            Layout.Write(json);
        }

        for (int i = 0; i < _values.Length; i++)
        {
            if (_chosen[i])
            {
                ControlSpec control = SpecOf(i);
                json.Name(control.Name);
                ControlsDocument.WriteValue(json, control, _values[i]);
            }
        }

        if (_stopCount > 0)
        {
            ColoursDocument.Write(json, "colours", _stops, _stopCount);
        }
    }

    /// <summary>Wants every control as it is after a factory reset.</summary>
    public void WantInitial()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Choose(i, _controls.Controls[i].Initial, false);
        }

        if (_palette != null)
        {
            _stops = CustomPalette.Initial();
            _stopCount = CustomPalette.MinStops;
        }

        if (Layout != null)
        {
            Layout.WantInitial();
        }
    }

    /// <summary>Wants every control as it is now.</summary>
    public void WantPresent()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Choose(i, _controls.Values[i], false);
        }

        if (_palette != null)
        {
            _stopCount = _palette.Count;
            _stops = new byte[CustomPalette.MaxStops * 3];
            Array.Copy(_palette.Stops, _stops, _stopCount * 3);
        }

        if (Layout != null)
        {
            Layout.WantPresent();
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
            bool isKnown = only >= 0 || IsKnown(json.Text);
            string problem = isKnown ? ReadMember(json, only) : "unknown control: use " + _controls.Names;
            if (json.Problem != null)
            {
                return json.Problem;
            }

            if (problem == null)
            {
                continue;
            }

            if (Tolerance == Tolerance.Nothing || (Tolerance == Tolerance.UnknownNames && isKnown))
            {
                return problem;
            }

            PassOver(json, isKnown, depth, problem);
        }

        return json.Problem;
    }

    private bool IsKnown(string name) =>
        (_palette != null && name == "colours") || (Layout != null && name == LayoutDocument.Name) || _controls.IndexOf(name) >= 0;

    private ControlSpec SpecOf(int index) => Layout == null ? _controls.Controls[index] : Layout.SpecOf(_controls, index);

    // A known control's value has been begun, an unknown one's has not.
    private void PassOver(JsonReader json, bool isKnown, int depth, string problem)
    {
        FirstPassedOver = FirstPassedOver ?? problem;
        PassedOver++;
        if (isKnown)
        {
            json.Leave(depth);
        }
        else
        {
            json.Skip();
        }
    }

    private string ReadMember(JsonReader json, int only)
    {
        if (only >= 0)
        {
            return json.Text == "value" ? ReadValue(json, only) : ReadStepOf(json, only);
        }

        if (Layout != null && json.Text == LayoutDocument.Name)
        {
            Count++;
            return Layout.Read(json, Tolerance);
        }

        return _palette != null && json.Text == "colours" ? ReadColours(json) : ReadValue(json, _controls.IndexOf(json.Text));
    }

    private string ReadColours(JsonReader json)
    {
        var stops = new byte[CustomPalette.MaxStops * 3];
        string problem = ColoursDocument.Read(json, "colours", stops, out int count);
        if (problem == null)
        {
            _stops = stops;
            _stopCount = count;
            Count++;
        }

        return problem;
    }

    private string ReadValue(JsonReader json, int index)
    {
        ControlSpec control = SpecOf(index);
        JsonToken token = json.Next();
        if (token == JsonToken.Bad)
        {
            return json.Problem;
        }

        int value;
        bool isStep = token == JsonToken.BeginObject;
        bool valid = isStep ? ReadStep(json, control, out value) : ReadAbsolute(json, token, control, out value);
        bool fits = isStep || (value >= control.Min && value <= control.Max);
        if (!valid || !fits)
        {
            return json.Problem ?? _controls.Refusal(control);
        }

        Choose(index, value, isStep);
        return null;
    }

    // {"add": n} and {"toggle": true} stand for {"value": {"add": n}} where one control is meant.
    private string ReadStepOf(JsonReader json, int index)
    {
        if (json.Text != "add" && json.Text != "toggle")
        {
            return "unknown field: use value";
        }

        ControlSpec control = _controls.Controls[index];
        if (!ReadHow(json, control, out int step))
        {
            return json.Problem ?? _controls.Refusal(control);
        }

        Choose(index, step, true);
        return null;
    }

    private void Choose(int index, int value, bool isStep)
    {
        _values[index] = value;
        _chosen[index] = true;
        _isStep[index] = isStep;
        Count++;
    }

    private static bool ReadAbsolute(JsonReader json, JsonToken token, ControlSpec control, out int value)
    {
        value = json.Integer;
        switch (control.Kind)
        {
            case ControlKind.Button when token == JsonToken.True || token == JsonToken.False:
            case ControlKind.Switch when token == JsonToken.True || token == JsonToken.False:
                value = token == JsonToken.True ? 1 : 0;
                return true;
            case ControlKind.Choice when token == JsonToken.Text:
                value = control.IndexOfChoice(json.Text);
                return true;
            default:
                return token == JsonToken.Integer;
        }
    }

    // {"add": n} for numbers and choices, {"toggle": true} for switches; where it leads is known when it is stored.
    private static bool ReadStep(JsonReader json, ControlSpec control, out int step)
    {
        step = 0;
        return json.Next() == JsonToken.Name && ReadHow(json, control, out step) && json.Next() == JsonToken.EndObject;
    }

    // Stands behind the name of the step.
    private static bool ReadHow(JsonReader json, ControlSpec control, out int step)
    {
        step = 0;
        string how = json.Text;
        JsonToken token = json.Next();
        bool isSwitch = control.Kind == ControlKind.Switch;
        if (how == "toggle" && token == JsonToken.True && isSwitch)
        {
            step = 1;
            return true;
        }

        if (how == "add" && token == JsonToken.Integer && !isSwitch && control.Kind != ControlKind.Button)
        {
            step = json.Integer;
            return true;
        }

        return false;
    }

    private bool IsSameValues()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            if (_chosen[i] && _values[i] != _controls.Values[i])
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSameColours() => _stopCount == 0 || _palette.Has(_stops, _stopCount);
}
