using System.Device.I2s;

namespace NanoHost.I2s;

/// <summary>
/// An open bus that receives. The DMA fills descriptors of 256 frames in the time of the sample clock; full ones wait in a queue
/// that is one shorter than their number and loses its oldest when it is full.
/// </summary>
/// <remarks>
/// Which descriptors are full follows from the clock alone. What is in one is asked of the source by a hardware event while it is
/// being filled, so that a read finds it ready; a read that comes first asks itself.
/// </remarks>
internal sealed class I2sReceiver
{
    public const int DescriptorFrames = 256;

    private const long UsPerSecond = 1_000_000;

    private readonly I2sPeripheral _peripheral;
    private readonly IBoardClock _clock;
    private readonly I2sFormat _format;
    private readonly MicrophoneLine _line;
    private readonly int _rateHz;
    private readonly long _startUs;
    private readonly int[][] _ring;
    private readonly int[] _current = new int[DescriptorFrames * 2];
    private readonly Action _fillNext;
    private readonly object _gate = new();
    private int _currentFrame = DescriptorFrames;
    private long _next;
    private long _filled;
    private long _framesRead;
    private long _lost;
    private long _closedUs = long.MaxValue;

    public I2sReceiver(
        I2sPeripheral peripheral, IBoardClock clock, I2sConnectionSettings settings, I2sFormat format, int descriptors)
    {
        _peripheral = peripheral;
        _clock = clock;
        _format = format;
        _rateHz = peripheral.HalfRate ? settings.SampleRate / 2 : settings.SampleRate;
        _startUs = clock.NowUs;
        Descriptors = descriptors;
        _line = new MicrophoneLine(peripheral, DescriptorFrames);
        _ring = new int[descriptors + 1][];
        for (int i = 0; i < _ring.Length; i++)
        {
            _ring[i] = new int[DescriptorFrames * 2];
        }

        _fillNext = FillNext;
        _clock.Schedule(MiddleUs(0), _fillNext);
    }

    public int Descriptors { get; }

    /// <summary>Frames that the DMA has completed.</summary>
    public long FramesProduced => Completed() * DescriptorFrames;

    /// <summary>Frames that reads have taken.</summary>
    public long FramesRead => Interlocked.Read(ref _framesRead);

    /// <summary>Frames that went unread.</summary>
    public long FramesLost
    {
        get
        {
            lock (_gate)
            {
                return (_lost + Overflow()) * DescriptorFrames;
            }
        }
    }

    /// <summary>Full descriptors that wait.</summary>
    public int Queued
    {
        get
        {
            lock (_gate)
            {
                return (int)(Completed() - _next - Overflow());
            }
        }
    }

    private int QueueLength => Descriptors - 1;

    private bool IsClosed => Volatile.Read(ref _closedUs) != long.MaxValue;

    public void Read(Span<byte> buffer)
    {
        _peripheral.BeginRead();
        int units = _format.Units(buffer.Length);
        while (units > 0)
        {
            if (_currentFrame == DescriptorFrames)
            {
                Take();
            }

            int count = Math.Min(units, (DescriptorFrames - _currentFrame) / _format.UnitFrames);
            for (int i = 0; i < count; i++)
            {
                _format.Write(_current.AsSpan(_currentFrame * 2), buffer);
                _currentFrame += _format.UnitFrames;
                buffer = buffer[_format.OutputBytes..];
            }

            units -= count;
            Interlocked.Add(ref _framesRead, count * _format.UnitFrames);
        }
    }

    public void Close()
    {
        if (Interlocked.CompareExchange(ref _closedUs, _clock.NowUs, long.MaxValue) == long.MaxValue)
        {
            _peripheral.Closed(this);
        }
    }

    /// <summary>The next descriptors are passed over without a word, also such as are not full yet.</summary>
    public void Vanish(int descriptors)
    {
        lock (_gate)
        {
            _next += descriptors;
        }
    }

    /// <summary>Waits for the next full descriptor and takes it out of the queue.</summary>
    private void Take()
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(IsClosed, typeof(I2sDevice));
            lock (_gate)
            {
                long overflow = Overflow();
                _lost += overflow;
                _next += overflow;
                if (_next < Completed())
                {
                    FillTo(_next);
                    _ring[_next % _ring.Length].CopyTo(_current, 0);
                    _next++;
                    _currentFrame = 0;
                    return;
                }
            }

            _clock.WaitUntil(DueUs(_next));
        }
    }

    /// <summary>Hardware event in the middle of every descriptor.</summary>
    private void FillNext()
    {
        if (IsClosed)
        {
            return;
        }

        lock (_gate)
        {
            FillTo(Completed());
            _clock.Schedule(Math.Max(MiddleUs(_filled), _clock.NowUs), _fillNext);
        }
    }

    /// <summary>
    /// Fills every descriptor up to <paramref name="last"/>, also those that nobody will read: sources are heard in order.
    /// </summary>
    private void FillTo(long last)
    {
        using AllocationMeter.HostScope scope = AllocationMeter.HostWork();
        for (; _filled <= last; _filled++)
        {
            long firstUs = _startUs + _filled * DescriptorFrames * UsPerSecond / _rateHz;
            long unplugged = (_peripheral.PluggedInFromUs - firstUs) * _rateHz / UsPerSecond;
            _line.Fill(
                _filled * DescriptorFrames,
                _rateHz,
                (int)Math.Clamp(unplugged, 0, DescriptorFrames),
                _ring[_filled % _ring.Length]);
        }
    }

    private long Overflow() => Math.Max(0, Completed() - _next - QueueLength);

    private long Completed() =>
        (Math.Min(_clock.NowUs, Volatile.Read(ref _closedUs)) - _startUs) * _rateHz / (DescriptorFrames * UsPerSecond);

    private long DueUs(long descriptor)
    {
        long frames = (descriptor + 1) * DescriptorFrames;
        return _startUs + (frames * UsPerSecond + _rateHz - 1) / _rateHz;
    }

    private long MiddleUs(long descriptor) => (DueUs(descriptor - 1) + DueUs(descriptor)) / 2;
}
