using System;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <content>Once a hop.</content>
internal abstract partial class Sensor
{
    /// <inheritdoc/>
    public override void Run()
    {
        long nowUs = (long)HighResTimer.GetCurrent();
        try
        {
            if (_version != Controls.Version)
            {
                TakeControls();
            }

            if (IsRunning)
            {
                Listen(nowUs);
                SendPulse(nowUs);
                Note();
            }
        }
        catch (Exception fault)
        {
            Fail(fault);
        }
    }

    // One point a hop, whether or not a sample came.
    private void Note()
    {
        int signal = _highest > 0 ? _highestSignal : Signal;
        History.Add(signal, _envelope.Value, _flags | (_detector.IsAbove ? SignalHistory.AboveFlag : 0));
        _highest = 0;
        _flags = 0;
    }
}
