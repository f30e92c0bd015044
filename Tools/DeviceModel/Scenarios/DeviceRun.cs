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
        using var board = new ModelledBoard(timing, scenario.Clients(options.Seconds), radio: scenario.Radio);
        board.Timeline.Window = ((long)(options.TimelineFromMs * 1e9), (long)((options.TimelineFromMs + options.TimelineMs) * 1e9));
        board.Board.I2s.Source = options.Wav != null ? SoundFile.Open(options.Wav) : AudioSources.Parse(options.Signal);
        board.Board.I2s.RefuseOpens = scenario.Microphone ? 0 : int.MaxValue;
        board.Run(options.Seconds, EntryOf(options.Subject));
        return Reporter.Report(options, scenario, board.Scheduler, board.Board, board.Record, board.Web, board.Timeline);
    }

    private static Action EntryOf(string? subject)
    {
        if (subject == null)
        {
            return ModelledBoard.Firmware;
        }

        Assembly subjects = AssemblyLoadContext.GetLoadContext(typeof(DeviceRun).Assembly)!.LoadFromAssemblyName(new AssemblyName("Subjects"));
        string[] name = subject.Split("::");
        return subjects.GetType(name[0], throwOnError: true)!.GetMethod(name[1])!.CreateDelegate<Action>();
    }
}
