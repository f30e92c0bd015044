using NanoFirmware.Control;

namespace NanoFirmware.Looks;

/// <summary>One line of the schedule: on which days, when, and what is shown then.</summary>
internal sealed class EventControls : ControlSet
{
    private const int OnIndex = 0;
    private const int DaysIndex = 1;
    private const int AtIndex = 2;
    private const int MinuteIndex = 3;
    private const int PresetIndex = 4;

    private const int AtTime = 0;
    private const int AtSunrise = 1;

    private const int EveryDay = 127;
    private const int LastMinute = 1439;
    private const int SevenInTheEvening = 19 * 60;
    private const int MostShift = 180;

    private static readonly string[] Kinds = { "time", "sunrise", "sunset" };

    /// <param name="slots">How many looks are kept.</param>
    public EventControls(int slots)
        : base(new[]
        {
            ControlSpec.Switch("on", false),
            ControlSpec.Number("days", 1, EveryDay, EveryDay),
            ControlSpec.Choice("at", Kinds, AtTime),
            ControlSpec.Number("minute", -MostShift, LastMinute, SevenInTheEvening),
            ControlSpec.Number("preset", 0, slots, 0),
        })
    {
    }

    /// <summary>Another event, with values of its own.</summary>
    public EventControls(EventControls other)
        : base(other)
    {
    }

    public bool IsOn => Values[OnIndex] != 0;

    /// <summary>Bit 0 is Monday.</summary>
    public int Days => Values[DaysIndex];

    public bool IsAtTime => Values[AtIndex] == AtTime;

    public bool IsAtSunrise => Values[AtIndex] == AtSunrise;

    /// <summary>Of the day, or after the sun's event.</summary>
    public int Minute => Values[MinuteIndex];

    /// <summary>The look that comes; 0 turns the power off.</summary>
    public int Slot => Values[PresetIndex];

    /// <inheritdoc/>
    public override string Conflict(int[] values)
    {
        bool isRight = values[AtIndex] == AtTime ? values[MinuteIndex] >= 0 : values[MinuteIndex] <= MostShift;
        return isRight
            ? null
            : "minute must be one of the day, 0 to 1439, or with sunrise and sunset -180 to 180 minutes after them";
    }
}
