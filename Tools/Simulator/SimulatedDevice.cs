using System.Diagnostics;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoHost.Audio;
using NanoHost.Rmt;

namespace NanoFirmware.Simulator;

/// <summary>
/// A board in real time with the firmware running on it, over all its restarts, and everything that is measured from outside.
/// </summary>
public sealed class SimulatedDevice : IDisposable
{
    private const int MostFaults = 20;

    // Five seconds: the firmware starts its server within its first moments, or not at all.
    private const int ServerWaitMs = 10;
    private const int ServerWaits = 500;

    private readonly SimulatorOptions _options;
    private readonly IAudioSource _sound;
    private readonly FrameMonitor[] _strips;
    private readonly RestedFrames[] _rested = [new(), new()];
    private readonly List<string> _faults = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly AutoResetEvent _rebootAsked = new(false);
    private readonly Lock _gate = new();
    private BoardLife _life;
    private Totals _earlierLives = new(0, 0, 0, 0);
    private int _restarts;
    private long _startUs;
    private long? _stopUs;

    /// <summary>Powers the board up and lets its microphone hear <paramref name="sound"/>; nothing runs yet.</summary>
    /// <param name="options">The ports, and the folder of the device's drive.</param>
    /// <param name="sound">What the microphone hears; the caller's to dispose.</param>
    /// <exception cref="UsageException">The folder of the device's drive cannot be used.</exception>
    public SimulatedDevice(SimulatorOptions options, IAudioSource sound)
    {
        _options = options;
        _sound = sound;
        WiringFile.Put(options);
        _life = PowerUp();
        Wiring wiring = _life.Wiring;
        _strips = [new(0, wiring.A.Leds), new(1, wiring.B.Leds)];
        Rewire();
    }

    /// <summary>A strip has taken over a frame. Raised on the hardware's thread: be quick.</summary>
    public event Action<StripFrame>? FrameLatched;

    /// <summary>Both strips: A, B.</summary>
    public IReadOnlyList<FrameMonitor> Strips => _strips;

    /// <summary>LEDs of both strips since the last start.</summary>
    public IReadOnlyList<int> Leds => [_life.Wiring.A.Leds, _life.Wiring.B.Leds];

    /// <summary>
    /// Done when the firmware has ended by itself, which it never does in good health; the report's faults say why.
    /// </summary>
    public Task Ended => _ended.Task;

    /// <summary>The PC's <see cref="Stopwatch"/> when the device's own time scale began.</summary>
    public long BeganAt { get; } = Stopwatch.GetTimestamp();

    /// <summary>When the board's µs clock began, on that scale.</summary>
    internal long BornUs => _life.BornUs;

    private long NowUs => (long)Stopwatch.GetElapsedTime(BeganAt).TotalMicroseconds;

    /// <summary>
    /// Runs <paramref name="firmware"/> on a thread of its own, as the board does after power-up, and again each time that it
    /// restarts the board.
    /// </summary>
    public void Start(Action firmware)
    {
        _startUs = NowUs;
        new Thread(() => RunLives(firmware)) { Name = "power", IsBackground = true }.Start();
    }

    /// <summary>Waits until the device's web server listens, or until it is known that it does not.</summary>
    public async Task WaitForServerAsync()
    {
        for (int wait = 0; wait < ServerWaits && !_life.Board.Web.IsListening && _life.Board.Web.StartFailure is null; wait++)
        {
            await Task.Delay(ServerWaitMs);
        }
    }

    /// <summary>
    /// Copies the newest snapshot that the firmware has published; false before the first, or when it was just being replaced.
    /// </summary>
    public bool TryHear(AudioSnapshot audio) => FirmwareProbe.TryHear(audio);

