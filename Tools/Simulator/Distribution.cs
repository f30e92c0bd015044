namespace NanoFirmware.Simulator;

/// <summary>Durations in whole microseconds: mean and percentiles of any number of them in constant memory.</summary>
public sealed class Distribution
{
    // 100 ms: what lies above counts as that much in a percentile. The mean stays exact.
    private const int LongestUs = 100_000;

    private readonly int[] _counts = new int[LongestUs + 1];
    private long _sumUs;

    /// <summary>How many durations were added.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean, 0 when there are none.</summary>
    public double MeanUs => Count == 0 ? 0 : (double)_sumUs / Count;

    /// <summary>Adds one duration.</summary>
    public void Add(long us)
    {
        _counts[Math.Clamp(us, 0, LongestUs)]++;
        _sumUs += us;
        Count++;
    }

    /// <summary>The duration that a share (0 to 1) of all do not exceed, 0 when there are none.</summary>
    public int PercentileUs(double share)
    {
        long wanted = (long)Math.Ceiling(share * Count);
        long seen = 0;
        for (int us = 0; us <= LongestUs; us++)
        {
            seen += _counts[us];
            if (seen >= wanted)
            {
                return us;
            }
        }

        return LongestUs;
    }
}
