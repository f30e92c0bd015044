namespace NanoFirmware.Sensors;

/// <content>A sensor of another device, kept as if it were here.</content>
internal abstract partial class Sensor
{
    /// <summary>Takes what another device tells, unless the sensor is watched here.</summary>
    public void TakeTold(byte[] message)
    {
        if (IsRunning)
        {
            return;
        }

        IsTold = true;
        History = History ?? new SignalHistory();
        int newest = SensorMessage.Newest(message);
        SensorMessage.AddPoints(message, History, newest < _told ? 0 : _told);
        _told = newest;
        Peaks = SensorMessage.Peaks(message);
        Pulses = SensorMessage.Pulses(message);
        if (History.Sequence == 0)
        {
            return;
        }

        Signal = History.SignalAt(History.Sequence);
        _envelope.Value = History.EnvelopeAt(History.Sequence);
        _detector.IsAbove = (History.FlagsAt(History.Sequence) & SignalHistory.AboveFlag) != 0;
    }
}
