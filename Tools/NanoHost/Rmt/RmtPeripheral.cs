using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoHost.Rmt;

/// <summary>The RMT of an ESP32-S3: four transmitters, four memory blocks of 48 symbols.</summary>
public sealed class RmtPeripheral : IDisposable
{
    private readonly IBoardClock _clock;
    private readonly SortedDictionary<int, RmtLine> _lines = new();

    internal RmtPeripheral(IBoardClock clock) => _clock = clock;

    /// <summary>A strip took over a frame. Raised as a hardware event, on the thread of the clock.</summary>
    public event Action<WireFrame>? FrameLatched;

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

    /// <summary>The line of a pin; made on first use.</summary>
    public RmtLine this[int pin]
    {
        get
        {
            lock (_lines)
            {
                if (!_lines.TryGetValue(pin, out RmtLine? line))
                {
                    _lines[pin] = line = new RmtLine(pin);
                }

                return line;
            }
        }
    }

    public void Dispose()
    {
    }

    internal RmtTransmitter Open(TransmitChannelSettings settings, EncoderSettings[] steps)
    {
        _ = steps.Length;
        return new RmtTransmitter(_clock, this[settings.PinNumber]);
    }

    internal void Raise(WireFrame frame) => FrameLatched?.Invoke(frame);
}
