namespace nanoFramework.Hardware.Esp32.Rmt;

public enum LedType
{
    WS2811 = 0,
    WS2812 = 1,
    WS2813 = 2,
    WS2815 = 3,
    SK2812 = 4
}

/// <summary>
/// A ready-made transmitter for strips: 10 MHz, one memory block, the library's own timings (WS2812: a reset of 50 µs). Every
/// send allocates an array and an <see cref="EncoderData"/>, as on the device.
/// </summary>
public class LedTransmitChannel : IDisposable
{
    private const int ResolutionHz = 10_000_000;

    private readonly TransmitterEncodedChannel _channel;

    public LedTransmitChannel(int pinNumber, LedType wsType)
        : this(pinNumber, TimingsOf(wsType))
    {
    }

    /// <param name="pinNumber">GPIO of the strip.</param>
    /// <param name="T0L">Low part of a 0, in 100 ns, like all that follow.</param>
    /// <param name="T0H">High part of a 0.</param>
    /// <param name="T1L">Low part of a 1.</param>
    /// <param name="T1H">High part of a 1.</param>
    /// <param name="ResetTime">Low after the last bit.</param>
    public LedTransmitChannel(int pinNumber, ushort T0L, ushort T0H, ushort T1L, ushort T1H, ushort ResetTime)
    {
        int firstHalf = ResetTime / 2;
        RmtSymbol reset = new((ushort)firstHalf, false, (ushort)(ResetTime - firstHalf), false);
        _channel = new TransmitterEncodedChannel(
            new TransmitChannelSettings(pinNumber) { ResolutionHz = ResolutionHz, NumberOfMemoryBlocks = 1 },
            new EncoderSettings[]
            {
                new ByteEncoderSettings(new RmtSymbol(T0H, true, T0L, false), new RmtSymbol(T1H, true, T1L, false), true),
                new CopyEncoderSettings(new[] { reset })
            });
    }

    private LedTransmitChannel(int pinNumber, (ushort T0L, ushort T0H, ushort T1L, ushort T1H, ushort Reset) timings)
        : this(pinNumber, timings.T0L, timings.T0H, timings.T1L, timings.T1H, timings.Reset)
    {
    }

    public void SendLedData(byte[] ledData, int RepeatDataCount = 1, bool waitToComplete = true) =>
        _channel.SendWithEncoders(new[] { new EncoderData(ledData, RepeatDataCount) }, waitToComplete);

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _channel.Dispose();
        }
    }

    private static (ushort T0L, ushort T0H, ushort T1L, ushort T1H, ushort Reset) TimingsOf(LedType type) => type switch
    {
        LedType.WS2811 => (20, 5, 13, 12, 500),
        LedType.WS2812 => (9, 3, 3, 9, 500),
        LedType.WS2813 or LedType.WS2815 => (6, 3, 3, 6, 3000),
        LedType.SK2812 => (9, 3, 6, 6, 800),
        _ => throw new ArgumentException($"Unknown LED type {type}.")
    };
}
