using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>The clocks of the base library, on the board's.</summary>
public static class Clocks
{
    // A board without a battery starts its calendar here.
    private static readonly DateTime Boot = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Fault to inject: the calendar is off by so much.</summary>
    internal static TimeSpan SetBy { get; set; }

    /// <summary>µs steps since a fixed date, like gettimeofday on the chip.</summary>
    public static DateTime UtcNow() => Boot.AddTicks(Scheduler.Current.Clock.NowUs * TimeSpan.TicksPerMicrosecond) + SetBy;

    /// <summary>The calendar in µs, in place of the clock since boot: a fault to plant.</summary>
    public static ulong CalendarUs() => (ulong)(UtcNow().Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Milliseconds since boot, in whole ticks.</summary>
    public static long TickCount64()
    {
        Scheduler.Current.Settle();
        return Scheduler.Current.TickNowPs() / 1_000_000_000;
    }
}
