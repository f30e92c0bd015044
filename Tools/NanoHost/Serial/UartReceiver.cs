namespace NanoHost.Serial;

/// <summary>
/// An open serial port. Bytes go from the hardware's queue of 128 into the driver's ring by interrupt: a full ring drops what
/// comes, without a word; a queue that ran over while interrupts were held up empties itself and the ring.
/// </summary>
internal sealed class UartReceiver
{
    /// <summary>The ring's size when nobody says another.</summary>
    public const int DefaultRing = 256;

    private const int QueueBytes = 128;

    // More than this goes out through an address that the heap may have left meanwhile.
    private const int LongestWrite = 120;

    private readonly object _gate = new();
    private readonly SerialPeripheral _ports;
    private readonly IBoardClock _clock;
    private readonly string _name;
    private readonly (int Receive, int Send) _pins;
    private readonly int _ringBytes;
    private readonly Queue<byte> _ring;
    private int _queued;
    private readonly long _openedUs;
    private long _stalledFromUs = long.MaxValue;
    private long _stalledUntilUs;

    public UartReceiver(
        SerialPeripheral ports, IBoardClock clock, string name, (int Receive, int Send) pins, int ringBytes)
    {
        _ports = ports;
        _clock = clock;
        _name = name;
        _pins = pins;
        _ringBytes = ringBytes;
        _ring = new Queue<byte>(ringBytes);
        _openedUs = clock.NowUs;
    }

    /// <summary>Bytes in the ring.</summary>
    public int Available
    {
        get
        {
            lock (_gate)
            {
                CatchUp(_clock.NowUs);
                return _ring.Count;
            }
        }
    }

    /// <summary>
    /// Waits until there are enough to fill <paramref name="buffer"/>, with all managed threads, as the driver does.
    /// </summary>
    public int Read(Span<byte> buffer, int timeoutMs)
    {
        if (_ports.FailReads > 0)
        {
            _ports.FailReads--;
            throw new InvalidOperationException($"UART: a read of {_name} failed.");
        }

        long untilUs = timeoutMs < 0 ? long.MaxValue : _clock.NowUs + (timeoutMs * 1000L);
        while (Available < buffer.Length)
        {
            long nextUs = NextUs();
            if (nextUs == long.MaxValue && untilUs == long.MaxValue)
            {
                throw new InvalidOperationException(
                    $"A read of {buffer.Length} bytes from {_name} would wait for ever, with every thread: ask BytesToRead.");
            }

            if (nextUs > untilUs)
            {
                _clock.WaitUntil(untilUs);
                throw new TimeoutException();
            }

            _clock.WaitUntil(nextUs);
        }

        lock (_gate)
        {
            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = _ring.Dequeue();
            }
        }

        return buffer.Length;
    }

    public static void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestWrite)
        {
            throw new InvalidOperationException(
                $"More than {LongestWrite} bytes leave from where the array was when it was written: write less at a time.");
        }
    }

    public void Stall(long nowUs, long us)
    {
        lock (_gate)
        {
            CatchUp(nowUs);
            _stalledFromUs = nowUs < _stalledUntilUs ? _stalledFromUs : nowUs;
            _stalledUntilUs = Math.Max(_stalledUntilUs, nowUs + us);
        }
    }

    public void Close() => _ports.Close(_name, _pins);

    private long NextUs()
    {
        lock (_gate)
        {
            long nextUs = long.MaxValue;
            _ports.At(_pins.Receive)?.TryNext(long.MinValue, out _, out nextUs);
            return nextUs;
        }
    }

    private void CatchUp(long nowUs)
    {
        SerialFeed? sensor = _ports.At(_pins.Receive);
        while (sensor != null && sensor.TryNext(nowUs, out byte value, out long atUs))
        {
            if (atUs < _openedUs)
            {
                continue;
            }

            if (atUs >= _stalledFromUs && atUs < _stalledUntilUs)
            {
                Queue(value);
            }
            else
            {
                Take(value);
            }
        }

        if (nowUs >= _stalledUntilUs)
        {
            EndStall();
        }
    }

    // Nobody empties it: what does not fit makes the driver throw all away.
    private void Queue(byte value)
    {
        _queued++;
        if (_queued > QueueBytes)
        {
            _ports.BytesFlushed += _ring.Count + 1;
            _ring.Clear();
            _queued = 0;
            return;
        }

        Put(value);
    }

    private void Take(byte value)
    {
        if (_queued > 0)
        {
            EndStall();
        }

        Put(value);
    }

    private void EndStall()
    {
        _queued = 0;
        _stalledFromUs = long.MaxValue;
    }

    private void Put(byte value)
    {
        if (_ring.Count == _ringBytes)
        {
            _ports.BytesDropped++;
            return;
        }

        _ring.Enqueue(value);
    }
}
