using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>One member: a value, colours, a step.</content>
internal sealed partial class ControlsChange
{
    /// <summary>Whether a control was read.</summary>
    public bool Has(int index) => _chosen[index];

    /// <summary>What was read of a control; steps lead on from what it is at first.</summary>
    public int ValueOf(int index) => _isStep[index] ? _controls.Controls[index].Moved(_controls.Values[index], _values[index])
        : _values[index];

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
}
