using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>Time of compiled code and hardware, the same whatever K is.</summary>
public static class Hardware
{
    /// <summary>The running thread and everybody with it are held for <paramref name="chipNs"/>.</summary>
    public static void Take(int chipNs)
    {
        Scheduler? scheduler = Scheduler.Current;
        if (scheduler == null)
        {
            return;
        }

        scheduler.Settle();
        scheduler.Hold(scheduler.Clock.NowPs + (chipNs * 1000L));
    }

    /// <summary>
    /// For <paramref name="forNs"/> from now on interrupts take <paramref name="chipNs"/> of the interpreter's core, a little at
    /// a time.
    /// </summary>
    public static void Interrupt(int chipNs, int forNs)
    {
        Scheduler? scheduler = Scheduler.Current;
        if (scheduler == null)
        {
            return;
        }

        scheduler.Settle();
        scheduler.Interrupt(scheduler.Clock.NowPs + (forNs * 1000L), chipNs / (double)forNs);
    }
}
