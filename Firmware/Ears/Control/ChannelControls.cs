using System;

namespace NanoFirmware.Control;

/// <summary>What can be set on one channel.</summary>
public sealed partial class ChannelControls : ControlSet
{
    public const int EnabledIndex = 0;
    public const int BrightnessIndex = 1;
    public const int SpeedIndex = 2;
    public const int PatternIndex = 3;
    public const int PaletteIndex = 4;
    public const int MirrorIndex = 5;
    public const int ReverseIndex = 6;
    public const int OffsetIndex = 7;
    public const int FadeIndex = 8;
    public const int GlowIndex = 9;

    /// <summary>The first of the pattern's parameters.</summary>
    public const int ParameterIndex = 10;

    /// <summary>How many there are: p1 to p4.</summary>
    public const int ParameterCount = 4;

    private byte[] _initialParameters;

    // Where there are more patterns than here; null where all are.
    private string _more = "on a grid";

    // A pattern for grids or panels and its parameters, while something else is shown in its place; null for none.
    private int[] _waiting;

    /// <param name="patterns">Names of the patterns, by index.</param>
    /// <param name="palettes">Names of the palettes, by index.</param>
    /// <param name="initialParameters">For each pattern what its four parameters are when it is chosen.</param>
    /// <param name="leds">Pixels of the strip; 0 when there is none.</param>
    /// <param name="look">What the channel shows when it is new.</param>
    public ChannelControls(string[] patterns, string[] palettes, byte[] initialParameters, int leds, FirstLook look)
        : base(StartingWith(
            look,
            initialParameters,
            new[]
            {
                ControlSpec.Switch("enabled", true),
                ControlSpec.Number("brightness", 0, 255, 128),
                ControlSpec.Number("speed", 0, 255, 128),
                ControlSpec.Choice("pattern", patterns, 0),
                ControlSpec.Choice("palette", palettes, 0),
                ControlSpec.Switch("mirror", false),
                ControlSpec.Switch("reverse", false),
                Offset(leds),
                ControlSpec.Number("fade", 0, 5000, 300),
                ControlSpec.Number("glow", 0, 255, 0),
                ControlSpec.Number("p1", 0, 255, 0),
                ControlSpec.Number("p2", 0, 255, 0),
                ControlSpec.Number("p3", 0, 255, 0),
                ControlSpec.Number("p4", 0, 255, 0),
            }))
    {
        _initialParameters = initialParameters;
    }

    /// <summary>The same controls for another channel, with values of their own and another look when it is new.</summary>
    public ChannelControls(ChannelControls other, int leds, FirstLook look)
        : base(StartingWith(look, other._initialParameters, other.Controls))
    {
        _initialParameters = other._initialParameters;
        Controls[OffsetIndex] = Offset(leds);
    }

    /// <summary>Called when another pattern is about to be stored, on the thread that stores it; null for none.</summary>
    public PatternChoiceHandler PatternChosen;

    /// <summary>One more whenever somebody chose a pattern or a palette, the same one or another.</summary>
    public int Choices;

    /// <summary>Index of the pattern.</summary>
    public int Pattern => Values[PatternIndex];

    private static ControlSpec Offset(int leds) => ControlSpec.Number("offset", 0, leds > 0 ? leds - 1 : 0, 0);

    // What both channels have alike is shared; the pattern of the first look starts as its author meant it.
    private static ControlSpec[] StartingWith(FirstLook look, byte[] initialParameters, ControlSpec[] controls)
    {
        var own = new ControlSpec[controls.Length];
        Array.Copy(controls, own, controls.Length);
        int pattern = controls[PatternIndex].IndexOfChoice(look.Pattern);
        own[PatternIndex] = controls[PatternIndex].StartingAt(pattern);
        own[PaletteIndex] = controls[PaletteIndex].StartingAt(controls[PaletteIndex].IndexOfChoice(look.Palette));
        for (int i = 0; i < ParameterCount; i++)
        {
            int at = ParameterIndex + i;
            own[at] = controls[at].StartingAt(initialParameters[(pattern * ParameterCount) + i]);
        }

        return own;
    }
}
