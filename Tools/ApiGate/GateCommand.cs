using System.CommandLine;
using NanoFirmware.ApiGate.Compiled;

namespace NanoFirmware.ApiGate;

/// <summary>
/// The command line: check says what is wrong, sync writes the sources into the device's projects, house draws which folder
/// refers to which.
/// </summary>
/// <remarks>Exit codes: 0 clean, 1 violations, 2 the call itself is wrong.</remarks>
public sealed class GateCommand
{
    private const int Clean = 0;
    private const int Violated = 1;
    private const int Misused = 2;

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly Option<DirectoryInfo?> _root =
        new("--root") { Description = "The working copy; by default the one around the current folder.", Recursive = true };

    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Which checks: sources (compiled as on the device), desktop (the host build), projects, "
            + "habits (how all is written); by default all.",
        AllowMultipleArgumentsPerToken = true,
    };

    public GateCommand(TextWriter output, TextWriter error)
    {
        _output = output;
        _error = error;
        _only.AcceptOnlyFromAmong("sources", "desktop", "projects", "habits");
    }

    /// <summary>Runs a command line and returns its exit code.</summary>
    public int Run(string[] args)
    {
        var check = new Command("check", "Say what would not build or not run on the device (the default).") { _only };
        check.SetAction(parsed => Check(parsed));
        var sync = new Command("sync", "Write the sources on disk into the Compile rows of all device projects.");
        sync.SetAction(parsed => Sync(parsed));
        var sizes = new Command("sizes", "Say how full the tables of the device's assemblies are: each holds 64 KB.");
        sizes.SetAction(parsed => Sizes(parsed));
        var house = new Command("house", "Draw which folder of the firmware refers to which into docs/architecture.md.");
        house.SetAction(parsed => DrawHouse(parsed));
        var command = new RootCommand(
            "Proves that the firmware builds and runs on the device: sources, compiled code and project files.")
        {
            _root, check, sync, sizes, house, _only,
        };
        command.SetAction(parsed => Check(parsed));

        ParseResult parsed = command.Parse(args);
        return parsed.Errors.Count > 0
            ? Misuse(string.Join(' ', parsed.Errors.Select(error => error.Message)))
            : parsed.Invoke(new InvocationConfiguration { Output = _output, Error = _error });
    }

    private int Check(ParseResult parsed)
    {
        if (FindRoot(parsed) is not { } root)
        {
            return Misuse("No nanoFirmware.sln here or above: run inside the working copy, or name it with --root.");
        }

        var repository = new RepositoryCheck(root);
        string[] only = parsed.GetValue(_only) ?? [];
        var found = new List<Violation>();
        AddIf("sources", repository.CheckSources);
        AddIf("desktop", () => repository.CheckDesktop());
        AddIf("projects", repository.CheckProjects);
        AddIf("habits", repository.CheckHabits);

        foreach (
            Violation violation in found.Distinct().OrderBy(each => each.File, StringComparer.Ordinal).ThenBy(each => each.Line))
        {
            _output.WriteLine(violation);
        }

        return found.Count == 0 ? Clean : Violated;

        void AddIf(string name, Func<IEnumerable<Violation>> run)
        {
            if (only.Length == 0 || only.Contains(name))
            {
                found.AddRange(run());
            }
        }
    }

    private int Sizes(ParseResult parsed)
    {
        if (FindRoot(parsed) is not { } root)
        {
            return Misuse("No nanoFirmware.sln here or above: run inside the working copy, or name it with --root.");
        }

        foreach ((string assembly, ImageSize size) in new RepositoryCheck(root).Sizes())
        {
            _output.WriteLine(
                $"{assembly}: code {size.CodeBytes} of {CapacityRules.LargestTable}, "
                + $"names and literals {size.TextBytes} of {CapacityRules.LargestTextTable}, "
                + $"signatures and initialisers {size.SignatureBytes} of {CapacityRules.LargestTable} bytes");
        }

        return Clean;
    }

    private int DrawHouse(ParseResult parsed)
    {
        if (FindRoot(parsed) is not { } root)
        {
            return Misuse("No nanoFirmware.sln here or above: run inside the working copy, or name it with --root.");
        }

        string page = Path.Combine(root, "docs", "architecture.md");
        File.WriteAllText(page, new RepositoryCheck(root).House().Write(File.ReadAllText(page)));
        return Clean;
    }

    private int Sync(ParseResult parsed)
    {
        if (FindRoot(parsed) is not { } root)
        {
            return Misuse("No nanoFirmware.sln here or above: run inside the working copy, or name it with --root.");
        }

        try
        {
            foreach (string project in new RepositoryCheck(root).SyncProjects())
            {
                _output.WriteLine($"{project}: Compile rows written");
            }

            return Clean;
        }
        catch (FileNotFoundException missing)
        {
            return Misuse($"There is no {missing.FileName}.");
        }
    }

    private string? FindRoot(ParseResult parsed) =>
        RepositoryCheck.FindRoot(parsed.GetValue(_root)?.FullName ?? Environment.CurrentDirectory);

    private int Misuse(string sentence)
    {
        _error.WriteLine(sentence);
        return Misused;
    }
}
