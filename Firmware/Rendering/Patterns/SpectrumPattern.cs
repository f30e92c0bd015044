using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>16 bars side by side, bass first, each as long as its band is loud.</summary>
public sealed class SpectrumPattern : Pattern
{
    private const int Bars = AudioSnapshot.BandCount;

    // 255 in 500 ms, in 8.8 fixed point: a bar rises at once and falls slowly.
    private const int Full = 255 << 8;
    private const int FallPerMs = Full / 500;

    private readonly int[] _heights = new int[Bars];
    private readonly byte[] _ramp = new byte[Board.LedCount * 3];
    private int _rampLength;
    private int _rampVersion;

    public override string Name => "spectrum";

    public override string Description => "16 bars side by side, bass to treble";

    public override void Reset() => Array.Clear(_heights, 0, Bars);

    public override void Render(AudioSnapshot audio, int elapsedMs, Palette palette, byte[] grb)
    {
        byte[] ramp = Ramp(palette, grb.Length);
        Array.Clear(grb, 0, grb.Length);

        int[] heights = _heights;
        byte[] bands = audio.Bands;
        int fall = FallPerMs * elapsedMs;
        int pixels = grb.Length / 3;
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

            int end = (bar + 1) * pixels / Bars;
            int lit = (((end - start) * height) + (Full / 2)) / Full;
            if (lit > 0)
            {
                Array.Copy(ramp, start * 3, grb, start * 3, lit * 3);
            }

            start = end;
        }
    }

    // The palette spread over the canvas: a bar is a piece of it.
    private byte[] Ramp(Palette palette, int length)
    {
        if (_rampLength != length || _rampVersion != palette.Version)
        {
            palette.Spread(_ramp, length);
            _rampLength = length;
            _rampVersion = palette.Version;
        }

        return _ramp;
    }
}
