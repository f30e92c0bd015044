using System.CommandLine;
using NanoFirmware.DeviceModel.Costs;

namespace NanoFirmware.Bench.Patterns;

/// <summary>`patterns`: every pattern drawn from a fixed song, as a contact sheet, with its cost.</summary>
internal sealed class PatternsCommand : Command
{
    private const string Marker = "<!-- figures: written by Tools/Bench -->\n";

    private readonly Option<FileInfo?> _report = new("--report")
    {
        Description = "Write the figures to this file as JSON.",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo?> _sheet = new("--sheet")
    {
        Description = "Write the contact sheet here (docs/patterns.png).",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo?> _grids = new("--grids")
    {
        Description = "Write the contact sheet of the patterns for grids here (docs/grids.png).",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo?> _docs = new("--docs")
    {
        Description = "Write the figures into this page (docs/patterns.md) and those of grids into layouts.md beside it.",
        HelpName = "FILE",
    };
    private readonly Option<FileInfo?> _stills = new("--stills")
    {
        Description = "Write the page's small pictures here (Tools/Generator/pattern-stills.txt); then run Tools/Generator.",
        HelpName = "FILE",
    };

    private readonly Option<FileInfo?> _accept = new("--accept")
    {
        Description = "Take the pictures as they are now for right: write their hashes to this file "
            + "(Tools/HostTests/Rendering/golden-frames.txt).",
        HelpName = "FILE",
    };

    internal PatternsCommand()
        : base("patterns", "Draw every pattern from a fixed song and measure it.")
    {
        Options.Add(_report);
        Options.Add(_sheet);
        Options.Add(_grids);
        Options.Add(_docs);
        Options.Add(_accept);
        Options.Add(_stills);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        FileInfo? accepted = arguments.GetValue(_accept);
        FileInfo? sheet = arguments.GetValue(_sheet);
        if (accepted != null || sheet != null)
        {
            Draw(accepted, sheet);
        }

        FileInfo? grids = arguments.GetValue(_grids);
        if (grids != null)
        {
            GridSheet.Write(grids.FullName, GridSheet.Films());
        }

        FileInfo? stills = arguments.GetValue(_stills);
        if (stills != null)
        {
            File.WriteAllText(stills.FullName, PatternStills.Text());
        }

        FileInfo? report = arguments.GetValue(_report);
        FileInfo? docs = arguments.GetValue(_docs);
        if (report != null || docs != null || (accepted == null && sheet == null && grids == null && stills == null))
        {
            Measure(report, docs);
        }

        return 0;
    }

    private static void Draw(FileInfo? accepted, FileInfo? sheet)
    {
        IReadOnlyList<(string Name, byte[][] Frames)> films = GoldenFrames.Films();
        if (accepted != null)
        {
            File.WriteAllText(accepted.FullName, GoldenFrames.Text(films));
        }

        if (sheet != null)
        {
            ContactSheet.Write(sheet.FullName, films);
        }
    }

    private static void Measure(FileInfo? report, FileInfo? docs)
    {
        // As docs/performance.md means them: with what a frame costs beyond its instructions.
        CostTable.ChargesWholeFrames = true;
        IReadOnlyList<PatternFigures.Row> rows = PatternFigures.Measure();
        IReadOnlyList<PatternFigures.GridRow> grids = PatternFigures.MeasureGrids();
        string table = PatternFigures.ToTable(rows);
        string gridTable = PatternFigures.ToTable(grids);
        Console.Write(table + gridTable);
        if (report != null)
        {
            File.WriteAllText(report.FullName, PatternFigures.ToJson(rows, grids));
        }

        if (docs != null)
        {
            WriteInto(docs.FullName, table);
            WriteInto(Path.Combine(docs.DirectoryName!, "layouts.md"), gridTable);
        }
    }

    // A table is the end of its page.
    private static void WriteInto(string page, string table)
    {
        string text = File.ReadAllText(page);
        int at = text.IndexOf(Marker, StringComparison.Ordinal);
        File.WriteAllText(page, text[..(at < 0 ? text.Length : at)] + Marker + table);
    }
}
