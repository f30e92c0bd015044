using System.CommandLine;
using NanoFirmware.Simulator.Bench;
using NanoFirmware.Simulator.Sending;
using NanoFirmware.Simulator.Sound;
using NanoFirmware.Simulator.Terminal;
using NanoHost.Audio;
using Spectre.Console;

namespace NanoFirmware.Simulator;

/// <summary>sound → device (the firmware on a simulated board) → recorder, bench page, terminal → report.</summary>
internal static class Program
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Refused = 2;

    private static async Task<int> Main(string[] args)
    {
        ParseResult line = CommandLine.Parse(args);
        if (line.Errors.Count == 0 && line.Action is not null)
        {
            return await line.InvokeAsync();
        }

        int exitCode = await RunGuardedAsync(line);

        // The firmware's threads have no end of their own.
        Environment.Exit(exitCode);
        return exitCode;
    }

    private static async Task<int> RunGuardedAsync(ParseResult line)
    {
        try
        {
            SimulatorOptions options = CommandLine.ToOptions(line);
            return options.IsWatched
                ? SourceWatch.Run([.. line.Tokens.Select(token => token.Value)])
                : await RunAsync(options);
        }
        catch (Exception e) when (e is UsageException or AudioSourceException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Refused;
        }
    }

    private static async Task<int> RunAsync(SimulatorOptions options)
    {
        using var stop = new StopSignal();
        Priority.Raise();
        if (options is { VideoPath: string video, VideoSize: GridSize size })
        {
            return await PlayAsync(new VideoSender(video, size, options.Targets), options, stop);
        }

        Preconditions.Check(options);

        SimulatedDevice? told = null;
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        IAudioSource sound = Sounds.Open(options, path);
        using var owned = sound as IDisposable;
        using Loudspeaker? loudspeaker = options.IsPlayed ? Loudspeaker.Open(path, sentence => told?.AddFault(sentence)) : null;
        var deck = new Deck(sound, options.SoundName, loudspeaker);
        using var device = new SimulatedDevice(options, deck);
        told = device;
        FirmwareThreads.SurviveUnhandled(device.AddFault);

        using Recorder? recorder = options.RecordFolder is string folder ? new Recorder(folder, device.Leds) : null;
        using ShowSender? sender = options.Targets.Count > 0 ? new ShowSender(options.Targets, device.Leds) : null;
        device.FrameLatched += frame =>
        {
            recorder?.Add(frame);
            sender?.Add(frame);
        };

        string deviceAddress = $"http://localhost:{options.Port}";
        string benchAddress = $"http://localhost:{options.BenchPort}";

        // Before anything is awaited: on Linux a thread inherits its priority from the one that makes it, and this one has it.
        WarmStart.Prepare();
        device.Start(NanoFirmware.Program.Main);
        await using BenchServer bench = await BenchServer.StartAsync(device, options.BenchPort, deviceAddress);
        await device.WaitForServerAsync();
        if (options.Pattern is string pattern)
        {
            await PatternChoice.ShowAsync(deviceAddress, pattern);
        }

        Console.WriteLine($"device {deviceAddress}   bench {benchAddress}   hears {options.SoundName}");
        using (IDisposable view = View(options, device, deck, stop))
        {
            await Task.WhenAny(stop.Asked, device.Ended, Task.Delay(options.Duration ?? Timeout.InfiniteTimeSpan));
        }

        int exitCode = Finish(options, device, recorder);
        if (sender is not null)
        {
            Console.WriteLine($"sent {sender.Pictures} pictures");
        }

        return exitCode;
    }

    private static async Task<int> PlayAsync(VideoSender video, SimulatorOptions options, StopSignal stop)
    {
        using var end = new CancellationTokenSource();
        _ = stop.Asked.ContinueWith(_ => end.Cancel(), TaskScheduler.Default);
        if (options.Duration is TimeSpan duration)
        {
            end.CancelAfter(duration);
        }

        Console.WriteLine($"sent {await video.PlayAsync(end.Token)} pictures");
        return Done;
    }

    private static IDisposable View(SimulatorOptions options, SimulatedDevice device, Deck deck, StopSignal stop)
    {
        if (options.Headless || Console.IsOutputRedirected)
        {
            return new PlainLines(device, Console.Out);
        }

        var keys = new Keys(deck, stop.Ask);
        keys.Listen();
        return new TerminalView(device, AnsiConsole.Console, deck, Console.IsInputRedirected ? null : keys);
    }

    private static int Finish(SimulatorOptions options, SimulatedDevice device, Recorder? recorder)
    {
        device.Stop();
        Report report = device.Report();
        recorder?.Dispose();
        if (recorder?.Fault is string incomplete)
        {
            report = report with { Faults = [.. report.Faults, incomplete] };
        }

        if (options.ReportPath is not null)
        {
            report.Write(options.ReportPath);
        }

        Console.WriteLine(PlainLines.Of(report));
        foreach (string fault in report.Faults)
        {
            Console.Error.WriteLine(fault);
        }

        return device.Ended.IsCompleted || recorder?.Fault is not null ? Failed : Done;
    }
}
