using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Slow blobs rise and sink, run together and part again.</summary>
public sealed class LavaPattern : Pattern
{
    private const int Blobs = 5;

    private readonly Ground _ground = new Ground();
    private int _phase;

    public override string Name => "lava";

    public override string Description => "Slow blobs run together and part again";

    public override bool Audio => false;

    public override string Parameters => "size 6 40 20, heat 0 255 60";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _phase += elapsedMs;
        byte[] sine = Curves.Sine;
        canvas.Cover(_ground, 8, Settings[1]);
        for (int i = 0; i < Blobs; i++)
        {
            int turn = _phase * (i + 2) >> 7;
            int centre = sine[(turn + (i * 83)) & 255] * canvas.Length >> 8;
            int size = Settings[0] * (128 + (sine[(turn >> 1) + (i * 50) & 255] >> 1)) >> 8;

            // A run from rim to heart to rim: the middle of a blob is the hottest.
            int colour = 60 + (i * 24);
            canvas.Run(centre - size, size, colour);
            canvas.Run(centre, size, Palette.Turn - colour - size);
        }
    }
}
