using System.CommandLine;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.Simulator.Bench;

namespace NanoFirmware.Bench.Fits;

/// <summary>`fits`: what two strips get of a board's time and room, as docs/performance.md has it.</summary>
internal sealed class FitsCommand : Command
{
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
        string[] table = [.. WhatFits.Table()];
        if (docs is null)
        {
            Console.WriteLine(string.Join('\n', table));
            return;
        }

        DocTable.Put(docs, "fits", "Tools/Bench", table);
    }
}
