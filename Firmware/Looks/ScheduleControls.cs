using NanoFirmware.Control;

namespace NanoFirmware.Looks;

/// <summary>What is shown when the device starts and when it is silent, and where on earth it is.</summary>
internal sealed class ScheduleControls : ControlSet
{
    /// <summary>What was shown before.</summary>
    public const int Last = 0;

    /// <summary>A look.</summary>
    public const int One = 1;

    private const int PowerUpIndex = 0;
    private const int PowerUpSlotIndex = 1;
    private const int SilentIndex = 2;
    private const int SilentSlotIndex = 3;
    private const int LatitudeIndex = 4;
    private const int LongitudeIndex = 5;

    /// <summary>Where <see cref="DoneMinute"/> is.</summary>
    public const int DoneIndex = 6;

    private static readonly string[] PowerUps = { "last", "one", "off" };

    /// <param name="slots">How many looks are kept.</param>
    public ScheduleControls(int slots)
        : base(new[]
        {
            ControlSpec.Choice("power-up", PowerUps, Last),
            ControlSpec.Number("power-up-preset", 1, slots, 1),
            ControlSpec.Number("silent-minutes", 0, 240, 0),
            ControlSpec.Number("silent-preset", 1, slots, 1),
            ControlSpec.Number("latitude", -9000, 9000, 5100),
            ControlSpec.Number("longitude", -18000, 18000, 1000),
            ControlSpec.Number("done-minute", 0, int.MaxValue, 0),
        })
    {
    }

    /// <summary><see cref="Last"/>, <see cref="One"/>, or 2 for nothing.</summary>
    public int PowerUp => Values[PowerUpIndex];

    /// <summary>The look that a start shows.</summary>
    public int PowerUpSlot => Values[PowerUpSlotIndex];

    /// <summary>Minutes of silence after which a look comes; 0 for never.</summary>
    public int SilentMinutes => Values[SilentIndex];

    /// <summary>That look.</summary>
    public int SilentSlot => Values[SilentSlotIndex];

    /// <summary>Hundredths of a degree to the north.</summary>
    public int Latitude100 => Values[LatitudeIndex];

    /// <summary>Hundredths of a degree to the east.</summary>
    public int Longitude100 => Values[LongitudeIndex];

    /// <summary>Minutes from 1970 to the last event that was done: none comes twice, whatever restarts.</summary>
    public int DoneMinute
    {
        get => Values[DoneIndex];
        set => Set(DoneIndex, value);
    }
}
