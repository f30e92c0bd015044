using System.CommandLine;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.Bench.Networked;

/// <summary>`networked`: what the model reckons for a board, measured in the simulator on this computer.</summary>
internal sealed class NetworkedCommand : Command
{
    private const double MostSeconds = 55;

    private static readonly int[] Lengths = [180, 300];

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "How long each way is measured, 55 at most.",
        DefaultValueFactory = _ => 10,
    };
    private readonly Option<FileInfo?> _docs = new("--docs")
    {
        Description = "Write the table into this page, docs/live.md.",
    };

    internal NetworkedCommand()
        : base(
            "networked",
            "Light drawn by a simulated device and light sent to it, measured on this computer: latency, jitter, share of a "
                + "core, memory, pictures a second.")
    {
        Add(_seconds);
        Add(_docs);
        SetAction((line, _) => RunAsync(line));
    }

    private async Task RunAsync(ParseResult line)
    {
        double seconds = Math.Clamp(line.GetValue(_seconds), 1, MostSeconds);
        List<string> table = [.. MeasuredWay.Head];
        foreach (int leds in Lengths)
        {
            table.Add((await NetworkedBench.MeasureUsualAsync(leds, seconds)).Row);
            IReadOnlyList<MeasuredWay> ours = await NetworkedBench.MeasureAsync(leds, seconds, NetworkedBench.Ways);
            table.AddRange(ours.Select(way => way.Row));
        }

        table.ForEach(Console.WriteLine);
        if (line.GetValue(_docs) is FileInfo page)
        {
            DocTable.Put(page, "networked measured", "Tools/Bench", table);
        }
    }
}
