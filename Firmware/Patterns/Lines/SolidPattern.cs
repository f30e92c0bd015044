using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>One colour of the palette, all over, whatever is played.</summary>
public sealed class SolidPattern : Pattern
{
    public override string Name => "solid";

    public override string Description => "One colour of the palette, all over";

    public override bool Audio => false;

    public override string Parameters => "colour 0 255 128";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.AddUp();
        canvas.Fill(0, canvas.Length, Settings[0], 255);
    }
}
