using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Two wings from the middle, made of eight feathers each: the louder an octave, the longer its feather.</summary>
public sealed class WingsPattern : Pattern
{
    private const int Feathers = AudioSnapshot.BandCount / 2;

    private readonly int[] _feathers = new int[Feathers];

    public override string Name => "wings";

    public override string Description => "Two wings of eight colours spread from the middle";

    public override string Parameters => "span 40 255 150, fall 10 255 90";

    public override void Reset() => Array.Clear(_feathers, 0, Feathers);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        byte[] bands = audio.Bands;
        int[] feathers = _feathers;
        int fall = Settings[1] * elapsedMs;
        int middle = canvas.Length / 2;

        // 255 in all octaves at full span would be two wings of twice their length: music rarely fills a third of that.
        int scale = Settings[0] * middle;
        int reach = 0;
        int done = 0;
        for (int i = 0; i < Feathers; i++)
        {
            int feather = feathers[i] - fall;
            int low = bands[i * 2];
            int high = bands[(i * 2) + 1];
            int level = (low > high ? low : high) << 8;
            if (feather < level)
            {
                feather = level;
            }

            feathers[i] = feather;
            reach += feather >> 8;
            int end = reach * scale / (255 * 255 * Feathers / 2);
            int count = end - done;
            canvas.Run(middle + done, count, i * 32);
            canvas.Run(middle - end, count, 512 - (i * 32) - count);
            done = end;
        }
    }
}
