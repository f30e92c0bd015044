using System.Reflection;
using System.Runtime.Loader;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>One board from power-on to the end of the scenario, in a load context of its own.</summary>
public static class DeviceRun
{
    private const double ChosenS = 0.8;

    /// <summary>Runs a scenario and returns its report.</summary>
    public static RunReport Run(ScenarioOptions options)
    {
        var context = new WovenContext();
        return RunReport.FromJson((string)context.Call(typeof(DeviceRun), nameof(Inside), options.ToJson())!);
    }

    internal static string Inside(string options) => Execute(ScenarioOptions.FromJson(options)).ToJson();

    private static RunReport Execute(ScenarioOptions options)
    {
        Scenario scenario = Scenario.Find(options.Scenario);
        Heap.CapacityBytes = options.HeapBytes;
        Timing timing = Timing.Chip(options.K ?? scenario.K, CostTable.Load().Constants);
        using var board = new ModelledBoard(timing, Clients(options, scenario), radio: scenario.Radio);
        board.Timeline.Window = (
            (long)(options.TimelineFromMs * 1e9), (long)((options.TimelineFromMs + options.TimelineMs) * 1e9));
        board.Board.I2s.Source = options.Wav != null ? SoundFile.Open(options.Wav) : AudioSources.Parse(options.Signal);
        board.Board.I2s.RefuseOpens = scenario.Microphone ? 0 : int.MaxValue;
        board.Run(options.Seconds, EntryOf(options));
        return Reporter.Report(options, scenario, board.Scheduler, board.Board, board.Record, board.Web, board.Timeline);
    }

    // Whoever chose the patterns did so before the figures begin.
    private static IEnumerable<WebRequest> Clients(ScenarioOptions options, Scenario scenario)
    {
        IEnumerable<WebRequest> clients = scenario.Clients(options.Seconds);
        return options.Pattern is not string pattern ? clients : [Choose("a", pattern), Choose("b", pattern), .. clients];
    }

    private static WebRequest Choose(string channel, string pattern) =>
        WebRequest.Browser(ChosenS, $"/api/channel/{channel}", $"{{\"pattern\":\"{pattern}\"}}");

    private static Action EntryOf(ScenarioOptions options)
    {
        if (options.Subject is not string subject)
        {
            return ModelledBoard.FirmwareOn(options.LedsA, options.LedsB);
        }

        Assembly subjects = AssemblyLoadContext.GetLoadContext(typeof(DeviceRun).Assembly)!.LoadFromAssemblyName(
            new AssemblyName("Subjects"));
        string[] name = subject.Split("::");
        return subjects.GetType(name[0], throwOnError: true)!.GetMethod(name[1])!.CreateDelegate<Action>();
    }
}
