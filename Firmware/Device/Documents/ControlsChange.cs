using System;
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

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare()
    {
        if (Layout != null)
        {
            Layout.Prepare();
        }

        if (Layers != null)
        {
            Layers.Prepare();
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

        if (Layers != null)
        {
            Layers.Store();
        }
    }

    /// <summary>Turns steps into the values that they would lead to now.</summary>
    public void Resolve() => _controls.Resolve(_values, _chosen, _isStep);

    /// <summary>Whether everything is as it wants it already, once steps are resolved.</summary>
    public bool IsPresent =>
        IsSameColours() && IsSameValues() && (Layout == null || Layout.IsPresent) && (Layers == null || Layers.IsPresent);

    /// <summary>Wants one value.</summary>
    public void Want(int control, int value) => Choose(control, value, false);

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

        if (Layers != null)
        {
            Layers.WantInitial();
        }
    }

    /// <summary>Wants every control as it is now.</summary>
    public void WantPresent()
    {
        for (int i = 0; i < _values.Length; i++)
        {
            Choose(i, _controls.Values[i], false);
        }

        if (_controls is ChannelControls channel)
        {
            channel.ShowWaiting(_values);
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

        if (Layers != null)
        {
            Layers.WantPresent();
        }
    }

    private ControlSpec SpecOf(int index) => Layout == null ? _controls.Controls[index] : Layout.SpecOf(_controls, index);

    private bool IsPattern(int index) => index == ChannelControls.PatternIndex && _controls is ChannelControls;

    private void Choose(int index, int value, bool isStep)
    {
        _values[index] = value;
        _chosen[index] = true;
        _isStep[index] = isStep;
        Count++;
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
