using System.Globalization;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>Says of a row which rival is ahead of ours in what, and what that rival does where nothing should be heard.</summary>
internal static class RowRemarks
{
    /// <summary>The remark on a row; empty when no rival is ahead.</summary>
    /// <param name="row">The row's figures by engine, ours first.</param>
    /// <param name="all">Each engine's figures over all recordings, in the same order.</param>
    internal static string For(IReadOnlyList<(string Title, ScoreSummary Score)> row, IReadOnlyList<ScoreSummary> all) =>
        string.Join("; ", new[]
        {
            Ahead("beats", row, all, score => score.BeatF),
            Ahead("onsets", row, all, score => score.OnsetF),
            Ahead("false onsets", row, all, score => -score.FalseOnsetsPerMinute),
        }.Where(remark => remark.Length > 0));

    private static string Ahead(
        string what,
        IReadOnlyList<(string Title, ScoreSummary Score)> row,
        IReadOnlyList<ScoreSummary> all,
        Func<ScoreSummary, double?> figure)
    {
        int best = Enumerable.Range(0, row.Count).MaxBy(i => figure(row[i].Score) ?? double.NegativeInfinity);
        string price = what == "onsets" ? Price(all[best], all[0]) : string.Empty;
        return best == 0 ? string.Empty : $"{what}: {row[best].Title}{price}";
    }

    // Onsets in noise are had by a low threshold, which fires without any music too.
    private static string Price(ScoreSummary rival, ScoreSummary ours) => string.Create(
        CultureInfo.InvariantCulture,
        $", at {rival.FalseOnsetsPerMinute:0} false onsets a minute to our {ours.FalseOnsetsPerMinute:0}");
}