    /// <summary>What a strip shows, pattern and palette, with two spaces after; empty before the firmware has begun.</summary>
    public string Showing(int channel) =>
        FirmwareProbe.Look(channel) is (string pattern, string palette) ? $"{pattern} in {palette}  " : "";

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
        lock (_gate)
        {
            _stopUs ??= NowUs;
        }
    }

    /// <summary>The figures from the start until now, or until it was stopped, over all restarts.</summary>
    public Report Report()
    {
        string[] faults;
        lock (_faults)
        {
            faults = [.. _faults, .. FirmwareProbe.Faults()];
        }

        lock (_gate)
        {
            long nowUs = _stopUs ?? NowUs;
            Totals totals = _earlierLives + TotalsOfThisLife();
            return new Report
            {
                Seconds = Math.Round((nowUs - _startUs) / 1e6, 3),
                Sound = _options.SoundName,
                Channels = new ChannelReports(Figures(0, nowUs), Figures(1, nowUs)),
                Snapshots = totals.Snapshots,
                SnapshotMisses = totals.SnapshotMisses,
                SamplesRead = totals.SamplesRead,
                SamplesLost = totals.SamplesLost,
                AllocatedBytesPerFrame = AllocatedBytesPerFrame(),
                Restarts = _restarts,
                Faults = faults,
            };
        }
    }

    /// <summary>Takes the board away from the firmware; its threads find nothing to talk to any more.</summary>
    public void Dispose()
    {
        Stop();
        _rebootAsked.Set();
        _life.Dispose();
    }

    private BoardLife PowerUp() => new(_options, _sound, NowUs, AddFault);

    // One thread, made by whoever starts the device, makes every life's threads: they inherit its priority and nothing of the
    // life before.
    private void RunLives(Action firmware)
    {
        for (Begin(firmware); _rebootAsked.WaitOne() && _stopUs is null; Begin(firmware))
        {
            _life.Dispose();
            BoardLife fresh = PowerUp();
            lock (_gate)
            {
                _restarts++;
                _earlierLives += TotalsOfThisLife();
                FirmwareProbe.Forget();
                _life = fresh;
                Rewire();
            }
        }
    }

    private void Rewire()
    {
        _strips[0].Restart(_life.Wiring.A);
        _strips[1].Restart(_life.Wiring.B);
    }

    private void Begin(Action firmware)
    {
        BoardLife life = _life;
        life.Board.Rmt.FrameLatched += wire => Take(life, wire);
        life.Board.Rebooted += _ => _rebootAsked.Set();
        life.Start(firmware, () => _ended.TrySetResult());
    }

    private void Take(BoardLife life, WireFrame wire)
    {
        lock (_gate)
        {
            if (life == _life && _stopUs is null)
            {
                TakeWatched(life.BornUs, wire);
            }
        }
    }

    private void TakeWatched(long bornUs, WireFrame wire)
    {
        int channel = wire.Pin == _life.Wiring.A.Pin ? 0 : 1;
        if (wire.TimingViolations > 0 && wire.FirstViolation is string violation)
        {
            AddFault($"Strip {"AB"[channel]}: {violation}");
        }

        _rested[channel].Look(FirmwareProbe.Skipped(channel), FirmwareProbe.Snapshots, FirmwareProbe.IsHalfRate);
        int? latencyUs = FirmwareProbe.SampleAgeUs(channel) + (int)(wire.LatchedUs - wire.StartUs);
        StripFrame frame = _strips[channel].Add(
            bornUs + wire.LatchedUs, wire.Bytes, wire.Torn, wire.TimingViolations, FirmwareProbe.RenderUs(channel), latencyUs);
        FrameLatched?.Invoke(frame);
    }

    private ChannelReport Figures(int channel, long nowUs) => _strips[channel].Figures(nowUs) with
    {
        SkippedFrames = FirmwareProbe.Skipped(channel),
        DroppedFrames = FirmwareProbe.Dropped(channel),
        RestedFrames = _rested[channel].Count,
    };

    private Totals TotalsOfThisLife() => new(
        FirmwareProbe.Snapshots, FirmwareProbe.SnapshotMisses, _life.Board.I2s.SamplesRead, _life.Board.I2s.SamplesLost);

    // NanoHost counts from the 120th frame on; before that there is nothing to tell.
    private double? AllocatedBytesPerFrame()
    {
        const int WarmUpFrames = 120;
        Wiring wiring = _life.Wiring;
        RmtLine a = _life.Board.Rmt[wiring.A.Pin];
        RmtLine b = _life.Board.Rmt[wiring.B.Pin];
        long fewest = Math.Min(wiring.A.IsOn ? a.FramesSent : long.MaxValue, wiring.B.IsOn ? b.FramesSent : long.MaxValue);
        return fewest > WarmUpFrames
            ? Math.Round(a.BytesAllocatedBySender + b.BytesAllocatedBySender + _life.Board.I2s.BytesAllocatedByReader, 3)
            : null;
    }

    private sealed record Totals(long Snapshots, long SnapshotMisses, long SamplesRead, long SamplesLost)
    {
        public static Totals operator +(Totals a, Totals b) => new(
            a.Snapshots + b.Snapshots, a.SnapshotMisses + b.SnapshotMisses, a.SamplesRead + b.SamplesRead,
            a.SamplesLost + b.SamplesLost);
    }
}
