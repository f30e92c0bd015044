namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>Says of a row in which figures a rival is ahead of ours.</summary>
internal static class RowRemarks
{
    /// <summary>The remark; <paramref name="scores"/> holds ours first. Empty when no rival is ahead.</summary>
    internal static string For(string row, IReadOnlyList<ScoreSummary> scores)
    {
        string[] behind = Behind(scores).ToArray();
        return behind.Length == 0 ? string.Empty : $"{string.Join(", ", behind)}{Reason(row)}";
    }

    private static IEnumerable<string> Behind(IReadOnlyList<ScoreSummary> scores)
    {
        if (IsBehind(scores, score => score.BeatF))
        {
            yield return "beats";
        }

        if (IsBehind(scores, score => score.OnsetF))
        {
            yield return "onsets";
        }

        if (IsBehind(scores, score => -score.FalseOnsetsPerMinute))
        {
            yield return "false onsets";
        }
    }

    private static bool IsBehind(IReadOnlyList<ScoreSummary> scores, Func<ScoreSummary, double?> figure) =>
        scores.Skip(1).Any(rival => figure(rival) > figure(scores[0]));

    // Why, for the rows in which it is known.
    private static string Reason(string row) => row switch
    {
        _ => string.Empty,
    };
}
