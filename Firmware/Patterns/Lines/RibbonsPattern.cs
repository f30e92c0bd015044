using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Six ribbons side by side; their seams sway, and each shines with its part of the sound.</summary>
public sealed class RibbonsPattern : Pattern
{
    private const int Ribbons = 6;

    private readonly int[] _levels = new int[Ribbons];
    private int _phase;

    public override string Name => "ribbons";

    public override string Description => "Six swaying ribbons, each lit by its part of the sound";

    public override string Parameters => "sway 0 255 120, fade 10 255 100";

    public override void Reset() => System.Array.Clear(_levels, 0, Ribbons);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.AddUp();
        byte[] sine = Curves.Sine;
        byte[] bands = audio.Bands;
        _phase += elapsedMs * 24;
        int phase = _phase >> 8;
        int length = canvas.Length;
        int width = length / Ribbons;
        int swing = Settings[0] * width;
        int fade = Settings[1] * elapsedMs;
        int[] levels = _levels;
        int start = 0;
        for (int i = 0; i < Ribbons; i++)
        {
            int held = levels[i] - fade;
            int level = bands[(i * 2) + 1] << 8;
            held = held < level ? level : held;
            levels[i] = held;

            // A seam leaves its place by less than half a ribbon, so that none is ever turned inside out.
            int sway = (sine[(phase + (i * 71)) & 255] - 128) * swing >> 16;
            int end = i == Ribbons - 1 ? length : ((i + 1) * width) + sway;
            canvas.Fill(start, end - start, (i * 44) + (phase >> 2), held >> 8);
            start = end;
        }
    }
}
