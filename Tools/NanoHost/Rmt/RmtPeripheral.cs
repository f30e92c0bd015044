using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>The RMT of an ESP32-S3: four transmitters, four memory blocks of 48 symbols.</summary>
public sealed class RmtPeripheral : IDisposable
{
    private const string Name = "RMT";

    private readonly IBoardClock _clock;
    private readonly PinMatrix _pins;
    private readonly SortedDictionary<int, RmtLine> _lines = new();
    private readonly SymbolMemory _memory = new();
    private readonly HashSet<RmtTransmitter> _open = new();
    private long _stalledFromUs;
    private long _stalledUntilUs;

    internal RmtPeripheral(IBoardClock clock, PinMatrix pins)
    {
        _clock = clock;
        _pins = pins;
    }

    /// <summary>
    /// A strip took over a frame. Raised as a hardware event, on the thread of the clock, at or shortly after its time.
    /// </summary>
    public event Action<WireFrame>? FrameLatched;

    /// <summary>
    /// Signals take their time and are not looked at: nothing is decoded, no frame is latched. A send into a transmission still
    /// counts as torn, a write into its buffer does not. For runs over days.
    /// </summary>
    public bool IsCoarse { get; set; }

    /// <summary>Every line that was used or asked for, by pin.</summary>
    public IReadOnlyList<RmtLine> Lines
    {
        get
        {
            lock (_lines)
            {
                return _lines.Values.ToArray();
            }
        }
    }

    /// <summary>The group that holds transmissions back; there can be one.</summary>
    internal RmtSyncGroup? SyncGroup { get; set; }

    internal IBoardClock Clock => _clock;

    /// <summary>The line of a pin; made on first use.</summary>
    public RmtLine this[int pin]
    {
        get
        {
            if (!PinMatrix.Exists(pin))
            {
                throw new ArgumentException($"The ESP32-S3 has no GPIO {pin}: use 0-21 or 26-48.");
            }

            lock (_lines)
            {
                if (!_lines.TryGetValue(pin, out RmtLine? line))
                {
                    _lines[pin] = line = new RmtLine(this, _clock, pin);
                }

                return line;
            }
        }
    }

    /// <summary>
    /// No refill runs from now on for <paramref name="us"/>: what a write to flash does. A transmission whose memory runs empty
    /// meanwhile sends what it sent before once more, and is torn.
    /// </summary>
    public void StallRefills(long us)
    {
        lock (_memory)
        {
            long nowUs = _clock.NowUs;
            _stalledFromUs = nowUs <= _stalledUntilUs ? _stalledFromUs : nowUs;
            _stalledUntilUs = Math.Max(_stalledUntilUs, nowUs + us);
        }
    }

    /// <summary>
    /// The arrays that transmitters were given lie elsewhere now. A transmitter knows their old places alone: it sends for ever
    /// what was there, until it is closed and another is opened.
    /// </summary>
    public void MoveArrays() => Array.ForEach(Opened(), transmitter => transmitter.MoveArrays());

    /// <summary>Closes every transmitter.</summary>
    public void Dispose() => Array.ForEach(Opened(), transmitter => transmitter.Close());

    private RmtTransmitter[] Opened()
    {
        lock (_memory)
        {
            return _open.ToArray();
        }
    }

    internal RmtTransmitter Open(TransmitChannelSettings settings, EncoderSettings[] steps)
    {
        RmtLine line = this[settings.PinNumber];
        if (line.RefuseOpens > 0)
        {
            line.RefuseOpens--;
            throw new InvalidOperationException($"RMT: opening a transmitter on GPIO {line.Pin} failed.");
        }

        _pins.Take(line.Pin, Name);
        RmtTransmitter transmitter = new(this, settings, steps);
        lock (_memory)
        {
            if (!_memory.TryTake(transmitter, settings.NumberOfMemoryBlocks))
            {
                throw new InvalidOperationException(
                    $"RMT: no transmitter with {settings.NumberOfMemoryBlocks} memory blocks in a row is left for GPIO "
                        + $"{line.Pin}: {_memory}.");
            }

            _open.Add(transmitter);
        }

        transmitter.Connect();
        return transmitter;
    }

    internal void Free(RmtTransmitter transmitter)
    {
        lock (_memory)
        {
            _memory.Free(transmitter);
            _open.Remove(transmitter);
            if (!_open.Any(other => other.Pin == transmitter.Pin))
            {
                _pins.Release(transmitter.Pin, Name);
            }
        }
    }

    /// <summary>When a refill that is due at <paramref name="dueUs"/> can run.</summary>
    internal long RefillAt(long dueUs)
    {
        lock (_memory)
        {
            return dueUs >= _stalledFromUs && dueUs < _stalledUntilUs ? _stalledUntilUs : dueUs;
        }
    }

    internal void Raise(WireFrame frame) => FrameLatched?.Invoke(frame);
}
