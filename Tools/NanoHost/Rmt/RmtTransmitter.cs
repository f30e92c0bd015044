using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>One transmitter of the RMT: its encoder, what it has yet to send, and the hardware events that send it.</summary>
internal sealed class RmtTransmitter
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
    private readonly Queue<Transmission> _queue = new(Spares);
    private readonly Queue<Transmission> _spares = new(Spares);
    private readonly SymbolBuffer _words = new();
    private readonly Action _pump;
    private long _freeUs;
    private RmtSyncGroup? _group;
    private byte[] _symbols = Array.Empty<byte>();
    private long _scheduledUs = Transmission.Never;
    private bool? _carrier;
    private bool _closed;

    public RmtTransmitter(RmtPeripheral rmt, TransmitChannelSettings settings, EncoderSettings[] steps)
    {
        _rmt = rmt;
        _clock = rmt.Clock;
        _settings = settings;
        Pin = settings.PinNumber;
        _line = rmt[Pin];
        _ticks = new SymbolClock(settings.ResolutionHz);
        _memorySymbols = settings.NumberOfMemoryBlocks * SymbolMemory.BlockSymbols;
        _steps = Array.ConvertAll(steps, step => new EncoderStep(step));
        _pump = Pump;
        for (int i = 0; i < Spares; i++)
        {
            _spares.Enqueue(NewTransmission());
        }

        ApplyCarrier();
    }

    /// <summary>GPIO it was opened on.</summary>
    public int Pin { get; }

    /// <summary>When what was put on the wire is out.</summary>
    public long WireFreeUs { get; private set; }

    private object Gate => _line.Gate;

    /// <summary>Takes the carrier from the settings: nothing reads it later.</summary>
    public void ApplyCarrier() => _carrier = _settings.EnableCarrierWave ? _settings.CarrierLevel : null;

    public void SendWithEncoders(EncoderData[] data, bool wait)
    {
        Bind(data);
        Send(wait);
    }

    public void SendSymbols(byte[] data, bool wait)
    {
        if (_steps.Length != 1 || !_steps[0].IsCopy || _steps[0].IsFixed)
        {
            throw new InvalidOperationException("Symbols go to a channel whose only step is a copy encoder without symbols of its own.");
        }

        WaitUntilIdle();
        if (_symbols.Length < data.Length)
        {
            _symbols = new byte[data.Length];
        }

        data.CopyTo(_symbols, 0);
        _steps[0].Bind(_symbols, data.Length, 1);
        Send(wait);
    }

    public void WaitUntilIdle()
    {
        CheckOpen();
        for (long endUs = EndUs(); _clock.NowUs < endUs; endUs = EndUs())
        {
            _clock.WaitUntil(endUs);
        }
    }

    /// <summary>Ties the transmitter to a group.</summary>
    public void Join(RmtSyncGroup group)
    {
        CheckOpen();
        _group = group;
    }

    public void Leave() => _group = null;

    /// <summary>Starts what waits for the group.</summary>
    public void Release(long startUs)
    {
        lock (Gate)
        {
            if (_queue.TryPeek(out Transmission? transmission))
            {
                transmission.StartAt(startUs, later: false);
                _freeUs = transmission.EndUs;
                ScheduleNext();
            }
        }
    }

    /// <summary>Ends what is on the wire where it is, and gives pin and memory back.</summary>
    public void Close()
    {
        lock (Gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            CutOff();
        }

        _rmt.Free(this);
    }

    private Transmission NewTransmission() => new(_steps, _ticks, _memorySymbols);

    private long EndUs()
    {
        lock (Gate)
        {
            return _freeUs != Transmission.Never
                ? _freeUs
                : throw new InvalidOperationException(
                    $"GPIO {Pin} waits for a synchronous start and would for ever: send on every channel of the manager first.");
        }
    }

    /// <summary>Gives data to the steps that have none yet; those that have keep theirs.</summary>
    private void Bind(EncoderData[] data)
    {
        int next = 0;
        foreach (EncoderStep step in _steps)
        {
            if (step.Data == null && next < data.Length)
            {
                EncoderData given = data[next++];
                ArgumentNullException.ThrowIfNull(given.Data);
                step.Bind(given.Data, given.Data.Length, given.Loop);
            }
        }

        foreach (EncoderData given in data)
        {
            _line.ArraysIgnored += IsBound(given.Data) ? 0 : 1;
        }
    }

    private bool IsBound(byte[] data)
    {
        foreach (EncoderStep step in _steps)
        {
            if (step.Data == data)
            {
                return true;
            }
        }

        return false;
    }

    private void Send(bool wait)
    {
        CheckOpen();
        _line.Meter.Mark();
        if (_line.FailSends > 0)
        {
            _line.FailSends--;
            throw new InvalidOperationException($"RMT: the send on GPIO {Pin} failed.");
        }

        bool held;
        lock (Gate)
        {
            held = Enqueue(_clock.NowUs);
        }

        if (held)
        {
            _group!.Arrive(this);
        }

        if (wait)
        {
            WaitUntilIdle();
        }
    }

    /// <summary>Puts a transmission behind what is on the wire.</summary>
    /// <returns>True when it waits for a group.</returns>
    private bool Enqueue(long nowUs)
    {
        if (_freeUs > nowUs && Disturb(nowUs))
        {
            return false;
        }

        Transmission transmission = _spares.Count > 0 ? _spares.Dequeue() : NewTransmission();
        transmission.Prepare(_settings.EnableLooping ? _settings.LoopCount : 1);
        if (transmission.Loops > 1 && transmission.Symbols > _memorySymbols)
        {
            throw new InvalidOperationException(
                $"A looped transmission must fit into {_memorySymbols} symbols, this has {transmission.Symbols}.");
        }

        bool held = _group != null && _group.Holds;
        transmission.StartAt(held ? Transmission.Never : Math.Max(nowUs, _freeUs), later: _freeUs > nowUs);
        _freeUs = transmission.EndUs;
        _queue.Enqueue(transmission);
        _line.FramesSent++;
        ScheduleNext();
        return held;
    }

    /// <summary>
    /// What a send does to a transmission that has not ended: it resets the encoder. While that is still reading, it starts over in the
    /// middle of the frame and leaves nothing for the second send; the same for one that has not begun. One that is wholly in the memory
    /// goes out undisturbed.
    /// </summary>
    /// <returns>True when the second send has nothing of its own to send.</returns>
    private bool Disturb(long nowUs)
    {
        _line.SendsInFlight++;
        CatchUp(nowUs);
        if (!_queue.TryPeek(out Transmission? transmission))
        {
            return false;
        }

        if (transmission.StartUs <= nowUs)
        {
            _line.TornFrames += transmission.IsTorn ? 0 : 1;
            transmission.Restart(_words);
            _freeUs = transmission.EndUs;
        }

        return true;
    }

    private void Pump()
    {
        using (AllocationMeter.HostWork())
        {
            lock (Gate)
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
        while (_queue.TryPeek(out Transmission? transmission) && transmission.NextUs <= nowUs)
        {
            bool wasTorn = transmission.IsTorn;
            transmission.Fill(_words, _clock);
            _line.TornFrames += transmission.IsTorn && !wasTorn ? 1 : 0;
            if (transmission.IsEncoded)
            {
                _freeUs = _queue.Count == 1 ? transmission.EndUs : _freeUs;
                Finish(_queue.Dequeue());
            }
        }
    }

    /// <summary>All its symbols are known: puts them on the line, unless another transmitter was given the pin since.</summary>
    private void Finish(Transmission transmission)
    {
        if (_line.Transmitter == this)
        {
            _line.Carry(
                _words.Words,
                transmission,
                new LineDrive(_ticks, _settings.SignalInverterEnabled, _settings.IdleLevel, _carrier));
        }

        WireFreeUs = transmission.EndUs;
        _spares.Enqueue(transmission);
    }

    private void CutOff()
    {
        long nowUs = _clock.NowUs;
        CatchUp(nowUs);
        if (_queue.TryPeek(out Transmission? transmission) && transmission.StartUs < nowUs)
        {
            _line.TornFrames += transmission.IsTorn ? 0 : 1;
            transmission.Cut(_words, nowUs);
            Finish(transmission);
        }

        _queue.Clear();
    }

    private void ScheduleNext()
    {
        if (_queue.TryPeek(out Transmission? transmission) && transmission.NextUs < _scheduledUs)
        {
            _scheduledUs = transmission.NextUs;
            _clock.Schedule(_scheduledUs, _pump);
        }
    }

    private void CheckOpen()
    {
        if (_closed)
        {
            throw new ObjectDisposedException(nameof(TransmitterEncodedChannel), $"The channel on GPIO {Pin} is closed.");
        }
    }
}
