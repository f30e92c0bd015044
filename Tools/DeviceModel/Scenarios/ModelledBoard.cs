using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Web;
using NanoHost;
using NanoHost.Net;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>A board in virtual time with its clients, in the load context of its run.</summary>
internal sealed class ModelledBoard : IDisposable
{
    private const int NormalPriority = 2;
    private const string HomeNetwork = "home";
    private const string HomePassword = "correct horse";

    // A thread that waits for datagrams looks so often; the chip's is woken, which costs no less.
    private const int DatagramPollMs = 100;
    private const long PsPerSecond = 1_000_000_000_000;

    private readonly string _storage;
    private readonly bool _ownsStorage;

    /// <param name="timing">How fast the chip is.</param>
    /// <param name="clients">What is asked of it.</param>
    /// <param name="storage">The folder of its drive; without one a new and empty one.</param>
    /// <param name="bornS">What its clock shows at the start, virtual seconds; all times of clients count from there.</param>
    /// <param name="radio">It has one: its hotspot is configured and on air, it is a client of a network, and clients come over
    /// the air.</param>
    internal ModelledBoard(
        Timing timing, IEnumerable<WebRequest> clients, string? storage = null, double bornS = 0, bool radio = false)
    {
        BornUs = (long)(bornS * 1e6);
        Clock.BeginAt(BornUs * 1_000_000);
        Scheduler = new Scheduler(timing, Clock, Timeline);
        Scheduler.Current = Scheduler;
        Heap.Costs = Costs.Constants;
        Heap.Tracks = true;
        ArrayMoves.PerBytePs = Costs.Constants.CopyPerByteNs * 1000;
        Probes.Passed = Record.Pass;

        _ownsStorage = storage == null;
        _storage = storage ?? Path.Combine(Path.GetTempPath(), "device-model-" + Path.GetRandomFileName());
        if (radio && !Directory.Exists(Path.Combine(_storage, ".board")))
        {
            NetworkPeripheral.Provision(_storage, "nanoFirmware-0001", HomeNetwork, HomePassword);
        }

        Board = SimulatedBoard.Install(new SimulatedBoard(Clock, _storage));
        Board.Network.IsPresent = radio;
        Board.Network.Datagrams.Wait = () => Threading.Thread.Sleep(DatagramPollMs);
        if (radio)
        {
            Board.Network.Appear(new SurroundingNetwork(HomeNetwork, HomePassword));
        }

        Board.Rmt.FrameLatched += Record.Latch;
        Web = new WebLoad(
            Scheduler, Costs.Constants,
            clients.Select(c => c with { AtUs = BornUs + c.AtUs })) { Radio = radio ? Board.Network : null };
        WebLoad.Current = Web;
        Board.Dial = _ => Web.Dial();
        Board.Memory.Collected += Collect;
        Heap.Moved = Board.Memory.Compact;
        Clock.Schedule(BornUs + (long)(RunRecord.WarmUpS * 1e6), () => Record.WarmedUp(Scheduler));
    }

    internal long BornUs { get; }

    internal VirtualClock Clock { get; } = new();

    internal Timeline Timeline { get; } = new();

    internal RunRecord Record { get; } = new();

    internal Scheduler Scheduler { get; }

    internal CostTable Costs { get; } = CostTable.Load();

    internal SimulatedBoard Board { get; }

    internal WebLoad Web { get; }

    /// <summary>The firmware from its first instruction.</summary>
    internal static Action Firmware => FirmwareOn(NanoFirmware.Board.StripLeds, NanoFirmware.Board.StripLeds);

    /// <summary>The same on strips of so many LEDs.</summary>
    internal static Action FirmwareOn(int ledsA, int ledsB) => () =>
    {
        StaticInitialisers.RunAll();
        Program.Run(Strips.Store(Strips.Wiring(ledsA, ledsB)));
    };

    /// <summary>Runs <paramref name="main"/> for so many virtual seconds, or until the board restarts.</summary>
    internal void Run(double seconds, Action main)
    {
        Scheduler.Start("main", NormalPriority, main);
        Scheduler.RunUntil((BornUs * 1_000_000) + (long)(seconds * PsPerSecond));
    }

    public void Dispose()
    {
        Board.Dispose();
        if (_ownsStorage)
        {
            Directory.Delete(_storage, recursive: true);
        }
    }

    private void Collect()
    {
        Web.Collect();
        Board.Memory.ManagedHeapFree = (uint)Math.Max(0, Heap.CollectNow());
    }
}
