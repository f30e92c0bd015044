namespace NanoFirmware.Bench.Audio;

/// <summary>How well a tempo is known and how soon the beat is found.</summary>
internal static class TempoMetrics
{
    private const double Tolerance = 0.04;
    private const double Rounding = 1e-9;

    // True beats that must be hit in a row, without one between them, before the beat counts as found.
    private const int LockBeats = 4;

    private static readonly double[] Levels = { 1, 2, 3, 1 / 2.0, 1 / 3.0 };

    /// <summary>Within 4 % of the true tempo (Gouyon et al., 2006).</summary>
    internal static bool IsAccurate1(double truthBpm, double bpm) =>
        Math.Abs(bpm - truthBpm) <= truthBpm * (Tolerance + Rounding);

    /// <summary>Within 4 % of the true tempo, its double, triple, half or third.</summary>
    internal static bool IsAccurate2(double truthBpm, double bpm) => Levels.Any(level => IsAccurate1(truthBpm * level, bpm));

    /// <summary>
    /// Seconds from the first true beat to the first of four in a row that are each hit within ±70 ms with nothing estimated
    /// between them; null when that never happens.
    /// </summary>
    internal static double? LockSeconds(IReadOnlyList<double> truth, IReadOnlyList<double> estimate)
    {
        for (int first = 0; first + LockBeats <= truth.Count; first++)
        {
            if (IsLocked(truth.Skip(first).Take(LockBeats).ToList(), estimate))
            {
                return truth[first] - truth[0];
            }
        }

        return null;
    }

    private static bool IsLocked(List<double> beats, IReadOnlyList<double> estimate)
    {
        const double window = EventMetrics.BeatWindow;
        int within = estimate.Count(time => time >= beats[0] - window && time <= beats[^1] + window);
        return within == beats.Count && EventMetrics.Matches(beats, estimate, window) == beats.Count;
    }
}
