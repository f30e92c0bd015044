using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>How one engine did on one recording; what cannot be judged there is null.</summary>
internal sealed record VectorScore(TestVector Vector)
{
    // A new tempo is not asked for before five seconds of it were heard.
    private const double SettleSeconds = 5;
    private const double WindowSeconds = 5;

    internal double? BeatF { get; private init; }

    internal double? OnsetF { get; private init; }

    /// <summary>Share of the judged stretches whose tempo is right.</summary>
    internal double? Accuracy1 { get; private init; }

    internal double? Accuracy2 { get; private init; }

    /// <summary>The middle one of the reported tempos, 0 when none was.</summary>
    internal double Bpm { get; private init; }

    /// <summary>Null for a song means that the beat was never found.</summary>
    internal double? LockSeconds { get; private init; }

    internal double? FalseOnsetsPerMinute { get; private init; }

    /// <summary>F-measure of the first beats of bars where a bar is told; null where none is.</summary>
    internal double? DownbeatF { get; private init; }

    /// <summary>Share of the true bars that are told.</summary>
    internal double? BarShare { get; private init; }

    internal static VectorScore Of(TestVector vector, Hearing hearing)
    {
        if (vector.Song == null)
        {
            double minutes = hearing.Hops.Length * Hearing.HopSeconds / 60;
            return new VectorScore(vector) { FalseOnsetsPerMinute = hearing.Onsets.Length / minutes };
        }

        SongTruth truth = vector.Song.Truth;
        double[] beats = hearing.Beats.Where(time => !IsUnjudged(vector.Song.Options, time)).ToArray();
        double[] told = hearing.Told(truth.Downbeats);
        double[] downbeats = hearing.Downbeats;
        bool[][] tempos = JudgeTempo(vector.Song, hearing).ToArray();
        return new VectorScore(vector)
        {
            BeatF = EventMetrics.BeatF(truth.Beats, beats),
            OnsetF = EventMetrics.OnsetF(truth.Onsets, hearing.Onsets),
            Accuracy1 = tempos.Average(right => right[0] ? 1 : 0),
            Accuracy2 = tempos.Average(right => right[1] ? 1 : 0),
            Bpm = hearing.MedianBpm(SettleSeconds, vector.Song.Seconds),
            DownbeatF = told.Length + downbeats.Length == 0
                ? null
                : EventMetrics.FMeasure(told, downbeats, EventMetrics.BeatWindow),
            BarShare = (double)told.Length / truth.Downbeats.Count,
            LockSeconds = TempoMetrics.LockSeconds(truth.Beats, beats),
        };
    }

    // Whether the beat goes on in a pause is a matter of taste: what an engine says there counts neither way.
    private static bool IsUnjudged(SongOptions options, double time) => options.Pauses.Any(pause =>
        time > pause.AtSeconds + EventMetrics.BeatWindow && time < pause.AtSeconds + pause.Seconds - EventMetrics.BeatWindow);

    // A steady song is judged once, by the middle of all tempos reported; a changing one by stretches of five seconds.
    private static IEnumerable<bool[]> JudgeTempo(Song song, Hearing hearing)
    {
        if (song.Options.TempoChanges.Count == 0)
        {
            yield return Judge(song.Options.Bpm, hearing.MedianBpm(SettleSeconds, song.Seconds));
            yield break;
        }

        for (double from = SettleSeconds; from + WindowSeconds <= song.Seconds; from += WindowSeconds)
        {
            double to = from + WindowSeconds;
            bool isStep = song.Options.TempoChanges.Any(change =>
                change.OverSeconds == 0 && change.AtSeconds < to && change.AtSeconds + SettleSeconds > from);
            if (!isStep)
            {
                yield return Judge(song.Options.BpmAt((from + to) / 2), hearing.MedianBpm(from, to));
            }
        }
    }

    private static bool[] Judge(double truthBpm, double bpm) =>
        [TempoMetrics.IsAccurate1(truthBpm, bpm), TempoMetrics.IsAccurate2(truthBpm, bpm)];
}
