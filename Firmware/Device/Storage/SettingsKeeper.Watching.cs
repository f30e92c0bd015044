using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Storage;

/// <content>Looks whether it is time to save.</content>
internal sealed partial class SettingsKeeper
{
    private const int PollMs = 500;

    private const int QuietMs = 5000;

    // Somebody who never stops changing things is saved now and then all the same.
    private const int LongestMs = 60000;

    /// <summary>Looks once, and saves when it is time.</summary>
    public void Step(long nowMs)
    {
        // Before the room is taken: a look that is recalled is read into it.
        Looks?.Step(nowMs);
        Jam?.Step(nowMs);

        lock (_room)
        {
            // Each write costs a serial sensor some of what it says.
            bool isListening = Sensors != null && Sensors.IsSerialRunning;
            SaveWhenQuiet(nowMs, isListening);
            if (Panels != null)
            {
                Panels.Step(nowMs, isListening ? LongestMs : QuietMs);
            }
        }
    }

    private void SaveWhenQuiet(long nowMs, bool isListening)
    {
        int version = _state.Version;
        if (version == _savedVersion)
        {
            return;
        }

        if (version != _seenVersion)
        {
            _firstChangeMs = _seenVersion == _savedVersion ? nowMs : _firstChangeMs;
            _lastChangeMs = nowMs;
            _seenVersion = version;
        }

        bool isQuiet = nowMs - _lastChangeMs >= QuietMs && !isListening;
        bool isTime = isQuiet || nowMs - _firstChangeMs >= LongestMs;
        if (isTime && nowMs >= _notBeforeMs && (Saves == 0 || _budget.TryTake(nowMs)))
        {
            Save(version, nowMs);
        }
    }

    protected override void Step()
    {
        Thread.Sleep(PollMs);
        Step((long)(HighResTimer.GetCurrent() / 1000));
    }
}
