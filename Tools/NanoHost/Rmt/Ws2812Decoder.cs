using System.Globalization;

namespace NanoHost.Rmt;

/// <summary>
/// What the chips of a strip make of a line: pulses in, bytes out (most significant bit first), each pulse checked against their
/// datasheet, all ±0.15 µs, and a reset of at least 280 µs, as current WS2812B want it.
/// </summary>
public sealed class Ws2812Decoder
{
    /// <summary>Low time that ends a frame.</summary>
    public const long ResetNs = 280_000;

    private const long ToleranceNs = 150;
    private const int BitsPerPixel = 24;

    private byte[] _bytes = new byte[540];
    private int _bits;
    private long _highNs;

    /// <summary>What the chips are; WS2812B unless a host says otherwise.</summary>
    public ChipTimings Chip { get; set; } = ChipTimings.Ws2812B;

    /// <summary>Bits of the frame so far.</summary>
    public int BitCount => _bits;

    /// <summary>Whole bytes of the frame so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _bits / 8);

    /// <summary>Pulses and resets outside the limits in the frame so far.</summary>
    public int Violations { get; private set; }

    /// <summary>The first violation of the frame in words, or null.</summary>
    public string? FirstViolation { get; private set; }

    /// <summary>Takes the next level of the line; levels alternate.</summary>
    /// <param name="high">The level.</param>
    /// <param name="durationNs">How long it lasted.</param>
    /// <param name="chopped">True when a carrier chopped it.</param>
    /// <returns>True when this was a reset and a frame is complete: take it, then <see cref="Clear"/>.</returns>
    public bool Pulse(bool high, long durationNs, bool chopped = false)
    {
        if (chopped)
        {
            Violate("the carrier is on");
        }

        if (high)
        {
            _highNs = durationNs;
            return false;
        }

        if (_highNs > 0)
        {
            TakeBit(_highNs, durationNs);
            _highNs = 0;
        }

        if (durationNs < ResetNs)
        {
            return false;
        }

        CheckPixels();
        return _bits > 0;
    }

    /// <summary>Begins a new frame.</summary>
    public void Clear()
    {
        _bits = 0;
        Violations = 0;
        FirstViolation = null;
    }

    private void TakeBit(long highNs, long lowNs)
    {
        ChipTimings chip = Chip;
        bool one = highNs > chip.ThresholdNs;
        Check(one ? "T1H" : "T0H", highNs, one ? chip.T1H : chip.T0H);
        if (lowNs < ResetNs)
        {
            Check(one ? "T1L" : "T0L", lowNs, one ? chip.T1L : chip.T0L);
        }

        int at = _bits / 8;
        if (at == _bytes.Length)
        {
            Array.Resize(ref _bytes, at * 2);
        }

        byte mask = (byte)(0x80 >> (_bits % 8));
        _bytes[at] = (byte)(one ? _bytes[at] | mask : _bytes[at] & ~mask);
        _bits++;
    }

    private void Check(string name, long ns, int nominalNs)
    {
        if (Math.Abs(ns - nominalNs) <= ToleranceNs)
        {
            return;
        }

        bool afterFrame = name[2] == 'L' && ns > 10 * nominalNs;
        if (FirstViolation != null)
        {
            // Counted; only the first one is told of.
            Violate(string.Empty);
            return;
        }

        Violate(afterFrame
            ? $"after bit {_bits}: low for {Us(ns)} µs is no reset, that takes 280"
            : $"bit {_bits}: {name} {Us(ns)} µs, allowed {Us(nominalNs - ToleranceNs)}-{Us(nominalNs + ToleranceNs)}");
    }

    private void CheckPixels()
    {
        if (_bits % BitsPerPixel != 0)
        {
            Violate($"{_bits} bits are no whole number of pixels");
        }
    }

    private void Violate(string text)
    {
        Violations++;
        FirstViolation ??= text;
    }

    private static string Us(long ns) => (ns / 1000.0).ToString("0.00", CultureInfo.InvariantCulture);
}
