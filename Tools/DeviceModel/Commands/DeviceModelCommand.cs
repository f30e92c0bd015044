using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The command line of the device model: a scenario, or one of the measuring commands.</summary>
internal sealed class DeviceModelCommand : RootCommand
{
    private static readonly ScenarioOptions Defaults = new();

    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = string.Join("; ", Scenario.All.Select(s => $"{s.Name}: {s.Description}")),
        DefaultValueFactory = _ => Defaults.Scenario,
    };

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "Virtual seconds.",
        DefaultValueFactory = _ => Defaults.Seconds,
    };
    private readonly Option<double?> _k = new("--k")
    {
        Description = "How much slower the chip is than the reference: 200 nominal, 250 pessimistic.",
    };
    private readonly Option<string> _signal = new("--signal")
    {
        Description = "What the microphone hears.",
        DefaultValueFactory = _ => Defaults.Signal,
    };
    private readonly Option<string?> _wav = new("--wav") { Description = "A WAV file to hear instead." };
    private readonly Option<int[]> _leds = new("--leds")
    {
        Description = "LEDs of strip A and of strip B, 0 for none.",
        DefaultValueFactory = _ => [Defaults.LedsA, Defaults.LedsB],
        CustomParser = argument => [.. argument.Tokens[0].Value.Split(',').Select(int.Parse)],
    };

    private readonly Option<string?> _pattern = new("--pattern") { Description = "The pattern that both strips show." };
    private readonly Option<string?> _settings =
        new("--settings") { Description = "What the device remembers when it starts, as JSON of /api/state." };
    private readonly Option<string?> _report = new("--report") { Description = "Write the report as JSON." };
    private readonly Option<bool> _heap = new("--heap") { Description = "List what is alive on the heap at the end." };
    private readonly Option<string?> _timeline = new("--timeline") { Description = "Draw 200 ms as SVG." };
    private readonly Option<double> _from = new("--from")
    {
        Description = "Where the timeline begins, virtual ms.",
        DefaultValueFactory = _ => Defaults.TimelineFromMs,
    };

    internal DeviceModelCommand()
        : base(
            "A board's timing on any machine: the firmware's own IL in virtual time, with the interpreter's costs and scheduler. "
                + "All figures are modelled.")
    {
        foreach (Option option in new Option[]
        {
            _scenario, _seconds, _k, _signal, _wav, _leds, _pattern, _settings, _report, _timeline, _from, _heap,
        })
        {
            Add(option);
        }

        Add(new CostCommand());
        Add(new ValidateCommand());
        Add(new HandOverCommand());
        Add(new EarsCommand());
        Add(new PatternsCommand());
        Add(new PairsCommand());
        Add(new InterleavingsCommand());
        Add(new RivalsCommand());
        Add(new FaultsCommand());
        Add(new SoakCommand());
        Add(new HubCommand());
        Add(new NetworkedCommand());
        Add(new RestCommand());
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        var watch = Stopwatch.StartNew();
        int[] leds = line.GetValue(_leds)!;
        RunReport report = DeviceRun.Run(new ScenarioOptions
        {
            Scenario = line.GetValue(_scenario)!,
            Seconds = line.GetValue(_seconds),
            K = line.GetValue(_k),
            Signal = line.GetValue(_signal)!,
            Wav = line.GetValue(_wav),
            LedsA = leds[0],
            LedsB = leds[1],
            Pattern = line.GetValue(_pattern),
            Settings = line.GetValue(_settings),
            TimelineFromMs = line.GetValue(_from),
        });
        ReportTable.Write(report, Console.Out);
        if (line.GetValue(_heap))
        {
            ReportTable.WriteHeap(report, Console.Out);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"took {watch.Elapsed.TotalSeconds:0.0} s"));
        if (line.GetValue(_report) is { } path)
        {
            File.WriteAllText(path, report.ToJson());
        }

        if (line.GetValue(_timeline) is { } picture)
        {
            File.WriteAllText(picture, TimelineSvg.Draw(report));
        }

        return 0;
    }
}
