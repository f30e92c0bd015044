using System.Diagnostics;

namespace NanoFirmware.Generator;

/// <summary><c>pattern NAME [--grid]</c>: makes a new pattern that draws something, and accepts its pictures.</summary>
internal static class PatternCommand
{
    private const string Usage = "usage: pattern NAME [--grid] makes a new pattern, for lines or for grids";

    /// <summary>Runs it; the process's exit code.</summary>
    internal static int Run(string[] arguments)
    {
        bool isGrid = arguments.Contains("--grid");
        string[] names = [.. arguments.Skip(1).Where(argument => argument != "--grid")];
        if (names.Length != 1 || names[0].StartsWith("--", StringComparison.Ordinal))
        {
            Console.Error.WriteLine(Usage);
            return 1;
        }

        string root = Repository.Root();
        try
        {
            foreach (string path in new NewPattern(root, names[0], isGrid).Write())
            {
                Console.WriteLine(path);
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            Console.Error.WriteLine(fault.Message);
            return 1;
        }

        return AcceptPictures(root, isGrid) ? Tell(names[0], isGrid) : 1;
    }

    // The bench is built with the new pattern in it, and draws it as it is.
    private static bool AcceptPictures(string root, bool isGrid)
    {
        Console.WriteLine("Its pictures are drawn and accepted; the bench is built for that, which takes a minute.");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = root };
        foreach (string argument in new[]
        {
            "run", "--project", "Tools/Bench", "--", "patterns", isGrid ? "--grids" : "--sheet",
            isGrid ? "docs/grids.png" : "docs/patterns.png", "--accept", "Tools/HostTests/Rendering/golden-frames.txt",
            "--stills", "Tools/Generator/pattern-stills.txt",
        })
        {
            start.ArgumentList.Add(argument);
        }

        using Process bench = Process.Start(start)!;
        bench.WaitForExit();
        GeneratedSources.Write(root);
        return bench.ExitCode == 0;
    }

    private static int Tell(string name, bool isGrid)
    {
        string leds = isGrid ? " (hang a strip as a grid first: docs/layouts.md)" : "";
        Console.WriteLine("See it, and see it change as you write:");
        Console.WriteLine($"  dotnet run --project Tools/Simulator -- --pattern {name} --watch{leds}");
        return 0;
    }
}
