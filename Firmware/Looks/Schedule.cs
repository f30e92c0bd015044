using NanoFirmware.Control;
using NanoFirmware.Storage;

namespace NanoFirmware.Looks;

/// <summary>
/// Looks that come at a time of the day or with the sun. Each event has one moment in UTC on each day, whatever the clocks do
/// that day, and the minutes are walked once: so it comes once.
/// </summary>
internal sealed class Schedule
{
    /// <summary>Lines of the schedule.</summary>
    public const int Events = 8;

    // What a power cut held up is made up for within this time, the last of it alone.
    private const int LateMinutes = 720;

    private const int MinutesOfDay = 1440;
    private const int MinuteS = 60;
    private const int DayS = 86400;

    // 1970 began on a Thursday; a week begins on a Monday.
    private const int FirstWeekday = 3;

    private readonly PresetStore _presets;
    private readonly MasterControls _master;
    private long _lookedMinute;

    /// <param name="clock">What time it is.</param>
    /// <param name="controls">Where it is.</param>
    /// <param name="presets">The looks.</param>
    /// <param name="master">Whose power an event turns on and off.</param>
    public Schedule(WallClock clock, ScheduleControls controls, PresetStore presets, MasterControls master)
    {
        Clock = clock;
        Controls = controls;
        _presets = presets;
        _master = master;
        Lines = new EventControls[Events];
        Lines[0] = new EventControls(presets.Slots);
        for (int i = 1; i < Events; i++)
        {
            Lines[i] = new EventControls(Lines[0]);
        }
    }

    public readonly WallClock Clock;
    public readonly ScheduleControls Controls;
    public readonly EventControls[] Lines;

    /// <summary>Events since the start.</summary>
    public int Count;

    /// <summary>Looks once.</summary>
    public void Step()
    {
        long nowMinute = Clock.UtcS / MinuteS;
        if (nowMinute == 0)
        {
            return;
        }

        long from = _lookedMinute > 0 ? _lookedMinute : Controls.DoneMinute;
        if (nowMinute < from && from - nowMinute < MinutesOfDay)
        {
            // The clock was set back: what was done is not done again.
            return;
        }

        bool isFollowed = from > 0 && from <= nowMinute;
        from = isFollowed ? from : nowMinute;
        from = nowMinute - from > LateMinutes ? nowMinute - LateMinutes : from;
        _lookedMinute = nowMinute;
        if (from < nowMinute)
        {
            DoLast(from, nowMinute);
        }
    }

    /// <summary>The minute since 1970 of a line's event on a day; −1 for none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="day">Days since 1970, where the device is.</param>
    public long MinuteOf(EventControls line, int day)
    {
        if (!line.IsOn || (line.Days >> ((day + FirstWeekday) % 7) & 1) == 0)
        {
            return -1;
        }

        if (line.IsAtTime)
        {
            return Clock.UtcOf((day * (long)DayS) + (line.Minute * MinuteS)) / MinuteS;
        }

        long sunS = Sun.EventS(day, Controls.Latitude100, Controls.Longitude100, line.IsAtSunrise);
        return sunS < 0 ? -1 : (sunS / MinuteS) + line.Minute;
    }

    // Of all that became due after one minute and until another, what would be seen in the end.
    private void DoLast(long after, long until)
    {
        EventControls last = null;
        long lastMinute = after;
        int today = (int)((until * MinuteS + Clock.OffsetAt(until * MinuteS)) / DayS);
        for (int day = today - 1; day <= today + 1; day++)
        {
            for (int i = 0; i < Events; i++)
            {
                long minute = MinuteOf(Lines[i], day);
                if (minute > after && minute <= until && minute >= lastMinute)
                {
                    last = Lines[i];
                    lastMinute = minute;
                }
            }
        }

        if (last != null)
        {
            Controls.DoneMinute = (int)lastMinute;
            Do(last);
        }
    }

    private void Do(EventControls line)
    {
        Count++;
        bool isShown = line.Slot > 0 && _presets.Recall(line.Slot);
        _master.Set(MasterControls.PowerIndex, line.Slot == 0 ? 0 : 1);
        Shown = isShown ? line.Slot : 0;
    }

    /// <summary>The look that came last; 0 for none.</summary>
    public int Shown;
}
