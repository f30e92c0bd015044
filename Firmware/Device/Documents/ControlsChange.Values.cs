using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>Values as they are written.</content>
internal sealed partial class ControlsChange
{
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
                value = token == JsonToken.Text ? HexColour.Read(json.Text) : -1;
                return true;
            default:
                return token == JsonToken.Integer;
        }
    }
}
