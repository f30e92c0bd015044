using System.CommandLine;
using NanoFirmware.Simulator.Bench;

namespace NanoFirmware.Bench.Fits;

/// <summary>`fits`: what two strips get of a board's time and room, as docs/performance.md has it.</summary>
internal sealed class FitsCommand : Command
{
    private const string Begin = "<!-- fits: written by Tools/Bench -->";
    private const string End = "<!-- end of fits -->";

    private readonly Option<FileInfo?> _docs = new("--docs")
    {
        Description = "Write the table into this page, docs/performance.md.",
    };

    internal FitsCommand()
        : base("fits", "What fits: frames a second and memory by LEDs, patterns and where the light comes from, reckoned.")
    {
        Add(_docs);
        SetAction(line => Run(line.GetValue(_docs)));
    }

    private static void Run(FileInfo? docs)
    {
        string table = string.Join('\n', WhatFits.Table());
        if (docs is null)
        {
            Console.WriteLine(table);
            return;
        }

        string page = File.ReadAllText(docs.FullName);
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int to = page.IndexOf(End, from, StringComparison.Ordinal);
        File.WriteAllText(docs.FullName, page[..from] + "\n" + table + "\n" + page[to..]);
    }
}
