namespace NanoFirmware.Control;

/// <summary>What can be set on one channel.</summary>
public sealed class ChannelControls : ControlSet
{
    public const int EnabledIndex = 0;
    public const int BrightnessIndex = 1;
    public const int SpeedIndex = 2;
    public const int PatternIndex = 3;
    public const int PaletteIndex = 4;
    public const int MirrorIndex = 5;

    /// <param name="patterns">Names of the patterns, by index.</param>
    /// <param name="palettes">Names of the palettes, by index.</param>
    public ChannelControls(string[] patterns, string[] palettes)
        : base(new[]
        {
            ControlSpec.Switch("enabled", true),
            ControlSpec.Number("brightness", 0, 255, 128),
            ControlSpec.Number("speed", 0, 255, 128),
            ControlSpec.Choice("pattern", patterns, 0),
            ControlSpec.Choice("palette", palettes, 0),
            ControlSpec.Switch("mirror", false),
        })
    {
    }

    /// <summary>False makes this strip black.</summary>
    public bool Enabled => Values[EnabledIndex] != 0;

    /// <summary>Brightness, 0–255.</summary>
    public int Brightness => Values[BrightnessIndex];

    /// <summary>How fast a pattern moves, 0–255; 128 is its natural speed.</summary>
    public int Speed => Values[SpeedIndex];

    /// <summary>Index of the pattern.</summary>
    public int Pattern => Values[PatternIndex];

    /// <summary>Index of the palette.</summary>
    public int Palette => Values[PaletteIndex];

    /// <summary>True draws on half the strip and shows it twice, from the middle outwards.</summary>
    public bool Mirror => Values[MirrorIndex] != 0;
}
