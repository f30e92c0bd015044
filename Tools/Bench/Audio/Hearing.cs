using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>
/// All that an engine said about one recording. An event's time is the end of the hop that reported it, the first moment at which
/// a
/// light could show it: an engine's delay counts against it.
/// </summary>
internal sealed class Hearing
{
    internal const int SampleRateHz = 15_360;
    internal const int HopFrames = 256;
    internal const double HopSeconds = (double)HopFrames / SampleRateHz;

    private Hearing(HopReport[] hops)
    {
        Hops = hops;
        Onsets = TimesOf(hop => hop.Onset);
        Beats = TimesOf(hop => hop.Beat);
    }

    /// <summary>One report a hop; hop n covers n/60 s to (n + 1)/60 s.</summary>
    internal HopReport[] Hops { get; }

    /// <summary>Seconds, rising.</summary>
    internal double[] Onsets { get; }

    /// <summary>Seconds, rising.</summary>
    internal double[] Beats { get; }

    /// <summary>Seconds of the first beats of bars, rising.</summary>
    internal double[] Downbeats => TimesOf(hop => hop.Beat && hop.Bar == 0);

    /// <summary>Those of the true downbeats at which the bar was told.</summary>
    internal double[] Told(IEnumerable<double> downbeats) => downbeats.Where(time => HopAt(time).Bar >= 0).ToArray();

    /// <summary>Plays 16-bit samples to a fresh engine.</summary>
    internal static Hearing Of(IBeatEngine engine, ReadOnlySpan<short> samples)
    {
        if (engine is IRecordingEngine whole)
        {
            return new Hearing(whole.Hear(samples));
        }

        engine.Reset();
        var hops = new HopReport[samples.Length / HopFrames];
        for (int i = 0; i < hops.Length; i++)
        {
            hops[i] = engine.Process(samples.Slice(i * HopFrames, HopFrames));
        }

        return new Hearing(hops);
    }

    /// <summary>What a 16-bit converter makes of a signal of −1…+1.</summary>
    internal static short[] Quantise(ReadOnlySpan<float> signal)
    {
        var samples = new short[signal.Length];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = WavWriter.ToPcm16(signal[i]);
        }

        return samples;
    }

    internal static double TimeOf(int hop) => (hop + 1) * HopSeconds;

    /// <summary>The middle one of the tempos reported between two times; 0 when none was.</summary>
    internal double MedianBpm(double fromSeconds, double toSeconds)
    {
        double[] known = Hops
            .Where((hop, i) => hop.Bpm > 0 && TimeOf(i) >= fromSeconds && TimeOf(i) <= toSeconds)
            .Select(hop => hop.Bpm)
            .Order()
            .ToArray();
        return known.Length == 0 ? 0 : known[known.Length / 2];
    }

    private HopReport HopAt(double time) => Hops[Math.Clamp((int)(time / HopSeconds), 0, Hops.Length - 1)];

    private double[] TimesOf(Func<HopReport, bool> isEvent) =>
        Enumerable.Range(0, Hops.Length).Where(i => isEvent(Hops[i])).Select(TimeOf).ToArray();
}
