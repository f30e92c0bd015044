using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Eight octaves, each a flower that opens as it sounds.</summary>
public sealed class BloomPattern : Pattern
{
    private const int Octaves = AudioSnapshot.BandCount / 2;

    private readonly int[] _open = new int[Octaves];
    private int _drift;

    public override string Name => "bloom";

    public override string Description => "Eight octaves open like flowers";

    public override bool UsesGlows => true;

    public override string Parameters => "size 4 16 14, fade 10 255 70, drift 0 255 20";

    public override void Reset() => Array.Clear(_open, 0, Octaves);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        byte[] bands = audio.Bands;
        int[] open = _open;
        int fade = Settings[1] * elapsedMs;
        int size = Settings[0];
        _drift += Settings[2] * elapsedMs;
        for (int octave = 0; octave < Octaves; octave++)
        {
            int low = bands[octave * 2];
            int high = bands[(octave * 2) + 1];
            int level = (low > high ? low : high) << 8;
            int held = open[octave] - fade;
            held = held < level ? level : held;
            open[octave] = held;
            int centre = ((octave * 2) + 1) * canvas.Length / (Octaves * 2);
            canvas.Light(centre, (octave * 36) + (_drift >> 11), (held * size) / (255 << 8));
        }
    }
}
