using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoHost.Rmt;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>What was seen during a run.</summary>
internal sealed class RunRecord
{
    /// <summary>Start-up is not judged: figures begin here, virtual seconds.</summary>
    internal const double WarmUpS = 1;

    private readonly Dictionary<int, long> _allocatedAtWarmUp = [];

    internal SortedDictionary<int, StripLog> Strips { get; } = [];

    /// <summary>End of each Publish, µs.</summary>
    internal List<long> PublishedUs { get; } = [];

    /// <summary>Per render thread: own work in each RenderFrame, µs of the chip.</summary>
    internal SortedDictionary<int, List<double>> RenderUs { get; } = [];

    internal List<double> AnalyzeUs { get; } = [];

    internal List<double> DispatchUs { get; } = [];

    internal void Latch(WireFrame frame)
    {
        if (!Strips.TryGetValue(frame.Pin, out StripLog? log))
        {
            Strips[frame.Pin] = log = new StripLog();
        }

        log.Add(frame);
    }

    internal void WarmedUp(Scheduler scheduler)
    {
        foreach (GreenThread thread in scheduler.Threads)
        {
            _allocatedAtWarmUp[thread.Id] = thread.Use.AllocatedBytes;
        }
    }

    /// <summary>Bytes that the threads which passed a frame or a hop allocated since the warm-up.</summary>
    internal long FrameBytes(Scheduler scheduler) => scheduler.Threads
        .Where(t => _frameThreads.Contains(t.Id) && _allocatedAtWarmUp.ContainsKey(t.Id))
        .Sum(t => t.Use.AllocatedBytes - _allocatedAtWarmUp[t.Id]);

    /// <summary>What the collections since the warm-up cost.</summary>
    internal CollectionCost[] CollectionCosts() =>
    [
        .. Heap.Ledger.Where(c => c.AtUs >= WarmUpS * 1e6)
            .Select(c => CollectionCost.Of(c.AtUs, c.TookUs, Strips.Values.Select(s => s.StartUs))),
    ];

    private readonly HashSet<int> _frameThreads = [];

    internal void Pass(int probe, GreenThread thread, long fromPs, long toPs, long workPs)
    {
        bool judged = fromPs >= WarmUpS * 1e12;
        switch (probe)
        {
            case Probes.Publish:
                PublishedUs.Add(toPs / 1_000_000);
                break;
            case Probes.RenderFrame when judged:
                _frameThreads.Add(thread.Id);
                if (!RenderUs.TryGetValue(thread.Id, out List<double>? times))
                {
                    RenderUs[thread.Id] = times = [];
                }

                times.Add(workPs / 1e6);
                break;
            case Probes.Analyze when judged:
                _frameThreads.Add(thread.Id);
                AnalyzeUs.Add(workPs / 1e6);
                break;
            case Probes.Handle when judged:
                DispatchUs.Add(workPs / 1e6);
                break;
            default:
                break;
        }
    }
}
