using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <content>Steps from what is there.</content>
internal sealed partial class ControlsChange
{
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
