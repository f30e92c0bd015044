using NanoFirmware.Audio;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Health;

/// <summary>Compares what everybody counts with what it was, and writes the difference into the log.</summary>
internal sealed class FaultWatch
{
    // A level that does not last for so many looks is no news.
    private const int LooksToLast = 4;

    // Before the first frame there is no interval to be measured, for so long.
    private const int StartMs = 2000;

    private readonly Device _device;
    private readonly EventLog _log;
    private readonly RequestCounts _requests;
    private readonly FaultSource _microphone = new FaultSource(EventCode.MicrophoneLost, 0, 1);
    private readonly FaultSource _framesA = new FaultSource(EventCode.FramesFailed, 0, 2);
    private readonly FaultSource _framesB = new FaultSource(EventCode.FramesFailed, 1, 2);
    private readonly FaultSource _opensA = new FaultSource(EventCode.ChannelOpened, 0, 0);
    private readonly FaultSource _opensB = new FaultSource(EventCode.ChannelOpened, 1, 0);
    private readonly FaultSource _storage = new FaultSource(EventCode.StorageFailed, 0, 1);
    private readonly FaultSource _presets = new FaultSource(EventCode.PresetDamaged, 0, 1);
    private readonly FaultSource _restores = new FaultSource(EventCode.RestoreSetAside, 0, 1);
    private readonly FaultSource _wirings = new FaultSource(EventCode.WiringFailed, 0, 1);
    private readonly FaultSource _hotspot = new FaultSource(EventCode.HotspotFailed, 0, 1);
    private readonly FaultSource _outages = new FaultSource(EventCode.WebRestarted, 0, 1);
    private readonly FaultSource _refusals = new FaultSource(EventCode.Refused, 0, 1);
    private bool _heard;
    private int _verdict;
    private int _notedLevel;
    private int _level;
    private int _levelLooks;
    private long _lost;
    private int _shownA;
    private int _shownB;

    public FaultWatch(Device device, RequestCounts requests, EventLog log)
    {
        _device = device;
        _requests = requests;
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

        int a = _device.ChannelA.Output.Metrics.TakeLongest(now);
        int b = _device.ChannelB.Output.Metrics.TakeLongest(now);
        return a < b ? a : b;
    }

    /// <summary>Frames that the better strip has shown since the last call.</summary>
    public int FramesShown()
    {
        int framesA = _device.ChannelA.Output.Metrics.Frames;
        int framesB = _device.ChannelB.Output.Metrics.Frames;
        int a = framesA - _shownA;
        int b = framesB - _shownB;
        _shownA = framesA;
        _shownB = framesB;
        return a > b ? a : b;
    }

    /// <summary>Notes what changed.</summary>
    public void Look(long nowMs, int level)
    {
        WatchMicrophone(nowMs);
        _framesA.Note(_device.ChannelA.Output.Metrics.Faults, _log, nowMs);
        _framesB.Note(_device.ChannelB.Output.Metrics.Faults, _log, nowMs);
        _opensA.Note(_device.ChannelA.Output.Strip.Reopened, _log, nowMs);
        _opensB.Note(_device.ChannelB.Output.Strip.Reopened, _log, nowMs);
        _storage.Note(_device.Settings.Faults, _log, nowMs);
        _presets.Note(_device.Presets.SetAside, _log, nowMs);
        _restores.Note(_device.RestoresSetAside, _log, nowMs);
        _wirings.Note(_device.Wirings.Faults, _log, nowMs);
        _hotspot.Note(_device.Hotspot.Faults, _log, nowMs);
        _outages.Note(_requests.Outages, _log, nowMs);
        _refusals.Note(_requests.Refused, _log, nowMs);
        WatchLevel(level, nowMs);
    }

    private void WatchLevel(int level, long nowMs)
    {
        _levelLooks = level == _level ? _levelLooks + 1 : 0;
        _level = level;
        if (_notedLevel != level && _levelLooks >= LooksToLast)
        {
            _notedLevel = level;
            _log.Note(EventCode.LoadLevel, level, nowMs);
        }
    }

    private void WatchMicrophone(long nowMs)
    {
        AudioThread audio = _device.Audio;
        bool faulted = _microphone.Note(audio.Faults, _log, nowMs);
        bool hears = audio.Microphone != null;
        if (hears && (!_heard || faulted))
        {
            _log.Note(EventCode.MicrophoneFound, 0, nowMs);
        }

        _heard = hears;
        int verdict = hears ? audio.Health.State : _verdict;
        if (verdict != _verdict)
        {
            _verdict = verdict;
            _log.Note(EventCode.MicrophoneVerdict, verdict, nowMs);
        }

        long lost = audio.SamplesLost;
        if (lost != _lost)
        {
            _log.Note(EventCode.SamplesLost, (int)(lost - _lost), nowMs);
            _lost = lost;
        }
    }
}
