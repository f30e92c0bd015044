using NanoFirmware.Control;

namespace NanoFirmware.Panels;

/// <summary>What can be said of a panel by numbers and names; made for each update, and not kept.</summary>
internal sealed class PanelControls : ControlSet
{
    public const int ColourIndex = 0;
    public const int BrightnessIndex = 1;
    public const int EffectIndex = 2;
    public const int TransitionIndex = 3;
    public const int PatternIndex = 4;
    public const int PaletteIndex = 5;
    public const int SpeedIndex = 6;
    public const int ParameterIndex = 7;
    public const int AcrossIndex = 11;
    public const int ClearIndex = 12;

    /// <param name="channel">The channel's controls, whose patterns and palettes there are.</param>
    public PanelControls(ControlSet channel)
        : base(new[]
        {
            ControlSpec.Colour("colour", 0),
            ControlSpec.Number("brightness", 0, 255, 255),
            ControlSpec.Choice("effect", EffectNames(), 0),
            ControlSpec.Number("transitionMs", 0, 10000, 300),
            channel.Controls[ChannelControls.PatternIndex],
            channel.Controls[ChannelControls.PaletteIndex],
            channel.Controls[ChannelControls.SpeedIndex],
            channel.Controls[ChannelControls.ParameterIndex],
            channel.Controls[ChannelControls.ParameterIndex + 1],
            channel.Controls[ChannelControls.ParameterIndex + 2],
            channel.Controls[ChannelControls.ParameterIndex + 3],
            ControlSpec.Switch("across", false),
            ControlSpec.Button("clear"),
        })
    {
    }

    /// <summary>By the numbers of <see cref="PanelEffect"/>.</summary>
    public static string[] EffectNames()
    {
        string[] names = { "none", "fade-in", "fade-out", "blink", "wipe", "flip" };
        return names;
    }
}
