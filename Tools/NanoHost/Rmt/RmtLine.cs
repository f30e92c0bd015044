namespace NanoHost.Rmt;

/// <summary>
/// One pin that transmitters have driven, with the strip on it: what went over it, counted over the board's life.
/// </summary>
public sealed class RmtLine
{
    private readonly RmtPeripheral _rmt;
    private readonly IBoardClock _clock;
    private readonly Ws2812Decoder _decoder = new();
    private readonly Queue<WireFrame> _latched = new();
    private readonly Action _latch;
    private bool _level;
    private bool _chopped;
    private bool _torn;
    private long _sinceNs;
    private long _frameStartNs;
    private long _violations;

    internal RmtLine(RmtPeripheral rmt, IBoardClock clock, int pin)
    {
        _rmt = rmt;
        _clock = clock;
        Pin = pin;
        _latch = Latch;
    }

    /// <summary>GPIO number.</summary>
    public int Pin { get; }

    /// <summary>What the chips of the strip on it are.</summary>
    public ChipTimings Chip
    {
        get => _decoder.Chip;
        set => _decoder.Chip = value;
    }

    /// <summary>Transmissions started.</summary>
    public long FramesSent { get; internal set; }

    /// <summary>Frames that ended in a reset and went to <see cref="RmtPeripheral.FrameLatched"/>.</summary>
    public long FramesLatched { get; private set; }

    /// <summary>Transmissions whose buffer was written, or that were sent over, while they were read.</summary>
    public long TornFrames { get; internal set; }

    /// <summary>
    /// Frames that were read from where an array had been before the heap was compacted: old pixels, whatever was written since.
    /// </summary>
    public long StaleFrames { get; internal set; }

    /// <summary>When the last of them was sent, µs.</summary>
    public long LastStaleUs { get; internal set; }

    /// <summary>Sends before the transmission before had ended.</summary>
    public long SendsInFlight { get; internal set; }

    /// <summary>Arrays given to a send and ignored, because the encoder keeps those of its first send.</summary>
    public long ArraysIgnored { get; internal set; }

    /// <summary>Pulses and resets outside the datasheet's limits.</summary>
    public long TimingViolations
    {
        get
        {
            lock (Gate)
            {
                return _violations + _decoder.Violations;
            }
        }
    }

    /// <summary>Bytes that the sending thread allocates between two sends, mean after a warm-up of 120 sends.</summary>
    public double BytesAllocatedBySender => Meter.Mean;

    /// <summary>
    /// A pulse of the line is over: when it began and how long it was, in ns. Called by hardware events, with the gate held: a
    /// listener notes it and returns.
    /// </summary>
    public event Action<long, long>? PulseEnded;

    /// <summary>Fault to inject: so many of the next openings on this pin are refused.</summary>
    public int RefuseOpens { get; set; }

    /// <summary>Fault to inject: so many of the next sends on this pin throw.</summary>
    public int FailSends { get; set; }

    /// <summary>Guards the line and its transmitter.</summary>
    internal object Gate { get; } = new();

    internal AllocationMeter Meter { get; } = new();

    /// <summary>What the pin is connected to: the transmitter opened last.</summary>
    internal TransmitQueue? Driver { get; set; }

    /// <summary>Puts a whole transmission on the line. Called in the order of time, with the gate held.</summary>
    internal void Carry(ReadOnlySpan<uint> words, Transmission transmission, in LineDrive drive)
    {
        long startNs = transmission.StartUs * 1000;
        long ticks = 0;
        _torn |= transmission.IsTorn;
        for (int loop = 0; loop < transmission.Loops; loop++)
        {
            foreach (uint word in words)
            {
                Half(SymbolWord.Duration0(word), SymbolWord.Level0(word), drive);
                Half(SymbolWord.Duration0(word) == 0 ? 0 : SymbolWord.Duration1(word), SymbolWord.Level1(word), drive);
            }
        }

        void Half(int duration, bool level, in LineDrive by)
        {
            if (duration != 0)
            {
                Drive(startNs + by.Ticks.Ns(ticks), level, by);
                ticks += duration;
            }
        }

        Drive(startNs + drive.Ticks.Ns(ticks), drive.IdleLevel, drive with { Carrier = null });
        if (!_level)
        {
            _clock.Schedule((_sinceNs + Ws2812Decoder.ResetNs + 999) / 1000, _latch);
        }
    }

    /// <summary>Tells the frames that are complete. Called by hardware events, with the gate free.</summary>
    internal void RaiseLatched()
    {
        while (true)
        {
            WireFrame? frame;
            lock (Gate)
            {
                if (!_latched.TryDequeue(out frame))
                {
                    return;
                }
            }

            _rmt.Raise(frame);
        }
    }

    /// <summary>280 µs after a transmission: when the line is still low, the strip takes over what it has.</summary>
    private void Latch()
    {
        using (AllocationMeter.HostWork())
        {
            lock (Gate)
            {
                if (!_level && _clock.NowUs * 1000 >= _sinceNs + Ws2812Decoder.ResetNs)
                {
                    Pulse(Ws2812Decoder.ResetNs);
                }
            }

            RaiseLatched();
        }
    }

    private void Drive(long atNs, bool level, in LineDrive drive)
    {
        bool outside = level != drive.Inverted;
        if (outside != _level)
        {
            if (_level)
            {
                PulseEnded?.Invoke(_sinceNs, atNs - _sinceNs);
            }

            Pulse(Math.Max(0, atNs - _sinceNs));
            _level = outside;
            _sinceNs = atNs;
            _chopped = drive.Carrier == level;
            if (outside && _decoder.BitCount == 0)
            {
                _frameStartNs = atNs;
            }
        }
    }

    /// <summary>Shows the decoder the level that the line had for <paramref name="durationNs"/>.</summary>
    private void Pulse(long durationNs)
    {
        if (!_decoder.Pulse(_level, durationNs, _chopped))
        {
            return;
        }

        _latched.Enqueue(new WireFrame
        {
            Pin = Pin,
            StartUs = _frameStartNs / 1000,
            LatchedUs = (_sinceNs + Ws2812Decoder.ResetNs + 999) / 1000,
            Bytes = _decoder.Bytes.ToArray(),
            Torn = _torn,
            TimingViolations = _decoder.Violations,
            FirstViolation = _decoder.FirstViolation
        });
        FramesLatched++;
        _violations += _decoder.Violations;
        _torn = false;
        _decoder.Clear();
    }
}
