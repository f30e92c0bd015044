using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>One open transmitter of the RMT, as the device's channels see it.</summary>
internal sealed class RmtTransmitter
{
    private readonly RmtPeripheral _rmt;
    private readonly RmtLine _line;
    private readonly RmtEncoder _encoder;
    private readonly TransmitQueue _queue;
    private RmtSyncGroup? _group;
    private bool _closed;

    public RmtTransmitter(RmtPeripheral rmt, TransmitChannelSettings settings, EncoderSettings[] steps)
    {
        _rmt = rmt;
        _line = rmt[settings.PinNumber];
        _encoder = new RmtEncoder(steps);
        _queue = new TransmitQueue(rmt, _line, settings, _encoder.Steps);
    }

    /// <summary>GPIO it was opened on.</summary>
    public int Pin => _line.Pin;

    /// <summary>When what was put on the wire is out.</summary>
    public long WireFreeUs => _queue.WireFreeUs;

    /// <summary>Connects the pin to this transmitter, away from any other.</summary>
    public void Connect() => _line.Driver = _queue;

    /// <summary>Takes the carrier from the settings: nothing reads it later.</summary>
    public void ApplyCarrier() => _queue.ApplyCarrier();

    public void SendWithEncoders(EncoderData[] data, bool wait)
    {
        CheckOpen();
        _line.ArraysIgnored += _encoder.Bind(data);
        Send(wait);
    }

    public void SendSymbols(byte[] data, bool wait)
    {
        if (!_encoder.TakesSymbols)
        {
            throw new InvalidOperationException(
                "Symbols go to a channel whose only step is a copy encoder without symbols of its own.");
        }

        WaitUntilIdle();
        _encoder.BindCopy(data);
        Send(wait);
    }

    public void WaitUntilIdle()
    {
        CheckOpen();
        for (long freeUs = FreeUs(); _rmt.Clock.NowUs < freeUs; freeUs = FreeUs())
        {
            _rmt.Clock.WaitUntil(freeUs);
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
        lock (_line.Gate)
        {
            _queue.Release(startUs);
        }
    }

    /// <summary>What it was given lies elsewhere now.</summary>
    public void MoveArrays()
    {
        lock (_line.Gate)
        {
            _encoder.MoveArrays();
        }
    }

    /// <summary>Ends what is on the wire where it is, and gives pin and memory back.</summary>
    public void Close()
    {
        lock (_line.Gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            _queue.CutOff();
        }

        _rmt.Free(this);
    }

    private void Send(bool wait)
    {
        _line.Meter.Mark();
        if (_line.FailSends > 0)
        {
            _line.FailSends--;
            throw new InvalidOperationException($"RMT: the send on GPIO {Pin} failed.");
        }

        if (_encoder.IsStale)
        {
            _line.StaleFrames++;
            _line.LastStaleUs = _rmt.Clock.NowUs;
        }

        bool held = _group is { Holds: true };
        lock (_line.Gate)
        {
            _queue.Add(_rmt.Clock.NowUs, held);
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

    private long FreeUs()
    {
        lock (_line.Gate)
        {
            return _queue.FreeUs != Transmission.Never
                ? _queue.FreeUs
                : throw new InvalidOperationException(
                    $"GPIO {Pin} waits for a synchronous start and would for ever: send on every channel of the manager first.");
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
