using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Web;
using NanoHost;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>
/// What a fault can reach: the board's hardware, the chip's runtime, the clients' network. The firmware knows nothing of it.
/// </summary>
internal sealed class FaultStage
{
    private const int NormalPriority = 2;

    private readonly ModelledBoard _modelled;

    internal FaultStage(ModelledBoard modelled, int life)
    {
        _modelled = modelled;
        Life = life;
    }

    /// <summary>1 for the first start, 2 after a restart, …</summary>
    internal int Life { get; }

    /// <summary>What the fault wants to be judged by.</summary>
    internal List<string> Notes { get; } = [];

    internal SimulatedBoard Board => _modelled.Board;

    internal WebLoad Web => _modelled.Web;

    /// <summary>Does something at a time, as an interrupt would.</summary>
    internal void At(double seconds, Action action) => _modelled.Clock.Schedule(_modelled.BornUs + (long)(seconds * 1e6), action);

    /// <summary>Runs something on a thread of the device, of normal priority.</summary>
    internal void Run(double seconds, Action action) =>
        At(seconds, () => _modelled.Scheduler.Start("bench", NormalPriority, action));

    /// <summary>
    /// The method throws, the first <paramref name="times"/> that <paramref name="victim"/> enters it after
    /// <paramref name="fromS"/>.
    /// </summary>
    internal static void Throw(int trip, double fromS, int times, Func<object, bool>? victim = null) =>
        Trip(trip, fromS, times, victim, () =>
        throw new InvalidOperationException("a fault of the bench"));

    /// <summary>The method waits for ever, once.</summary>
    internal static void Hang(int trip, double fromS, Func<object, bool>? victim = null) => Trip(trip, fromS, 1, victim, () =>
        Scheduler.Current.SleepUntil(GreenThread.Never));

    /// <summary>The method computes for ever and never waits, once.</summary>
    internal static void Spin(int trip, double fromS, Func<object, bool>? victim = null) => Trip(trip, fromS, 1, victim, () =>
    {
        while (true)
        {
            Meter.Charge(1_000_000);
        }
    });

    /// <summary>The heap holds no more than this from now on.</summary>
    internal static void LimitHeap(long freeBytes) => Heap.CapacityBytes = Heap.LiveBytes() + freeBytes;

    private static void Trip(int trip, double fromS, int times, Func<object, bool>? victim, Action strike)
    {
        int left = times;
        Action<object, int>? before = Trips.Passed;
        Trips.Passed = (self, number) =>
        {
            before?.Invoke(self, number);
            if (number == trip && left > 0 && Scheduler.Current.Clock.NowPs >= fromS * 1e12 && (victim == null || victim(self)))
            {
                left--;
                strike();
            }
        };
    }
}
