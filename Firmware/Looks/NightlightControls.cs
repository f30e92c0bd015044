using NanoFirmware.Control;

namespace NanoFirmware.Looks;

/// <summary>How the light goes down while somebody falls asleep.</summary>
internal sealed class NightlightControls : ControlSet
{
    /// <summary>Where the switch is.</summary>
    public const int OnIndex = 0;
    private const int MinutesIndex = 1;
    private const int ToIndex = 2;

    public NightlightControls()
        : base(new[]
        {
            ControlSpec.Switch("on", false),
            ControlSpec.Number("minutes", 1, 240, 20),
            ControlSpec.Number("to", 0, 255, 0),
        })
    {
    }

    /// <summary>Whether the light goes down.</summary>
    public bool IsOn => Values[OnIndex] != 0;

    /// <summary>How long it takes.</summary>
    public int Minutes => Values[MinutesIndex];

    /// <summary>The master's brightness at its end; 0 also turns the power off.</summary>
    public int To => Values[ToIndex];

    /// <summary>It is over.</summary>
    public void Stop() => Set(OnIndex, 0);
}
