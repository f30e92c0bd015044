using System.CommandLine;
using System.Diagnostics;
using NanoFirmware.Bench.Audio.Docs;
using NanoFirmware.Bench.Audio.Rivals;

namespace NanoFirmware.Bench.Audio;

/// <summary>`audio`: the scorecard of the ears.</summary>
internal sealed class AudioCommand : Command
{
    private readonly Option<FileInfo?> _report = new("--report")
    {
        Description = "Write the figures to this file as JSON.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _quick = new("--quick") { Description = "A share of the recordings, for a first look." };

    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Make up other recordings of the same kinds; 1 gives those of docs/audio.md.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<bool> _alone = new("--alone") { Description = "Leave the rivals out, for tuning." };

    private readonly Option<bool> _writeDocs = new("--write-docs")
    {
        Description = "Renew the figures and plots of docs/audio.md.",
    };

    internal AudioCommand()
        : base("audio", "Score the beat engine and its rivals on recordings whose truth is known.")
    {
        Options.Add(_report);
        Options.Add(_quick);
        Options.Add(_seed);
        Options.Add(_alone);
        Options.Add(_writeDocs);
        Validators.Add(arguments =>
        {
            bool isSeeded = arguments.GetResult(_seed) is { Implicit: false };
            bool isPartial = arguments.GetValue(_quick) || arguments.GetValue(_alone) || isSeeded;
            if (isPartial && arguments.GetValue(_writeDocs))
            {
                arguments.AddError("--write-docs needs all recordings and engines: leave --quick, --alone and --seed out.");
            }
        });
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        try
        {
            Score(arguments);
            return 0;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return 2;
        }
    }

    private void Score(ParseResult arguments)
    {
        FileInfo? report = arguments.GetValue(_report);

        // A report that cannot be written is said before the minutes of work, not after them.
        report?.Create().Dispose();
        string? repository = arguments.GetValue(_writeDocs) ? Repository() : null;
        var watch = Stopwatch.StartNew();
        IReadOnlyList<TestVector> vectors = VectorSet.Make(arguments.GetValue(_quick), arguments.GetValue(_seed));
        Scorecard card = Scorecard.Run(vectors, arguments.GetValue(_alone));
        ScorecardReport.Print(card, Console.Out);
        if (!arguments.GetValue(_alone) && AubioEngine.Missing is string reason)
        {
            Console.WriteLine(reason);
        }

        Console.WriteLine($"{vectors.Count} recordings in {watch.Elapsed.TotalSeconds:0} s");
        if (report != null)
        {
            File.WriteAllText(report.FullName, ScorecardReport.ToJson(card));
        }

        if (repository != null)
        {
            ScorecardDocs.Write(card, repository);
        }
    }

    /// <summary>The folder of nanoFirmware.sln above the present one.</summary>
    internal static string Repository()
    {
        for (DirectoryInfo? folder = new(Environment.CurrentDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "nanoFirmware.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("Run this inside the repository: no folder above holds nanoFirmware.sln.");
    }
}
