namespace NanoFirmware.Control;

/// <summary>What acts on both channels.</summary>
public sealed class MasterControls : ControlSet
{
    public const int BrightnessIndex = 0;
    public const int PowerIndex = 1;
    public const int LinkIndex = 2;
    public const int CanonIndex = 3;
    public const int GuardIndex = 4;
    public const int ChannelBudgetIndex = 5;
    public const int BoardBudgetIndex = 6;
    public const int IdleIndex = 7;
    public const int ColourIndex = 8;
    public const int LiteIndex = 9;
    public const int LogIndex = 10;

    /// <summary>Each strip for itself.</summary>
    public const int Independent = 0;

    /// <summary>B shows what A shows.</summary>
    public const int SameOnBoth = 1;

    /// <summary>A and then B, as one strip of twice the length.</summary>
    public const int Continued = 2;

    /// <summary>A hears the lower half of the spectrum, B the upper.</summary>
    public const int Split = 3;

    /// <summary>B draws A's pattern with every second beat, backwards.</summary>
    public const int CounterPhase = 4;

    /// <summary>B draws A's pattern some beats later.</summary>
    public const int Canon = 5;

    /// <summary>All that happens is noted.</summary>
    public const int LogAll = 0;

    /// <summary>What has to be mended alone.</summary>
    public const int LogFaults = 1;

    private static readonly string[] Logs = { "all", "faults", "none" };

    private static readonly string[] Links = { "independent", "mirror", "continue", "split", "counter-phase", "canon" };

    public MasterControls()
        : base(new[]
        {
            ControlSpec.Number("brightness", 0, 255, 255),
            ControlSpec.Switch("power", true),
            ControlSpec.Choice("link", Links, Independent),
            ControlSpec.Number("canon-beats", 1, 4, 1),
            ControlSpec.Switch("flash-guard", true),
            ControlSpec.Number("channel-ma", 200, 20000, 7000),
            ControlSpec.Number("board-ma", 400, 40000, 7500),
            ControlSpec.Number("led-idle-ua", 0, 5000, 1000),
            ControlSpec.Number("led-colour-ua", 1000, 60000, 18500),
            ControlSpec.Switch("lite", false),
            ControlSpec.Choice("log-level", Logs, LogAll),
        })
    {
    }

    /// <summary>Master brightness, 0–255; a channel's effective brightness is master × channel / 255.</summary>
    public int Brightness => Values[BrightnessIndex];

    /// <summary>False makes both strips black, whatever else is set.</summary>
    public bool Power => Values[PowerIndex] != 0;

    /// <summary>True sheds whatever overload would shed: previews, frequent polling, metrics, every second frame.</summary>
    public bool Lite => Values[LiteIndex] != 0;
}
