namespace NanoFirmware.Bench.Audio;

/// <summary>
/// How well estimated event times agree with the true ones, by the definitions of mir_eval (Raffel et al., ISMIR 2014). All times
/// are in seconds and in rising order.
/// </summary>
internal static class EventMetrics
{
    internal const double BeatWindow = 0.070;
    internal const double OnsetWindow = 0.050;

    /// <summary>Beats earlier than this are not judged.</summary>
    internal const double BeatTrim = 5;

    // Decimal times are not exact in binary: 1.07 − 1 must still be within 0.07.
    private const double Rounding = 1e-9;

    /// <summary>Size of the largest one-to-one matching of events at most <paramref name="window"/> apart.</summary>
    /// <remarks>With one window for all, taking the earliest possible pair each time is optimal.</remarks>
    internal static int Matches(IReadOnlyList<double> truth, IReadOnlyList<double> estimate, double window)
    {
        int matches = 0;
        for (int t = 0, e = 0; t < truth.Count && e < estimate.Count;)
        {
            double late = estimate[e] - truth[t];
            if (Math.Abs(late) <= window + Rounding)
            {
                matches++;
                t++;
                e++;
            }
            else if (late > 0)
            {
                t++;
            }
            else
            {
                e++;
            }
        }

        return matches;
    }

    /// <summary>Harmonic mean of precision and recall, 0…1; 0 when either list is empty.</summary>
    internal static double FMeasure(IReadOnlyList<double> truth, IReadOnlyList<double> estimate, double window) =>
        truth.Count == 0 || estimate.Count == 0 ? 0 : 2.0 * Matches(truth, estimate, window) / (truth.Count + estimate.Count);

    /// <summary>F-measure of onsets within ±50 ms.</summary>
    internal static double OnsetF(IReadOnlyList<double> truth, IReadOnlyList<double> estimate) =>
        FMeasure(truth, estimate, OnsetWindow);

    /// <summary>F-measure of beats within ±70 ms, those of the first five seconds left out on both sides.</summary>
    internal static double BeatF(IEnumerable<double> truth, IEnumerable<double> estimate) =>
        FMeasure(truth.Where(time => time >= BeatTrim).ToList(), estimate.Where(time => time >= BeatTrim).ToList(), BeatWindow);
}
