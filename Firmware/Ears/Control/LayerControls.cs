namespace NanoFirmware.Control;

/// <summary>What can be said of a layer over a channel's own picture; made when somebody asks or changes it, not kept.</summary>
public sealed class LayerControls : ControlSet
{
    public const int PatternIndex = 0;
    public const int PaletteIndex = 1;
    public const int BlendIndex = 2;
    public const int LevelIndex = 3;
    public const int OnIndex = 4;

    /// <param name="pattern">The channel's control that chooses one.</param>
    /// <param name="palette">The channel's control that chooses one.</param>
    public LayerControls(ControlSpec pattern, ControlSpec palette)
        : base(new[]
        {
            pattern,
            palette,
            MarkControls.BlendControl(),
            ControlSpec.Number("level", 0, 255, 255),
            ControlSpec.Switch("on", true),
        })
    {
    }
}
