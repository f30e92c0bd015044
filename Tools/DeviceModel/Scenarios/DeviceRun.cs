using System.Reflection;
using System.Runtime.Loader;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.DeviceModel.Web;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>One board from power-on to the end of the scenario, in a load context of its own.</summary>
public sealed class DeviceRun
{
    private const int NormalPriority = 2;
    private const long PsPerSecond = 1_000_000_000_000;

    private readonly ScenarioOptions _options;
    private readonly Scenario _scenario;
    private readonly VirtualClock _clock = new();
    private readonly Timeline _timeline = new();
    private readonly RunRecord _record = new();
    private readonly Scheduler _scheduler;
    private readonly CostTable _costs = CostTable.Load();

    private DeviceRun(ScenarioOptions options)
    {
        _options = options;
        _scenario = Scenario.Find(options.Scenario);
        _scheduler = new Scheduler(Timing.Chip(options.K ?? _scenario.K), _clock, _timeline);
        _timeline.Window = ((long)(options.TimelineFromMs * 1e9), (long)((options.TimelineFromMs + options.TimelineMs) * 1e9));
    }

    /// <summary>Runs a scenario and returns its report.</summary>
    public static RunReport Run(ScenarioOptions options)
    {
        var context = new WovenContext();
        return RunReport.FromJson((string)context.Call(typeof(DeviceRun), nameof(Inside), options.ToJson())!);
    }

    internal static string Inside(string options) => new DeviceRun(ScenarioOptions.FromJson(options)).Execute().ToJson();

    private RunReport Execute()
    {
        Scheduler.Current = _scheduler;
        Heap.Costs = _costs.Constants;
        Heap.CapacityBytes = _options.HeapBytes;
        Heap.Tracks = true;
        ArrayMoves.PerBytePs = _costs.Constants.CopyPerByteNs * 1000;
        Probes.Passed = _record.Pass;

        string storage = Path.Combine(Path.GetTempPath(), "device-model-" + Path.GetRandomFileName());
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock, storage));
        try
        {
            board.I2s.Source = _options.Wav != null ? new WavSource(_options.Wav) : AudioSources.Parse(_options.Signal);
            board.Network.IsPresent = false;
            board.I2s.RefuseOpens = _scenario.Microphone ? 0 : int.MaxValue;
            board.Rmt.FrameLatched += _record.Latch;
            WebLoad.Current = new WebLoad(_scheduler, _costs.Constants, _scenario.Clients(_options.Seconds));
            _clock.Schedule((long)(RunRecord.WarmUpS * 1e6), () => _record.WarmedUp(_scheduler));
            _scheduler.Start("main", NormalPriority, Main());
            _scheduler.RunUntil((long)(_options.Seconds * PsPerSecond));
            return Reporter.Report(_options, _scenario, _scheduler, board, _record, WebLoad.Current, _timeline);
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    private Action Main()
    {
        if (_options.Subject == null)
        {
            return () =>
            {
                StaticInitialisers.Run(typeof(Program).Assembly);
                Program.Main();
            };
        }

        Assembly subjects = AssemblyLoadContext.GetLoadContext(typeof(DeviceRun).Assembly)!.LoadFromAssemblyName(new AssemblyName("Subjects"));
        string[] name = _options.Subject.Split("::");
        return subjects.GetType(name[0], throwOnError: true)!.GetMethod(name[1])!.CreateDelegate<Action>();
    }
}
