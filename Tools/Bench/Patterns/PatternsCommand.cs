using System.CommandLine;

namespace NanoFirmware.Bench.Patterns;

/// <summary>`patterns`: every pattern drawn from a fixed song, as a contact sheet, with its cost.</summary>
internal sealed class PatternsCommand : Command
{
    private readonly Option<FileInfo?> _report = new("--report") { Description = "Write the figures to this file as JSON.", HelpName = "FILE" };
    private readonly Option<FileInfo?> _sheet = new("--sheet") { Description = "Write the contact sheet here (docs/patterns.png).", HelpName = "FILE" };
    private readonly Option<FileInfo?> _accept = new("--accept")
    {
        Description = "Take the pictures as they are now for right: write their hashes to this file (Tools/HostTests/Rendering/golden-frames.txt).",
        HelpName = "FILE",
    };

    internal PatternsCommand()
        : base("patterns", "Draw every pattern from a fixed song and measure it.")
    {
        Options.Add(_report);
        Options.Add(_sheet);
        Options.Add(_accept);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<(string Name, byte[][] Frames)> films = GoldenFrames.Films();
        if (arguments.GetValue(_accept) is { } accepted)
        {
            File.WriteAllText(accepted.FullName, GoldenFrames.Text(films));
        }

        if (arguments.GetValue(_sheet) is { } sheet)
        {
            ContactSheet.Write(sheet.FullName, films);
        }

        return 0;
    }
}
