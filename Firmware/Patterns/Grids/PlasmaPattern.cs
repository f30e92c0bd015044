using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A field of two sines: every line is a piece of one texture, swung to and fro.</summary>
public sealed class PlasmaPattern : GridPattern
{
    private readonly Texture _texture = new Texture();
    private int _time;

    public override string Name => "plasma";

    public override string Description => "Silk: waves of colour that swing through each other";

    public override bool Audio => false;

    public override string Parameters => "waves 1 24 7, swing 0 255 120, zoom 1 12 5, depth 0 255 130";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _time += elapsedMs;
        _texture.Make(canvas, Settings[2], Settings[3]);
        byte[] sine = Curves.Sine;
        int waves = Settings[0];
        int swing = Settings[1];
        int first = _time / 24;
        int second = _time / 37;
        int drift = _time / 90;
        int lines = canvas.Lines;
        for (int line = 0; line < lines; line++)
        {
            int shift = ((sine[((line * waves) + first) & 255] * swing) >> 10) + (
                (sine[((line * waves * 2 / 3) - second) & 255] * swing) >> 11);
            canvas.Weave(line, _texture, drift + shift);
        }
    }
}
