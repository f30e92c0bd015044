using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>16 bars side by side, bass first, each as long as its band is loud.</summary>
public sealed class SpectrumPattern : Pattern
{
    private const int Bars = AudioSnapshot.BandCount;
    private const int Full = 255 << 8;

    private readonly int[] _heights = new int[Bars];

    public override string Name => "spectrum";

    public override string Description => "16 bars side by side, bass to treble";

    public override string Parameters => "fall 10 255 128, peaks 0 1 0";

    public override void Reset() => Array.Clear(_heights, 0, Bars);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        int[] heights = _heights;
        byte[] bands = audio.Bands;
        byte[] tops = audio.Peaks;
        bool peaks = Settings[1] != 0;

        // At 128 a bar falls from full to nothing in half a second, and rises at once.
        int fall = Settings[0] * elapsedMs;
        int pixels = canvas.Length;
        int start = 0;
        int colour = 0;
        for (int bar = 0; bar < Bars; bar++)
        {
            int height = heights[bar] - fall;
            int level = bands[bar] << 8;
            if (height < level)
            {
                height = level;
            }

            heights[bar] = height;

            int end = (bar + 1) * pixels / Bars;
            int room = end - start;
            int lit = ((room * height) + (Full / 2)) / Full;
            if (lit > 0)
            {
                canvas.Run(start, lit, colour);
            }

            if (peaks)
            {
                int top = tops[bar];
                if (top > 24)
                {
                    canvas.Dot(start + ((room - 1) * top / 255), colour + 128);
                }
            }

            start = end;
            colour += 16;
        }
    }
}
