using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>What a transmitter has yet to send, and the hardware events that send it. Guarded by the gate of its line.</summary>
internal sealed class TransmitQueue
{
    // Transmissions that the PC's hardware thread may be behind before a send has to allocate another.
    private const int Spares = 8;

    private readonly RmtPeripheral _rmt;
    private readonly IBoardClock _clock;
    private readonly RmtLine _line;
    private readonly TransmitChannelSettings _settings;
    private readonly EncoderStep[] _steps;
    private readonly SymbolClock _ticks;
    private readonly int _memorySymbols;
    private readonly Queue<Transmission> _waiting = new(Spares);
    private readonly Queue<Transmission> _spares = new(Spares);
    private readonly SymbolBuffer _words = new();
    private readonly Action _pump;
    private long _scheduledUs = Transmission.Never;
    private bool? _carrier;
    private Transmission? _unseen;

    public TransmitQueue(RmtPeripheral rmt, RmtLine line, TransmitChannelSettings settings, EncoderStep[] steps)
    {
        _rmt = rmt;
        _clock = rmt.Clock;
        _line = line;
        _settings = settings;
        _steps = steps;
        _ticks = new SymbolClock(settings.ResolutionHz);
        _memorySymbols = settings.NumberOfMemoryBlocks * SymbolMemory.BlockSymbols;
        _pump = Pump;
        for (int i = 0; i < Spares; i++)
        {
            _spares.Enqueue(NewTransmission());
        }

        ApplyCarrier();
    }

    /// <summary>When everything is out; <see cref="Transmission.Never"/> while something waits for others.</summary>
    public long FreeUs { get; private set; }

    /// <summary>When what was put on the wire is out.</summary>
    public long WireFreeUs { get; private set; }

    public void ApplyCarrier() => _carrier = _settings.EnableCarrierWave ? _settings.CarrierLevel : null;

    /// <summary>Puts a transmission behind what is on the wire.</summary>
    /// <param name="nowUs">The time of the send.</param>
    /// <param name="held">True when it is to wait for <see cref="Release"/>.</param>
    public void Add(long nowUs, bool held)
    {
        if (FreeUs > nowUs && Disturb(nowUs))
        {
            return;
        }

        if (_rmt.IsCoarse && !held)
        {
            SendUnseen(nowUs);
            return;
        }

        Transmission transmission = _spares.Count > 0 ? _spares.Dequeue() : NewTransmission();
        transmission.Prepare(_settings.EnableLooping ? _settings.LoopCount : 1);
        if (transmission.Loops > 1 && transmission.Symbols > _memorySymbols)
        {
            throw new InvalidOperationException(
                $"A looped transmission must fit into {_memorySymbols} symbols, this has {transmission.Symbols}.");
        }

        transmission.StartAt(held ? Transmission.Never : Math.Max(nowUs, FreeUs), later: FreeUs > nowUs);
        FreeUs = transmission.EndUs;
        _waiting.Enqueue(transmission);
        _line.FramesSent++;
        ScheduleNext();
    }

    /// <summary>Starts what waits for others.</summary>
    public void Release(long startUs)
    {
        if (_waiting.TryPeek(out Transmission? transmission))
        {
            transmission.StartAt(startUs, later: false);
            FreeUs = transmission.EndUs;
            ScheduleNext();
        }
    }

    /// <summary>Ends what is on the wire where it is.</summary>
    public void CutOff()
    {
        long nowUs = _clock.NowUs;
        CatchUp(nowUs);
        if (_waiting.TryPeek(out Transmission? transmission) && transmission.StartUs < nowUs)
        {
            _line.TornFrames += transmission.IsTorn ? 0 : 1;
            transmission.Cut(_words, nowUs);
            Finish(transmission);
        }

        _waiting.Clear();
    }

    // Nobody looks at the signal: its time passes, and that is all.
    private void SendUnseen(long nowUs)
    {
        _line.FramesSent++;
        _unseen ??= NewTransmission();
        _unseen.Prepare(1);
        _unseen.StartAt(nowUs, later: false);
        FreeUs = _unseen.EndUs;
        WireFreeUs = FreeUs;
    }

    private Transmission NewTransmission() => new(_steps, _ticks, _memorySymbols);

    /// <summary>
    /// What a send does to a transmission that has not ended: it resets the encoder. While that is still reading, it starts over
    /// in the middle of the frame and leaves nothing for the second send; the same for one that has not begun. One that is wholly
    /// in the memory goes out undisturbed.
    /// </summary>
    /// <returns>True when the second send has nothing of its own to send.</returns>
    private bool Disturb(long nowUs)
    {
        _line.SendsInFlight++;
        CatchUp(nowUs);
        if (!_waiting.TryPeek(out Transmission? transmission))
        {
            _line.TornFrames += _rmt.IsCoarse ? 1 : 0;
            return false;
        }

        if (transmission.StartUs <= nowUs)
        {
            _line.TornFrames += transmission.IsTorn ? 0 : 1;
            transmission.Restart(_words);
            FreeUs = transmission.EndUs;
        }

        return true;
    }

    private void Pump()
    {
        using (AllocationMeter.HostWork())
        {
            lock (_line.Gate)
            {
                _scheduledUs = Transmission.Never;
                CatchUp(_clock.NowUs);
                ScheduleNext();
            }

            _line.RaiseLatched();
        }
    }

    /// <summary>Does every fill that is due.</summary>
    private void CatchUp(long nowUs)
    {
        while (_waiting.TryPeek(out Transmission? transmission) && FillAt(transmission) <= nowUs)
        {
            bool wasTorn = transmission.IsTorn;
            transmission.Fill(_words, _clock, FillAt(transmission) - transmission.NextUs);
            _line.TornFrames += transmission.IsTorn && !wasTorn ? 1 : 0;
            FreeUs = _waiting.Count == 1 ? transmission.EndUs : FreeUs;
            if (transmission.IsEncoded)
            {
                Finish(_waiting.Dequeue());
            }
        }
    }

    /// <summary>When the next fill runs: the first one in the send itself, refills when nothing holds them up.</summary>
    private long FillAt(Transmission transmission) =>
        transmission.IsFilled ? _rmt.RefillAt(transmission.NextUs) : transmission.NextUs;

    /// <summary>All its symbols are known: puts them on the line, unless the pin was given to another since.</summary>
    private void Finish(Transmission transmission)
    {
        if (_line.Driver == this)
        {
            LineDrive drive = new(_ticks, _settings.SignalInverterEnabled, _settings.IdleLevel, _carrier);
            _line.Carry(_words.Words, transmission, drive);
        }

        WireFreeUs = transmission.EndUs;
        _spares.Enqueue(transmission);
    }

    private void ScheduleNext()
    {
        if (_waiting.TryPeek(out Transmission? transmission) && FillAt(transmission) < _scheduledUs)
        {
            _scheduledUs = FillAt(transmission);
            _clock.Schedule(_scheduledUs, _pump);
        }
    }
}
