using System.Collections.Concurrent;
using System.CommandLine;
using System.Text.Json;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.Simulator;
using NanoFirmware.Subjects;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Networked;

/// <summary>
/// The simulated device of `networked`, a process of its own so that its share of the PC is known: it says "up", runs until its
/// input ends, and tells when which strip took over what.
/// </summary>
internal sealed class SimulatorCommand : Command
{
    internal const string Word = "networked-device";

    // It ends by itself when whoever started it was killed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly Option<int> _leds = new("--leds");
    private readonly Option<int> _port = new("--port");
    private readonly Option<int> _offset = new("--udp-offset");
    private readonly Option<string> _state = new("--state");
    private readonly Option<bool> _usual = new("--usual");

    internal SimulatorCommand()
        : base(Word, "The device of `networked`.")
    {
        Hidden = true;
        foreach (Option option in new Option[] { _leds, _port, _offset, _state, _usual })
        {
            Add(option);
        }

        SetAction((line, stop) => RunAsync(line, stop));
    }

    private async Task<int> RunAsync(ParseResult line, CancellationToken stop)
    {
        int leds = line.GetValue(_leds);
        bool isUsual = line.GetValue(_usual);
        var options = new SimulatorOptions
        {
            Port = line.GetValue(_port),
            UdpOffset = line.GetValue(_offset),
            StateFolder = line.GetValue(_state)!,
            Leds = [leds, leds],
        };
        Priority.Raise();
        WarmStart.Prepare();
        using var device = new SimulatedDevice(options, AudioSources.Parse("song"));
        var pictures = new ConcurrentQueue<LatchedPicture>();
        int torn = 0;
        device.FrameLatched += frame =>
        {
            torn += frame.Torn ? 1 : 0;
            double latchedUs = PcClock.Of(device, frame.LatchedUs);
            double beganUs = isUsual ? PcClock.Of(device, device.BornUs + Rival.BeganUs) : latchedUs - (frame.LatencyUs ?? 0);
            pictures.Enqueue(new LatchedPicture(frame.Channel, NumberedPicture.NumberOn(frame.Rgb), latchedUs, beganUs));
        };
        device.Start(isUsual ? EntryOf(leds) : NanoFirmware.Program.Main);
        if (!isUsual)
        {
            await device.WaitForServerAsync();
        }

        Console.WriteLine("up");
        await Task.WhenAny(Console.In.ReadLineAsync(stop).AsTask(), Task.Delay(Longest, stop));
        device.Stop();
        Console.WriteLine(JsonSerializer.Serialize(new LatchedPictures([.. pictures], torn)));

        // The firmware's threads have no end of their own.
        Environment.Exit(0);
        return 0;
    }

    private static Action EntryOf(int leds) => leds == Rival.Pixels ? Rival.AllTogether : Rival.AllTogetherOnLongStrips;
}
