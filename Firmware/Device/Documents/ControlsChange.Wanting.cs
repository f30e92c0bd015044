using System;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>Wants what no document tells.</content>
internal sealed partial class ControlsChange
{
    /// <summary>Wants one value.</summary>
    public void Want(int control, int value) => Choose(control, value, false);

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
}
