using System.Globalization;
using System.Text;
using System.Text.Json;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.Rendering;

namespace NanoFirmware.Bench.Patterns;

/// <summary>What every pattern costs on the modelled interpreter.</summary>
internal static class PatternFigures
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true };

    /// <summary>One pattern, over ten seconds of music after one that does not count; reference µs.</summary>
    internal sealed record Row(
        string Name, bool Audio, double MeanUs, double WorstUs, double BytesPerFrame, double MirroredMeanUs,
        double ChangeWorstUs);

    /// <summary>One pattern for grids on 25 × 24, both strips together, along rows and along columns; reference µs.</summary>
    internal sealed record GridRow(
        string Name, double MeanUs, double WorstUs, double BytesPerFrame, double ByColumnsMeanUs, double ChangeWorstUs,
        int Fps, int ByColumnsFps);

    internal static IReadOnlyList<GridRow> MeasureGrids()
    {
        PatternCost[] byRows = GridMeter.Measure();
        PatternCost[] byColumns = GridMeter.Measure(byColumns: true);
        return [.. byRows.Select((cost, i) => new GridRow(
            cost.Name,
            Math.Round(cost.Frame.MeanUs, 2),
            Math.Round(cost.Frame.WorstUs, 2),
            cost.Frame.BytesPerCall,
            Math.Round(byColumns[i].Frame.MeanUs, 2),
            Math.Round(cost.FirstSecondWorstUs, 2),
            Fps(cost.Name, false),
            Fps(cost.Name, true)))];
    }

    internal static IReadOnlyList<Row> Measure()
    {
        (PatternCost[] plain, PatternCost[] mirrored) = ProgressDisplay.Show("patterns", 2 * PatternMeter.Count, progress =>
            (PatternMeter.Measure(afterEach: progress.Advance), PatternMeter.Measure(mirror: true, afterEach: progress.Advance)));
        return [.. plain.Select((cost, i) => new Row(
            cost.Name,
            PatternCatalog.Create(i).Audio,
            Math.Round(cost.Frame.MeanUs, 2),
            Math.Round(cost.Frame.WorstUs, 2),
            cost.Frame.BytesPerCall,
            Math.Round(mirrored[i].Frame.MeanUs, 2),
            Math.Round(cost.FirstSecondWorstUs, 2)))];
    }

    internal static string ToJson(IReadOnlyList<Row> rows, IReadOnlyList<GridRow> grids) => JsonSerializer.Serialize(
        rows.Select(row => (object)new
        {
            name = row.Name,
            kind = "line",
            audio = row.Audio,
            meanUs = row.MeanUs,
            worstUs = row.WorstUs,
            bytesPerFrame = row.BytesPerFrame,
            mirroredMeanUs = row.MirroredMeanUs,
            changeWorstUs = row.ChangeWorstUs,
        }).Concat(grids.Select(row => (object)new
        {
            name = row.Name,
            kind = "grid",
            audio = Create(row.Name).Audio,
            meanUs = row.MeanUs,
            worstUs = row.WorstUs,
            bytesPerFrame = row.BytesPerFrame,
            byColumnsMeanUs = row.ByColumnsMeanUs,
            changeWorstUs = row.ChangeWorstUs,
            fps = row.Fps,
            byColumnsFps = row.ByColumnsFps,
        })),
        Layout);

    /// <summary>The table of docs/layouts.md.</summary>
    internal static string ToTable(IReadOnlyList<GridRow> rows)
    {
        var table = new StringBuilder(
            "| pattern | what it shows | mean | worst | along columns, mean | worst in the second of a change | "
                + "pictures a second, along columns | parameters |\n|---|---|---|---|---|---|---|---|\n");
        foreach (GridRow row in rows)
        {
            Pattern pattern = Create(row.Name);
            string parameters = string.Join(
                ", ", PatternParameter.Read(pattern.Parameters).Select(p => $"{p.Name} {p.Min}–{p.Max} ({p.Initial})"));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {pattern.Description} | {row.MeanUs:0.0} | {row.WorstUs:0.0} | {row.ByColumnsMeanUs:0.0} | "
                    + $"{row.ChangeWorstUs:0.0} | {FpsOf(row)} | {parameters} |\n");
        }

        return table.ToString();
    }

    private static string FpsOf(GridRow row) => row.Fps == row.ByColumnsFps ? $"{row.Fps}" : $"{row.Fps}, {row.ByColumnsFps}";

    private static int Fps(string name, bool isByColumns) =>
        Board.FrameRateHz / (Create(name).IsSlowOn(isByColumns, GridMeter.Pixels) ? 2 : 1);

    private static Pattern Create(string name) => PatternCatalog.Create(
        Array.IndexOf(PatternCatalog.NamesFor(PatternCatalog.CountOnPanels), name));

    /// <summary>The table of docs/patterns.md.</summary>
    internal static string ToTable(IReadOnlyList<Row> rows)
    {
        var table = new StringBuilder(
            "| pattern | drawn from | mean | worst | mirrored, mean | worst in the second of a change | parameters "
                + "|\n|---|---|---|---|---|---|---|\n");
        for (int i = 0; i < rows.Count; i++)
        {
            Row row = rows[i];
            string parameters = string.Join(
                ", ",
                PatternParameter.Read(PatternCatalog.Create(i).Parameters).Select(
                    p => $"{p.Name} {p.Min}–{p.Max} ({p.Initial})"));
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {(row.Audio ? "sound" : "time")} | {row.MeanUs:0.0} | {row.WorstUs:0.0} | "
                    + $"{row.MirroredMeanUs:0.0} | {row.ChangeWorstUs:0.0} | {parameters} |\n");
        }

        return table.Append(
            CultureInfo.InvariantCulture,
            $"| **mean of all** | | **{rows.Average(row => row.MeanUs):0.0}** | | "
                + $"**{rows.Average(row => row.MirroredMeanUs):0.0}** | | |\n").ToString();
    }
}
