using System.Text.Json.Serialization;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>
/// Means over some recordings; a figure that none of them gives is null. An engine that never locks is counted with the song's
/// length.
/// </summary>
internal sealed record ScoreSummary(
    int Vectors,
    double? BeatF,
    double? Accuracy1,
    double? Accuracy2,
    double? OnsetF,
    double? LockSeconds,
    double? LockedShare,
    double? FalseOnsetsPerMinute,

    // Of the first beats of bars, where bars are told, and the share of bars that are.
    double? DownbeatF = null,
    double? BarShare = null)
{
    internal static ScoreSummary Of(IReadOnlyCollection<VectorScore> scores)
    {
        VectorScore[] songs = scores.Where(score => score.Vector.Song != null).ToArray();
        return new ScoreSummary(
            scores.Count,
            Mean(songs, score => score.BeatF),
            Mean(songs, score => score.Accuracy1),
            Mean(songs, score => score.Accuracy2),
            Mean(songs, score => score.OnsetF),
            Mean(songs, score => score.LockSeconds ?? score.Vector.Song!.Seconds),
            Mean(songs, score => score.LockSeconds.HasValue ? 1 : 0),
            Mean(scores, score => score.FalseOnsetsPerMinute),
            Mean(songs, score => score.DownbeatF),
            Mean(songs, score => score.BarShare));
    }

    private static double? Mean(IEnumerable<VectorScore> scores, Func<VectorScore, double?> figure)
    {
        double? mean = scores.Average(figure);
        return mean is double value ? Math.Round(value, 4) : null;
    }
}

/// <summary>A row of the scorecard.</summary>
internal sealed record RowScore(string Row, ScoreSummary Score);

/// <summary>One engine's scorecard.</summary>
internal sealed record EngineScore(
    ScoreSummary All,

    // The targets: songs of at least 10 dB SNR, at most 10 ms of jitter and one tempo; and onsets at 10 dB or more.
    double? BeatFClear,
    double? OnsetFClear,

    // False onsets a minute where nothing sounds but noise, and where somebody talks.
    double? FalseOnsetsSilence,
    double? FalseOnsetsSpeech,
    IReadOnlyList<RowScore> Rows,
    [property: JsonIgnore] IReadOnlyList<VectorScore> Vectors)
{
    internal static EngineScore Of(IReadOnlyList<VectorScore> scores) => new(
        ScoreSummary.Of(scores),
        ScoreSummary.Of(scores.Where(score => score.Vector.Song is Song song && IsClear(song.Options)).ToArray()).BeatF,
        ScoreSummary.Of(scores.Where(score => score.Vector.Song is Song song && song.Options.SnrDb >= 10).ToArray()).OnsetF,
        FalseOnsets(scores, "silence", "hiss"),
        FalseOnsets(scores, "speech-like noise"),
        scores.GroupBy(score => score.Vector.Row).Select(row => new RowScore(row.Key, ScoreSummary.Of(row.ToArray()))).ToArray(),
        scores);

    private static double? FalseOnsets(IReadOnlyList<VectorScore> scores, params string[] rows) =>
        ScoreSummary.Of(scores.Where(score => rows.Contains(score.Vector.Row)).ToArray()).FalseOnsetsPerMinute;

    private static bool IsClear(SongOptions options) =>
        options.SnrDb >= 10 && options.JitterMs <= 10 && options.TempoChanges.Count == 0;
}
