using NanoFirmware.Audio;
using NanoHost;
using NanoHost.Audio;
using NanoHost.Rmt;

namespace NanoFirmware.Simulator;

/// <summary>One board in real time with the firmware running on it, and everything that is measured from outside.</summary>
public sealed class SimulatedDevice : IDisposable
{
    private const int MostFaults = 20;

    private readonly RealTimeClock _clock = new();
    private readonly SimulatedBoard _board;
    private readonly FrameMonitor[] _strips = [new(0), new(1)];
    private readonly List<string> _faults = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _soundName;
    private readonly Lock _taking = new();
    private long _startUs;
    private long? _stopUs;

    /// <summary>Builds the board and lets its microphone hear <paramref name="sound"/>; nothing runs yet.</summary>
    /// <param name="options">The ports, and the folder of the device's drive.</param>
    /// <param name="sound">What the microphone hears; the caller's to dispose.</param>
    /// <exception cref="UsageException">The folder of the device's drive cannot be used.</exception>
    public SimulatedDevice(SimulatorOptions options, IAudioSource sound)
    {
        _soundName = options.SoundName;
        try
        {
            _board = new SimulatedBoard(_clock, options.StateFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _clock.Dispose();
            throw new UsageException($"--state cannot use the folder '{options.StateFolder}': {e.Message}", e);
        }

        _board.MapPort = port => port == Board.HttpPort ? options.Port : port;

        // A first start would set up the hotspot and restart the board; phones reach the simulator through the PC's loopback.
        _board.Network.IsPresent = false;
        _board.I2s.Source = sound;
        _board.Rmt.FrameLatched += Take;
        _board.Rebooted += reason => AddFault($"The device rebooted ({reason}), which ends this run.");
        _board.Rebooted += _ => _ended.TrySetResult();
        _board.Web.StartFailed += e => AddFault($"The device's web server did not start: {e.Message}");
        _board.Web.HandlerFailed += e => AddFault($"A web handler of the firmware threw {e.GetType().Name}: {e.Message}");
        _clock.HardwareEventFailed += e => AddFault($"The simulated hardware failed: {e.Message}");
    }

    /// <summary>A strip has taken over a frame. Raised on the hardware's thread: be quick.</summary>
    public event Action<StripFrame>? FrameLatched;

    /// <summary>Both strips: A, B.</summary>
    public IReadOnlyList<FrameMonitor> Strips => _strips;

    /// <summary>Done when the firmware has ended by itself, which it never does in good health; the report's faults say why.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Runs <paramref name="firmware"/> on a thread of its own, as the board does after power-up.</summary>
    public void Start(Action firmware)
    {
        SimulatedBoard.Install(_board);
        _startUs = _clock.NowUs;
        new Thread(() => Run(firmware)) { Name = "firmware main", IsBackground = true }.Start();
    }

    /// <summary>Copies the newest snapshot that the firmware has published; false before the first, or when it was just being replaced.</summary>
    public bool TryHear(AudioSnapshot audio) => FirmwareProbe.TryHear(audio);

    /// <summary>Notes what went wrong; the first twenty different sentences are kept.</summary>
    public void AddFault(string sentence)
    {
        lock (_faults)
        {
            if (_faults.Count < MostFaults && !_faults.Contains(sentence))
            {
                _faults.Add(sentence);
            }
        }
    }

    /// <summary>Looks at no frame any more: from now on the figures stand, and agree with what was recorded.</summary>
    public void Stop()
    {
        lock (_taking)
        {
            _stopUs ??= _clock.NowUs;
        }
    }

    /// <summary>The figures from the start until now, or until it was stopped.</summary>
    public Report Report()
    {
        long nowUs = _stopUs ?? _clock.NowUs;
        string[] faults;
        lock (_faults)
        {
            faults = [.. _faults, .. FirmwareProbe.Faults()];
        }

        return new Report
        {
            Seconds = Math.Round((nowUs - _startUs) / 1e6, 3),
            Sound = _soundName,
            Channels = new ChannelReports(Figures(0, nowUs), Figures(1, nowUs)),
            Snapshots = FirmwareProbe.Snapshots,
            SnapshotMisses = FirmwareProbe.SnapshotMisses,
            SamplesRead = _board.I2s.SamplesRead,
            SamplesLost = _board.I2s.SamplesLost,
            AllocatedBytesPerFrame = AllocatedBytesPerFrame(),
            Faults = faults,
        };
    }

    /// <summary>Takes the board away from the firmware; its threads find nothing to talk to any more.</summary>
    public void Dispose()
    {
        Stop();
        _board.Rmt.FrameLatched -= Take;
        _board.Dispose();
        _clock.Dispose();
    }

    private void Run(Action firmware)
    {
        try
        {
            firmware();
            AddFault("The firmware's Main has returned.");
        }
        catch (ObjectDisposedException)
        {
            // The board was taken away: the end of the run.
        }
        catch (Exception e)
        {
            AddFault($"The firmware has stopped: {e.GetType().Name}: {e.Message}");
        }

        _ended.TrySetResult();
    }

    private void Take(WireFrame wire)
    {
        lock (_taking)
        {
            if (_stopUs is null)
            {
                TakeWatched(wire);
            }
        }
    }

    private void TakeWatched(WireFrame wire)
    {
        int channel = wire.Pin == Board.StripAPin ? 0 : 1;
        if (wire.TimingViolations > 0 && wire.FirstViolation is string violation)
        {
            AddFault($"Strip {"AB"[channel]}: {violation}");
        }

        int? latencyUs = FirmwareProbe.SampleAgeUs(channel) + (int)(wire.LatchedUs - wire.StartUs);
        StripFrame frame = _strips[channel].Add(
            wire.LatchedUs, wire.Bytes, wire.Torn, wire.TimingViolations, FirmwareProbe.RenderUs(channel), latencyUs);
        FrameLatched?.Invoke(frame);
    }

    private ChannelReport Figures(int channel, long nowUs) => _strips[channel].Figures(nowUs) with
    {
        SkippedFrames = FirmwareProbe.Skipped(channel),
        DroppedFrames = FirmwareProbe.Dropped(channel),
    };

    // NanoHost counts from the 120th frame on; before that there is nothing to tell.
    private double? AllocatedBytesPerFrame()
    {
        const int WarmUpFrames = 120;
        RmtLine a = _board.Rmt[Board.StripAPin], b = _board.Rmt[Board.StripBPin];
        return Math.Min(a.FramesSent, b.FramesSent) > WarmUpFrames
            ? Math.Round(a.BytesAllocatedBySender + b.BytesAllocatedBySender + _board.I2s.BytesAllocatedByReader, 3)
            : null;
    }
}
