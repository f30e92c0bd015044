namespace NanoFirmware;

/// <summary>
/// What the chips of a strip take for a bit, in ticks of 50 ns, from their makers' datasheets; each duration may be off by 0.15
/// µs.
/// </summary>
internal sealed class LedChip
{
    /// <summary>Names, by index.</summary>
    public static readonly string[] Names = { "ws2812b", "ws2811", "sk6812" };

    private const int BitsPerPixel = 24;
    private const int TicksPerUs = Board.RmtResolutionHz / 1000000;

    private LedChip(int t0HighTicks, int t0LowTicks, int t1HighTicks, int t1LowTicks)
    {
        T0HighTicks = t0HighTicks;
        T0LowTicks = t0LowTicks;
        T1HighTicks = t1HighTicks;
        T1LowTicks = t1LowTicks;
        int zeroTicks = t0HighTicks + t0LowTicks;
        int oneTicks = t1HighTicks + t1LowTicks;
        PixelUs = (((zeroTicks > oneTicks ? zeroTicks : oneTicks) * BitsPerPixel) + TicksPerUs - 1) / TicksPerUs;
    }

    public readonly int T0HighTicks;

    public readonly int T0LowTicks;

    public readonly int T1HighTicks;

    public readonly int T1LowTicks;

    /// <summary>A pixel's time on the wire at most, in µs.</summary>
    public readonly int PixelUs;

    /// <summary>The chip with that index among <see cref="Names"/>.</summary>
    public static LedChip Of(int index)
    {
        switch (index)
        {
            case 0:
                // Worldsemi, WS2812B: T0H 0.40, T0L 0.85, T1H 0.80, T1L 0.45 µs.
                return new LedChip(8, 17, 16, 9);
            case 1:
                // Worldsemi, WS2811: T0H 0.50, T0L 2.00, T1H 1.20, T1L 1.30 µs, all of them half as long at 800 kHz.
                return new LedChip(5, 20, 12, 13);
            default:
                // Normand, SK6812: T0H 0.30, T0L 0.90, T1H 0.60, T1L 0.60 µs.
                return new LedChip(6, 18, 12, 12);
        }
    }
}
