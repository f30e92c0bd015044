using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Subjects;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// The hand-over experiment in the model, timed as the interpreter's build for a PC, on which platform.md's table was measured.
/// </summary>
public static class HandOverTable
{
    private const int Frames = 240;

    /// <summary>Runs one way of handing over.</summary>
    public static HandOverRow Run(
        bool handshake, int analysisUs = 0, bool busy = false, ThreadPriority ours = ThreadPriority.Normal,
        ThreadPriority theirs = ThreadPriority.Normal)
    {
        double[] f = (double[])new WovenContext().Call(
            typeof(HandOverTable), nameof(Inside), handshake, analysisUs, busy, (int)ours, (int)theirs)!;
        return new HandOverRow(f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7]);
    }

    internal static double[] Inside(bool handshake, int analysisUs, bool busy, int ours, int theirs)
    {
        MethodMeter.Prepare();
        var scheduler = new Scheduler(Timing.Pc, new VirtualClock(), new Timeline());
        Scheduler.Current = scheduler;
        HandOver? it = null;
        scheduler.Start("waker", ours, () =>
        {
            it = HandOver.Run(handshake, 2400, Frames, analysisUs, busy, (ThreadPriority)ours, (ThreadPriority)theirs);
            scheduler.End();
        });
        scheduler.RunUntil(30_000_000_000_000);
        double seconds = scheduler.Clock.NowPs / 1e12;
        return
        [
            it!.StartSumUs / 1000.0 / it.Starts, it.StartMaxUs / 1000.0, it.SecondStartSumUs / 1000.0 / it.Starts,
            it.DoneSumUs / 1000.0 / Frames, it.DoneMaxUs / 1000.0, it.Late / (double)Frames, it.Bursts / seconds,
            Frames / seconds,
        ];
    }
}

/// <summary>
/// Means and greatest times from the setting of the events, ms; the share of late frames; bursts and frames a second.
/// </summary>
public sealed record HandOverRow(
    double StartMs, double StartMaxMs, double SecondStartMs, double DoneMs, double DoneMaxMs, double Late, double BurstsPerSecond,
    double FramesPerSecond);
