namespace NanoHost.Rmt;

/// <summary>What the chips of a strip take for a bit, in ns, from their datasheets.</summary>
/// <param name="T0H">High time of a 0.</param>
/// <param name="T0L">Low time of a 0.</param>
/// <param name="T1H">High time of a 1.</param>
/// <param name="T1L">Low time of a 1.</param>
public sealed record ChipTimings(int T0H, int T0L, int T1H, int T1L)
{
    public static ChipTimings Ws2812B { get; } = new(400, 850, 800, 450);

    /// <summary>At 800 kHz, which halves the times of its table.</summary>
    public static ChipTimings Ws2811 { get; } = new(250, 1000, 600, 650);

    public static ChipTimings Sk6812 { get; } = new(300, 900, 600, 600);

    /// <summary>Halfway between the two high times: longer is a 1.</summary>
    public int ThresholdNs => (T0H + T1H) / 2;
}
