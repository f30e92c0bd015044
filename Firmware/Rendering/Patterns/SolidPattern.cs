using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The middle colour of the palette, all over, whatever is played.</summary>
public sealed class SolidPattern : Pattern
{
    private const int Middle = 128;

    public override string Name => "solid";

    public override string Description => "One colour, the middle of the palette";

    public override void Render(AudioSnapshot audio, int elapsedMs, Palette palette, byte[] grb) =>
        palette.Fill(grb, Middle, 255);
}
