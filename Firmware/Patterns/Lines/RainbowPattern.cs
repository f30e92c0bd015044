using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>All the palette's colours move past, there and back.</summary>
public sealed class RainbowPattern : Pattern
{
    private int _travelled;

    public override string Name => "rainbow";

    public override string Description => "All colours of the palette move past";

    public override bool Audio => false;

    public override string Parameters => "pace 0 255 100, parts 1 8 1";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        // One colour on every 10 ms at 100: once there and back in five seconds.
        _travelled = (_travelled + (Settings[0] * elapsedMs)) % (1000 * Palette.Turn);
        int colour = -(_travelled / 1000);

        // In parts, every other one runs the other way: a fan of colours.
        int parts = Settings[1];
        int start = 0;
        for (int part = 0; part < parts; part++)
        {
            int end = (part + 1) * canvas.Length / parts;
            int width = end - start;
            canvas.Run(start, width, (part & 1) == 0 ? colour : -colour - width);
            start = end;
        }
    }
}
