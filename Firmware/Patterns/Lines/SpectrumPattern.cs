using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>16 bars side by side, bass first, each as long as its band is loud.</summary>
public sealed class SpectrumPattern : Pattern
{
    private const int Bars = AudioSnapshot.BandCount;
    private const int Full = 255 << 8;
    private const int ColourStep = 16;

    // Below this a peak is noise.
    private const int LeastPeak = 24;

    private readonly int[] _heights = new int[Bars];
    private readonly int[] _lit = new int[Bars];

    // Where each bar begins, and the last one ends, on a canvas so long.
    private readonly int[] _starts = new int[Bars + 1];

    // Where each ends: an index that is reckoned costs more than the room for another list.
    private readonly int[] _ends = new int[Bars];

    public override string Name => "spectrum";

    public override string Description => "16 bars side by side, bass to treble";

    public override string Parameters => "fall 10 255 128, peaks 0 1 0";

    public override void Reset() => Array.Clear(_heights, 0, Bars);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        int[] heights = _heights;
        byte[] bands = audio.Bands;

        // At 128 a bar falls from full to nothing in half a second, and rises at once.
        int fall = Settings[0] * elapsedMs;
        int[] starts = _starts;
        if (starts[Bars] != canvas.Length)
        {
            Place(canvas.Length);
        }

        int[] lit = _lit;
        int[] ends = _ends;
        int start = 0;
        for (int bar = 0; bar < Bars; bar++)
        {
            int height = heights[bar] - fall;
            int level = bands[bar] << 8;
            if (height < level)
            {
                height = level;
            }

            heights[bar] = height;

            int end = ends[bar];
            lit[bar] = (((end - start) * height) + (Full / 2)) / Full;
            start = end;
        }

        canvas.Bars(starts, lit, Bars, ColourStep);
        if (Settings[1] != 0)
        {
            DrawPeaks(audio.Peaks, canvas);
        }
    }

    private void DrawPeaks(byte[] peaks, Canvas canvas)
    {
        int[] ends = _ends;
        int start = 0;
        for (int bar = 0; bar < Bars; bar++)
        {
            int peak = peaks[bar];
            int end = ends[bar];
            if (peak > LeastPeak)
            {
                canvas.Dot(start + ((end - start - 1) * peak / 255), (bar * ColourStep) + 128);
            }

            start = end;
        }
    }

    private void Place(int length)
    {
        for (int bar = 0; bar <= Bars; bar++)
        {
            _starts[bar] = bar * length / Bars;
        }

        Array.Copy(_starts, 1, _ends, 0, Bars);
    }
}
