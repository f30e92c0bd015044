using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Every onset drops a stone somewhere: two rings run outwards and die away.</summary>
public sealed class RipplePattern : Pattern
{
    private const int Stones = 5;
    private const int None = -1;

    private readonly Dice _dice = new Dice();
    private readonly int[] _centres = new int[Stones];
    private readonly int[] _radii = new int[Stones];
    private int _next;

    public override string Name => "ripple";

    public override string Description => "Every onset drops a stone: rings run out and die away";

    public override bool UsesGlows => true;

    public override string Parameters => "pace 10 255 60, reach 10 120 48";

    public override void Reset()
    {
        _dice.Restart();
        for (int i = 0; i < Stones; i++)
        {
            _radii[i] = None;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (audio.Onset)
        {
            _next = _next == Stones - 1 ? 0 : _next + 1;
            _centres[_next] = _dice.Below(canvas.Length);
            _radii[_next] = 0;
        }

        canvas.Clear();
        int reach = Settings[1] << 8;
        for (int i = 0; i < Stones; i++)
        {
            int radius = _radii[i];
            if (radius != None)
            {
                int size = Palette.GlowRadius - (radius * 12 / reach);
                int colour = (i * 47) + (radius >> 8);
                canvas.Light(_centres[i] + (radius >> 8), colour, size);
                canvas.Light(_centres[i] - (radius >> 8), colour, size);
                radius += Settings[0] * elapsedMs / 2;
                _radii[i] = radius < reach ? radius : None;
            }
        }
    }
}
