using System.CommandLine;
using NanoFirmware.Simulator.Bench;
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
            return await RunAsync(CommandLine.ToOptions(line));
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
        Preconditions.Check(options);

        IAudioSource sound = options.WavPath is string wav ? SoundFile.Open(wav) : AudioSources.Parse(options.Signal);
        using var device = new SimulatedDevice(options, sound);
        FirmwareThreads.SurviveUnhandled(device.AddFault);

        using Recorder? recorder = options.RecordFolder is string folder ? new Recorder(folder, device.Leds) : null;
        device.FrameLatched += frame => recorder?.Add(frame);

        string deviceAddress = $"http://localhost:{options.Port}";
        string benchAddress = $"http://localhost:{options.BenchPort}";

        // Before anything is awaited: on Linux a thread inherits its priority from the one that makes it, and this one has it.
        WarmStart.Prepare();
        device.Start(NanoFirmware.Program.Main);
        await using BenchServer bench = await BenchServer.StartAsync(device, options.BenchPort, deviceAddress);
        await device.WaitForServerAsync();
        Console.WriteLine($"device {deviceAddress}   bench {benchAddress}   hears {options.SoundName}");
        using (IDisposable view = View(options, device))
        {
            await Task.WhenAny(stop.Asked, device.Ended, Task.Delay(options.Duration ?? Timeout.InfiniteTimeSpan));
        }

        return Finish(options, device, recorder);
    }

    private static IDisposable View(SimulatorOptions options, SimulatedDevice device) =>
        options.Headless || Console.IsOutputRedirected
            ? new PlainLines(device, Console.Out)
            : new TerminalView(device, AnsiConsole.Console);

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
