using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>Reads what is wanted: members, values, steps.</content>
internal sealed partial class ControlsChange
{
    /// <summary>Whether there is a control of that name.</summary>
    public bool Knows(string name) => _controls.IndexOf(name) >= 0;

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

    /// <summary>Reads the value behind the name of a control, which has been read. What is wrong, or null.</summary>
    public string ReadNamed(JsonReader json) => ReadValue(json, _controls.IndexOf(json.Text));

    /// <summary>Whether a control was read.</summary>
    public bool Has(int index) => _chosen[index];

    /// <summary>What was read of a control; steps lead on from what it is at first.</summary>
    public int ValueOf(int index) => _isStep[index] ? _controls.Controls[index].Moved(_controls.Values[index], _values[index])
        : _values[index];

    private bool IsKnown(string name) =>
        (_palette != null && name == "colours") || (Layout != null && name == LayoutDocument.Name)
            || (Layers != null && name == LayersChange.Name)
        || _controls.IndexOf(name) >= 0;

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

        if (Layers != null && json.Text == LayersChange.Name)
        {
            Count++;
            return Layers.Read(json, Layout, Tolerance);
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
        if (!fits && token == JsonToken.Text && Tolerance != Tolerance.Nothing && IsPattern(index))
        {
            // It was kept where a grid was, and waits for the next.
            value = PatternCatalog.IndexOnGrids(json.Text);
            fits = value >= 0;
        }

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
            case ControlKind.Choice when token == JsonToken.Integer && value > control.Max:
                // Some are named by numbers, as degrees are.
                value = control.IndexOfChoice(value.ToString());
                return true;
            case ControlKind.Colour:
                value = token == JsonToken.Text ? ColoursDocument.ReadColour(json.Text) : -1;
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
        bool isCountable = control.Kind == ControlKind.Number || control.Kind == ControlKind.Choice;
        if (how == "toggle" && token == JsonToken.True && isSwitch)
        {
            step = 1;
            return true;
        }

        if (how == "add" && token == JsonToken.Integer && isCountable)
        {
            step = json.Integer;
            return true;
        }

        return false;
    }
}
