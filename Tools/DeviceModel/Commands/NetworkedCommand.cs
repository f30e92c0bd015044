using System.CommandLine;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The device that draws by itself beside a device that shows what a lighting program sends.</summary>
internal sealed class NetworkedCommand : Command
{
    // Pictures a second of a program that asks by HTTP: a connection each, and the chip reads 1,700 bytes of text a strip.
    private const double JsonFps = 3;
    private const double HalfFps = 30;

    private static readonly int[] Lengths = [180, 300];
    private static readonly string[] Protocols = [.. LiveMeter.Protocols, NetworkedRun.Socket];

    private static readonly string[] Head =
    [
        "| way | pixels | sent a second | shown a second | latency ms, mean / p99 | jitter ms | chip % | heap KB | torn |",
        "|---|---|---|---|---|---|---|---|---|",
    ];

    private readonly Option<double> _seconds = ModelOptions.SecondsOfEachRun(12);
    private readonly Option<double> _k = ModelOptions.K();
    private readonly Option<string?> _only = new("--only")
    {
        Description = "One way alone: usual, local, " + string.Join(", ", Protocols) + " or json.",
    };
    private readonly Option<FileInfo?> _docs = new("--docs") { Description = "Write the table into this page, docs/live.md." };

    internal NetworkedCommand()
        : base(
            "networked",
            "Light drawn here and light from the network: latency, jitter, share of the chip, memory, pictures a second.")
    {
        Add(_seconds);
        Add(_k);
        Add(_only);
        Add(_docs);
        SetAction(Run);
    }

    private void Run(ParseResult line)
    {
        List<string> table = [.. Head];
        Array.ForEach(Head, Console.WriteLine);
        foreach ((string way, NetworkedOptions options) in Ways(line))
        {
            if (line.GetValue(_only) is not string only || only == options.Protocol)
            {
                table.Add(Row(way, options));
            }
        }

        if (line.GetValue(_docs) is FileInfo page)
        {
            DocTable.Put(page, "networked", "Tools/DeviceModel", table);
        }
    }

    private IEnumerable<(string Way, NetworkedOptions Options)> Ways(ParseResult line)
    {
        foreach (int leds in Lengths)
        {
            NetworkedOptions full = OptionsOf(line, leds);
            yield return ("drawn here, the usual way", full with { Protocol = NetworkedRun.Usual });
            yield return ("drawn here", full with { Protocol = NetworkedRun.Local });
            foreach (string protocol in Protocols)
            {
                NetworkedOptions options = full with { Protocol = protocol };
                yield return (protocol + ", raw", options);
                yield return (protocol, options with { IsCorrected = true });
            }

            NetworkedOptions half = full with { Fps = HalfFps };
            yield return ("ddp, raw", half);
            yield return ("socket, raw", half with { Protocol = NetworkedRun.Socket });
            foreach (string protocol in Protocols)
            {
                yield return (protocol, half with { Protocol = protocol, IsCorrected = true });
            }

            yield return ("json", half with { Protocol = NetworkedRun.Json, Fps = JsonFps, IsCorrected = true });
        }
    }

    private NetworkedOptions OptionsOf(ParseResult line, int leds) => new()
    {
        Leds = leds,
        Seconds = line.GetValue(_seconds),
        K = line.GetValue(_k),
    };

    private static string Row(string way, NetworkedOptions options)
    {
        NetworkedResult result = NetworkedRun.Run(options);
        string sent = options.Protocol is NetworkedRun.Local or NetworkedRun.Usual ? "–" : Invariant($"{options.Fps:0}");
        string row = string.Concat(
            Invariant($"| {way} | {2 * options.Leds} | {sent} | {result.Fps:0.0} "),
            Invariant($"| {result.LatencyMs:0.0} / {result.LatencyMsP99:0.0} "),
            Invariant($"| {result.JitterMs:0.0} | {result.BusyPercent:0} | {result.HeapBytes / 1024} | {result.Torn} |"));
        Console.WriteLine(row);
        return row;
    }
}
