using System.CommandLine;
using NanoFirmware.DeviceModel.Measuring;
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

    private readonly Option<double> _seconds = ModelOptions.SecondsOfEachRun(12);
    private readonly Option<double> _k = ModelOptions.K();

    internal NetworkedCommand()
        : base(
            "networked",
            "Light drawn here and light from the network: latency, jitter, share of the chip, memory, pictures a second.")
    {
        Add(_seconds);
        Add(_k);
        SetAction(Run);
    }

    private void Run(ParseResult line)
    {
        Console.WriteLine(
            "| way | pixels | sent a second | shown a second | latency ms, mean / p99 | jitter ms | chip % | heap KB | torn |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (int leds in Lengths)
        {
            Write("drawn here", OptionsOf(line, NetworkedRun.Local, leds));
            foreach (string protocol in LiveMeter.Protocols)
            {
                NetworkedOptions options = OptionsOf(line, protocol, leds);
                Write(protocol + ", raw", options);
                Write(protocol, options with { IsCorrected = true });
            }

            NetworkedOptions half = OptionsOf(line, "ddp", leds) with { Fps = HalfFps };
            Write("ddp, raw", half);
            foreach (string protocol in LiveMeter.Protocols)
            {
                Write(protocol, half with { Protocol = protocol, IsCorrected = true });
            }

            Write("json", half with { Protocol = NetworkedRun.Json, Fps = JsonFps, IsCorrected = true });
        }
    }

    private NetworkedOptions OptionsOf(ParseResult line, string protocol, int leds) => new()
    {
        Protocol = protocol,
        Leds = leds,
        Seconds = line.GetValue(_seconds),
        K = line.GetValue(_k),
    };

    private static void Write(string way, NetworkedOptions options)
    {
        NetworkedResult result = NetworkedRun.Run(options);
        Console.WriteLine(string.Concat(
            Invariant($"| {way} | {2 * options.Leds} | {options.Fps:0} | {result.Fps:0.0} "),
            Invariant($"| {result.LatencyMs:0.0} / {result.LatencyMsP99:0.0} "),
            Invariant($"| {result.JitterMs:0.0} | {result.BusyPercent:0} | {result.HeapBytes / 1024} | {result.Torn} |")));
    }
}
