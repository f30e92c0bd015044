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
}
