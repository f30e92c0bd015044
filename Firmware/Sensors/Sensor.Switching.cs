namespace NanoFirmware.Sensors;

/// <content>What is set, and what begins or ends with it.</content>
internal abstract partial class Sensor
{
    private void TakeControls()
    {
        int version = Controls.Version;
        _threshold = Controls.Values[SensorControls.ThresholdIndex];
        _hysteresis = Controls.Values[SensorControls.HysteresisIndex];
        _holdUs = Controls.HoldUs;
        _refractoryUs = Controls.RefractoryUs;
        if (Controls.IsOn && !IsRunning)
        {
            MakeRoom();
            Restart();
            Begin();
            IsRunning = true;
        }
        else if (!Controls.IsOn)
        {
            Leave();
        }

        _version = version;
    }

    private void Restart()
    {
        _envelope.Restart();
        _detector.Restart();
        _pulsesDue = 0;
    }

    // Whoever switches it on meanwhile has it attached: looked at once more when it is off.
    private void Leave()
    {
        if (IsRunning)
        {
            IsRunning = false;
            End();
        }

        Attach(false);
        if (Controls.IsOn)
        {
            Attach(true);
        }
    }
}
