using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <content>A peak, and the pulse that it becomes.</content>
internal abstract partial class Sensor
{
    // Peaks that were found together, after a hop that came late, pulse hop by hop.
    private const int MostDue = 8;

    private void NotePeak(long nowUs)
    {
        Peaks++;
        _flags |= SignalHistory.PeakFlag;
        if (_pulse == null || Controls.Values[SensorControls.PulseIndex] == 0)
        {
            return;
        }

        if (_pulsesDue == MostDue)
        {
            PulsesMissed++;
            return;
        }

        _peakSinceUs = _pulsesDue == 0 ? nowUs : _peakSinceUs;
        _pulsesDue++;
    }

    private void SendPulse(long nowUs)
    {
        int widthUs = Controls.Values[SensorControls.PulseIndex];
        if (_pulsesDue == 0 || widthUs == 0 || !_pulse.TryStart(widthUs, nowUs))
        {
            return;
        }

        _pulsesDue--;
        Pulses++;
        _flags |= SignalHistory.PulseFlag;
        LatencyUs = (int)((long)HighResTimer.GetCurrent() - _peakSinceUs);
        LongestLatencyUs = LatencyUs > LongestLatencyUs ? LatencyUs : LongestLatencyUs;
    }
}
