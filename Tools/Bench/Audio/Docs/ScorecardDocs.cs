using System.Globalization;
using System.Text;

namespace NanoFirmware.Bench.Audio.Docs;

/// <summary>Renews the figures and plots of docs/audio.md; the words around them are written by hand.</summary>
internal static class ScorecardDocs
{
    private const string Begin = "<!-- figures: begin (Tools/Bench audio --write-docs) -->";
    private const string End = "<!-- figures: end -->";

    /// <summary>Writes below <paramref name="repository"/>, the folder of nanoFirmware.sln.</summary>
    /// <exception cref="IOException">docs/audio.md has lost the marks between which the figures stand.</exception>
    internal static void Write(Scorecard card, string repository)
    {
        string plots = Path.Combine(repository, "docs", "audio");
        Directory.CreateDirectory(plots);
        Draw("beats.svg", RowChart.Draw(card, "Beats: F-measure within ±70 ms", score => score.BeatF));
        Draw("onsets.svg", RowChart.Draw(card, "Onsets: F-measure within ±50 ms", score => score.OnsetF));
        Draw("tempo.svg", TempoChart.Draw(card));
        Draw("timeline.svg", TimelineChart.Draw());

        string page = Path.Combine(repository, "docs", "audio.md");
        File.WriteAllText(page, Renew(File.ReadAllText(page), Figures(card)));

        void Draw(string name, string drawing) => File.WriteAllText(Path.Combine(plots, name), drawing);
    }

    /// <summary>The page with everything between its marks replaced.</summary>
    internal static string Renew(string page, string figures, string beginLine = Begin, string endLine = End)
    {
        int begin = page.IndexOf(beginLine, StringComparison.Ordinal);
        int end = page.IndexOf(endLine, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{page[..(begin + beginLine.Length)]}\n{figures}{page[end..]}"
            : throw new IOException($"docs/audio.md needs the lines '{beginLine}' and '{endLine}'.");
    }

    internal static string Figures(Scorecard card)
    {
        var text = new StringBuilder();
        AppendTable(text, card, "all", [.. card.Results.Select(result => result.Score.All)], Overall);
        text.Append('\n');
        string[] rows = card.Results[0].Score.Rows.Select(row => row.Row).ToArray();
        text.Append($"| recordings | {Titles(card)} | where a rival is ahead |\n|---|");
        text.Append(string.Concat(card.Results.Select(_ => "---|"))).Append("---|\n");
        foreach (string row in rows)
        {
            (string Title, ScoreSummary Score)[] scores = card.Results
                .Select(result => (EngineStyle.Of(result.Name).Title, result.Score.Rows.First(other => other.Row == row).Score))
                .ToArray();
            string remark = RowRemarks.For(scores, [.. card.Results.Select(result => result.Score.All)]);
            text.Append($"| {row} | {string.Join(" | ", scores.Select(score => Cell(score.Score)))} | {remark} |\n");
        }

        return text.ToString();
    }

    private static readonly (string Title, Func<ScoreSummary, double?> Figure, string Format)[] Overall =
    [
        ("beat F, mean of all songs", score => score.BeatF, "0.000"),
        ("tempo, Accuracy1", score => score.Accuracy1, "0.000"),
        ("tempo, Accuracy2", score => score.Accuracy2, "0.000"),
        ("onset F, mean of all songs", score => score.OnsetF, "0.000"),
        ("seconds to lock, mean", score => score.LockSeconds, "0.0"),
        ("songs locked", score => score.LockedShare, "0 %"),
        ("downbeat F, where a bar is told", score => score.DownbeatF, "0.000"),
        ("bars told", score => score.BarShare, "0 %"),
        ("false onsets a minute", score => score.FalseOnsetsPerMinute, "0.0"),
    ];

    private static void AppendTable(
        StringBuilder text,
        Scorecard card,
        string title,
        ScoreSummary[] scores,
        (string Title, Func<ScoreSummary, double?> Figure, string Format)[] figures)
    {
        text.Append($"| {title} | {Titles(card)} |\n|---|");
        text.Append(string.Concat(scores.Select(_ => "---|"))).Append('\n');
        foreach ((string name, Func<ScoreSummary, double?> figure, string format) in figures)
        {
            text.Append($"| {name} | {string.Join(" | ", scores.Select(score => Show(figure(score), format)))} |\n");
        }

        AppendLine("beat F, clear songs", score => score.BeatFClear);
        AppendLine("onset F, SNR of 10 dB or more", score => score.OnsetFClear);

        void AppendLine(string name, Func<EngineScore, double?> figure)
        {
            IEnumerable<string> cells = card.Results.Select(result => Show(figure(result.Score), "0.000"));
            text.Append($"| {name} | {string.Join(" | ", cells)} |\n");
        }
    }

    private static string Titles(Scorecard card) =>
        string.Join(" | ", card.Results.Select(result => EngineStyle.Of(result.Name).Title));

    private static string Cell(ScoreSummary score) => score.BeatF.HasValue
        ? $"{Show(score.BeatF, "0.00")} · {Show(score.OnsetF, "0.00")} · {Show(score.LockSeconds, "0.0")} s"
        : $"{Show(score.FalseOnsetsPerMinute, "0.0")} a minute";

    private static string Show(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
