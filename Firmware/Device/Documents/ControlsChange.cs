using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>What a document wants of one group of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed partial class ControlsChange
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

    /// <summary>The layers that are part of the group, as "layers"; null for none.</summary>
    public LayersChange Layers;

    /// <summary>Fields that were read.</summary>
    public int Count;

    /// <summary>Fields that were passed over.</summary>
    public int PassedOver;

    /// <summary>What was wrong with the first of them; null when there was none.</summary>
    public string FirstPassedOver;

    private ControlSpec SpecOf(int index) => Layout == null ? _controls.Controls[index] : Layout.SpecOf(_controls, index);

    private void Choose(int index, int value, bool isStep)
    {
        _values[index] = value;
        _chosen[index] = true;
        _isStep[index] = isStep;
        Count++;
    }
}
