using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Weaving;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What one hop costs the ears: decoding, bands, gain, onset and beat.</summary>
public static class AudioMeter
{
    /// <summary>
    /// Measures <paramref name="hops"/> hops of <paramref name="signal"/>, a --signal of the simulator or a WAV file, after one
    /// second.
    /// </summary>
    public static Measurement Measure(int hops = 1800, string signal = "song", CostTable? costs = null)
    {
        double[] f = (double[])new WovenContext(costs: costs).Call(typeof(AudioMeter), nameof(Inside), hops, signal)!;
        return new Measurement(hops, f[0], f[1], f[2]);
    }

    /// <summary>
    /// What each method spends itself of a hop's mean, in reference µs, the dearest first; calls of others are theirs but for
    /// the call.
    /// </summary>
    /// <param name="hops">Hops to measure.</param>
    /// <param name="signal">What is heard, as for <see cref="Measure"/>.</param>
    /// <param name="worst">Of the dearest hop alone, not of the mean.</param>
    public static (string Method, double Us)[] Shares(int hops = 1800, string signal = "song", bool worst = false)
    {
        var owners = new Dictionary<int, string>();
        long[] shares = (long[])new WovenContext(owners: owners).Call(
            typeof(AudioMeter), worst ? nameof(WorstInside) : nameof(SharesInside), hops, signal)!;
        return ByMethod(owners, shares, worst ? 1 : hops);
    }

    /// <summary>Adds up what segments of code spent, by the methods that own them.</summary>
    internal static (string Method, double Us)[] ByMethod(Dictionary<int, string> owners, long[] shares, int divisor) =>
        [.. owners
            .GroupBy(owner => owner.Value, owner => owner.Key < shares.Length ? shares[owner.Key] : 0)
            .Select(method => (method.Key, method.Sum() / 1e6 / divisor))
            .Where(method => method.Item2 > 0)
            .OrderByDescending(method => method.Item2)];

    internal static long[] SharesInside(int hops, string signal)
    {
        using var ears = new MeasuredEars(signal);
        ears.Skip(Board.FrameRateHz);
        Meter.TakeShares();
        for (int i = 0; i < hops; i++)
        {
            ears.Fetch();
            Meter.BeginTurn();
            ears.Analyze();
        }

        return Meter.TakeShares();
    }

    internal static long[] WorstInside(int hops, string signal)
    {
        using var ears = new MeasuredEars(signal);
        ears.Skip(Board.FrameRateHz);
        Meter.TakeShares();
        long[] worst = [];
        for (int i = 0; i < hops; i++)
        {
            ears.Fetch();
            Meter.BeginTurn();
            ears.Analyze();
            long[] shares = Meter.TakeShares();
            worst = shares.Sum() > worst.Sum() ? shares : worst;
        }

        return worst;
    }

    internal static double[] Inside(int hops, string signal)
    {
        using var ears = new MeasuredEars(signal);
        for (int i = 0; i < Board.FrameRateHz; i++)
        {
            ears.Hear();
        }

        long total = 0;
        long worst = 0;
        long bytes = Heap.AllocatedBytes;
        for (int i = 0; i < hops; i++)
        {
            ears.Fetch();
            long before = Meter.Total;
            Meter.BeginTurn();
            ears.Analyze();
            total += Meter.Total - before;
            worst = Math.Max(worst, Meter.Total - before);
        }

        return [total / 1e6 / hops, worst / 1e6, (Heap.AllocatedBytes - bytes) / (double)hops];
    }
}
