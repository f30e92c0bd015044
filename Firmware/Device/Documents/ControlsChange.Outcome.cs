using System;
using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <content>What it leads to: whether that holds together, and whether it is there already.</content>
internal sealed partial class ControlsChange
{
    /// <summary>
    /// What is wrong with the values that the change leads to, taken together, as a sentence; null for nothing.
    /// </summary>
    public string Conflict()
    {
        var values = new int[_values.Length];
        var isStep = new bool[_values.Length];
        Array.Copy(_values, 0, values, 0, values.Length);
        Array.Copy(_isStep, 0, isStep, 0, isStep.Length);
        _controls.Resolve(values, _chosen, isStep);
        string conflict = _controls.Conflict(values);
        return conflict == null && Layers != null ? Layers.Conflict(values[ChannelControls.PatternIndex]) : conflict;
    }

    /// <summary>Whether everything is as it wants it already, once steps are resolved.</summary>
    public bool IsPresent =>
        IsSameColours() && IsSameValues() && (Layout == null || Layout.IsPresent) && (Layers == null || Layers.IsPresent);

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
