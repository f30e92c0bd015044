using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>A group of controls as members of a JSON object.</summary>
internal static class ControlsDocument
{
    /// <summary>Writes all controls into the object that is open.</summary>
    public static void WriteFields(JsonWriter json, ControlSet controls) => WriteFields(json, controls, null);

    /// <summary>
    /// Writes the controls into the object that is open: those named in <paramref name="fields"/>, all for null.
    /// </summary>
    public static void WriteFields(JsonWriter json, ControlSet controls, string[] fields)
    {
        for (int i = 0; i < controls.Controls.Length; i++)
        {
            ControlSpec control = controls.Controls[i];
            if (fields == null || IndexIn(fields, control.Name) >= 0)
            {
                json.Name(control.Name);
                WriteValue(json, control, controls.Values[i]);
            }
        }
    }

    /// <summary>Writes a control's value as a request would say it.</summary>
    public static void WriteValue(JsonWriter json, ControlSpec control, int value)
    {
        switch (control.Kind)
        {
            case ControlKind.Button:
            case ControlKind.Switch:
                json.Value(value != 0);
                break;
            case ControlKind.Choice:
                json.Value(control.Choices[value]);
                break;
            default:
                json.Value(value);
                break;
        }
    }

    private static int IndexIn(string[] names, string name)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
