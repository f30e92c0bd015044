using System.CommandLine;
using NanoFirmware.DeviceModel.Scenarios;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Whether the hub loses nothing while many watch.</summary>
internal sealed class HubCommand : Command
{
    private readonly Option<double> _seconds = ModelOptions.SecondsOfEachRun(30);
    private readonly Option<double> _k = ModelOptions.K();

    internal HubCommand()
        : base(
            "hub",
            "A sensor of 800 numbers a second and claps beside 1, 10 and 20 clients and an upload: what is lost, what is pulsed.")
    {
        Add(_seconds);
        Add(_k);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        Console.WriteLine(
            "clients  numbers  lost  peaks  pulses  width error  µs mic/serial  frames/s  torn  answered  turned away  busy");
        bool holds = true;
        foreach (int clients in new[] { 1, 10, 20 })
        {
            HubResult result = HubRun.Run(OptionsOf(line, clients));
            Write(clients.ToString(System.Globalization.CultureInfo.InvariantCulture), result);
            holds &= result.IsWhole && result.Fps >= (clients == 1 ? HubRun.LeastFps : HubRun.LeastCrowdedFps);
        }

        HubResult lite = HubRun.Run(OptionsOf(line, 20) with { IsLite = true });
        Write("20, lite", lite);
        holds &= lite.IsWhole && lite.Fps >= HubRun.LeastCrowdedFps;
        Write("10, kept", HubRun.Run(OptionsOf(line, 10) with { IsKept = true }));
        Console.WriteLine(
            "An upload that is kept writes flash, and a write holds interrupts up for longer than the port's queue lasts: "
                + "what it loses is counted.");
        Console.WriteLine(
            "Refill deadline of the strips while a pulse pin is wired: A 60 µs (two blocks), B 30 µs (one block).");
        return holds ? 0 : 1;
    }

    private HubOptions OptionsOf(ParseResult line, int clients) => new()
    {
        Seconds = line.GetValue(_seconds),
        K = line.GetValue(_k),
        Clients = clients,
    };

    private static void Write(string clients, HubResult result) => Console.WriteLine(string.Concat(
        Invariant($"{clients,8}{result.Taken,9}{result.Dropped,6}{result.Peaks,7}{result.Pulses,8}"),
        Invariant($"{result.WidthErrorTicks,13}{result.MicrophoneLatencyUs,13}/{result.SerialLatencyUs,-8}"),
        Invariant($"{result.Fps,8:0.0}{result.Torn,6}{result.Answered,10}{result.TurnedAway,13}{result.BusyPercent,5} %")));
}
