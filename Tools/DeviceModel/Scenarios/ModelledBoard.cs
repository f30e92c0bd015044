using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Web;
using NanoHost;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>A board in virtual time with its clients, in the load context of its run.</summary>
internal sealed class ModelledBoard : IDisposable
{
    private const int NormalPriority = 2;
    private const long PsPerSecond = 1_000_000_000_000;

    private readonly string _storage;
    private readonly bool _ownsStorage;

    /// <param name="timing">How fast the chip is.</param>
    /// <param name="clients">What is asked of it.</param>
    /// <param name="storage">The folder of its drive; without one a new and empty one.</param>
    internal ModelledBoard(Timing timing, IEnumerable<WebRequest> clients, string? storage = null)
    {
        Scheduler = new Scheduler(timing, Clock, Timeline);
        Scheduler.Current = Scheduler;
        Heap.Costs = Costs.Constants;
        Heap.Tracks = true;
        ArrayMoves.PerBytePs = Costs.Constants.CopyPerByteNs * 1000;
        Probes.Passed = Record.Pass;

        _ownsStorage = storage == null;
        _storage = storage ?? Path.Combine(Path.GetTempPath(), "device-model-" + Path.GetRandomFileName());
        Board = SimulatedBoard.Install(new SimulatedBoard(Clock, _storage));
        Board.Network.IsPresent = false;
        Board.Rmt.FrameLatched += Record.Latch;
        Web = new WebLoad(Scheduler, Costs.Constants, clients);
        WebLoad.Current = Web;
        Board.Dial = _ => Web.Dial();
        Board.Memory.Collected += Collect;
        Clock.Schedule((long)(RunRecord.WarmUpS * 1e6), () => Record.WarmedUp(Scheduler));
    }

    internal VirtualClock Clock { get; } = new();

    internal Timeline Timeline { get; } = new();

    internal RunRecord Record { get; } = new();

    internal Scheduler Scheduler { get; }

    internal CostTable Costs { get; } = CostTable.Load();

    internal SimulatedBoard Board { get; }

    internal WebLoad Web { get; }

    /// <summary>The firmware from its first instruction.</summary>
    internal static Action Firmware => () =>
    {
        StaticInitialisers.Run(typeof(Program).Assembly);
        Program.Main();
    };

    /// <summary>Runs <paramref name="main"/> for so many virtual seconds, or until the board restarts.</summary>
    internal void Run(double seconds, Action main)
    {
        Scheduler.Start("main", NormalPriority, main);
        Scheduler.RunUntil((long)(seconds * PsPerSecond));
    }

    public void Dispose()
    {
        Board.Dispose();
        if (_ownsStorage)
        {
            Directory.Delete(_storage, recursive: true);
        }
    }

    // What a large heap has left is nearly all of it: only a small one is worth the PC's time.
    private void Collect()
    {
        Web.Collect();
        if (Heap.CapacityBytes < 1_000_000)
        {
            Board.Memory.ManagedHeapFree = (uint)Math.Max(0, Heap.FreeAfterCollection());
        }
    }
}
