using NanoFirmware.Audio;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Health;

/// <summary>Compares what everybody counts with what it was, and writes the difference into the log.</summary>
internal sealed class FaultWatch
{
    private const int MicrophoneFaults = 0;
    private const int FramesA = 1;
    private const int FramesB = 2;
    private const int OpensA = 3;
    private const int OpensB = 4;
    private const int Storage = 5;
    private const int Hotspot = 6;
    private const int WebRestarts = 7;
    private const int Refusals = 8;
    private const int LoadLevel = 9;
    private const int Verdict = 10;
    private const int Presets = 11;
    private const int Restores = 12;
    private const int Counters = 13;

    // A level that does not last for so many looks is no news.
    private const int LooksToLast = 4;

    // Before the first frame there is no interval to be measured, for so long.
    private const int StartMs = 2000;

    private readonly Device _device;
    private readonly EventLog _log;
    private readonly int[] _seen = new int[Counters];
    private bool _heard;
    private int _level;
    private int _levelLooks;
    private long _lost;

    public FaultWatch(Device device, EventLog log)
    {
        _device = device;
        _log = log;
    }

    /// <summary>
    /// The longest interval between two frames since the last call, a running one included, in µs. Load holds up both strips: the
    /// better one tells, since the other may have another reason.
    /// </summary>
    public int LongestIntervalUs()
    {
        long now = (long)HighResTimer.GetCurrent();
        if (now < StartMs * 1000)
        {
            return 0;
        }

        int a = _device.ChannelA.Output.Metrics.TakeLongest(now), b = _device.ChannelB.Output.Metrics.TakeLongest(now);
        return a < b ? a : b;
    }

    /// <summary>Notes what changed.</summary>
    public void Look(long nowMs, int level)
    {
        WatchMicrophone(nowMs);
        Note(FramesA, _device.ChannelA.Output.Metrics.Faults, EventCode.FramesFailed, 0, 2, nowMs);
        Note(FramesB, _device.ChannelB.Output.Metrics.Faults, EventCode.FramesFailed, 1, 2, nowMs);
        Note(OpensA, _device.ChannelA.Output.Strip.Reopened, EventCode.ChannelOpened, 0, 0, nowMs);
        Note(OpensB, _device.ChannelB.Output.Strip.Reopened, EventCode.ChannelOpened, 1, 0, nowMs);
        Note(Storage, _device.Settings.Faults, EventCode.StorageFailed, 0, 1, nowMs);
        Note(Presets, _device.Presets.SetAside, EventCode.PresetDamaged, 0, 1, nowMs);
        Note(Restores, _device.RestoresSetAside, EventCode.RestoreSetAside, 0, 1, nowMs);
        Note(Hotspot, _device.Hotspot.Faults, EventCode.HotspotFailed, 0, 1, nowMs);
        Note(WebRestarts, _device.Web.Outages, EventCode.WebRestarted, 0, 1, nowMs);
        Note(Refusals, _device.Reception.Refused, EventCode.Refused, 0, 1, nowMs);
        WatchLevel(level, nowMs);
    }

    private void WatchLevel(int level, long nowMs)
    {
        _levelLooks = level == _level ? _levelLooks + 1 : 0;
        _level = level;
        if (_seen[LoadLevel] != level && _levelLooks >= LooksToLast)
        {
            _seen[LoadLevel] = level;
            _log.Note(EventCode.LoadLevel, level, nowMs);
        }
    }

    private void WatchMicrophone(long nowMs)
    {
        AudioThread audio = _device.Audio;
        bool faulted = Note(MicrophoneFaults, audio.Faults, EventCode.MicrophoneLost, 0, 1, nowMs);
        bool hears = audio.Microphone != null;
        if (hears && (!_heard || faulted))
        {
            _log.Note(EventCode.MicrophoneFound, 0, nowMs);
        }

        _heard = hears;
        int verdict = hears ? audio.Health.State : _seen[Verdict];
        if (verdict != _seen[Verdict])
        {
            _seen[Verdict] = verdict;
            _log.Note(EventCode.MicrophoneVerdict, verdict, nowMs);
        }

        long lost = audio.SamplesLost;
        if (lost != _lost)
        {
            _log.Note(EventCode.SamplesLost, (int)(lost - _lost), nowMs);
            _lost = lost;
        }
    }

    // The argument becomes base + step × how often it happened since.
    private bool Note(int counter, int value, int code, int argument, int step, long nowMs)
    {
        int more = value - _seen[counter];
        if (more == 0)
        {
            return false;
        }

        _seen[counter] = value;
        _log.Note(code, argument + (step * more), nowMs);
        return true;
    }
}
