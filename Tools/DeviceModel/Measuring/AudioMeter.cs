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
