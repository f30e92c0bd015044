using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>What is wanted as a document again.</content>
internal sealed partial class ControlsChange
{
    /// <summary>What a choice is to be, by its name; null when it stays, or is not known where it would be set.</summary>
    public string ChoiceOf(int control)
    {
        string[] choices = SpecOf(control).Choices;
        return _chosen[control] && _values[control] < choices.Length ? choices[_values[control]] : null;
    }

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
                if (IsPattern(i) && _values[i] > control.Max)
                {
                    json.Value(PatternCatalog.Create(_values[i]).Name);
                }
                else
                {
                    ControlsDocument.WriteValue(json, control, _values[i]);
                }
            }
        }

        if (_stopCount > 0)
        {
            ColoursDocument.Write(json, "colours", _stops, _stopCount);
        }

        if (Layers != null)
        {
            Layers.Write(json);
        }
    }

    private bool IsPattern(int index) => index == ChannelControls.PatternIndex && _controls is ChannelControls;
}
