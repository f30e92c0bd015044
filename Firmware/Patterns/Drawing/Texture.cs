using System;

namespace NanoFirmware.Rendering;

/// <summary>A row of colours that goes on for ever and is the same there and back, to weave lines from.</summary>
public sealed class Texture
{
    /// <summary>Pixels after which it begins anew.</summary>
    public const int Turn = 128;

    /// <summary>Most pixels that may be copied from anywhere within the first turn.</summary>
    public const int LongestRun = 64;

    /// <summary>3 bytes a pixel: a turn, and its beginning again.</summary>
    public readonly byte[] Grb = new byte[(Turn + LongestRun) * 3];

    private int _version = -1;
    private int _zoom;
    private int _depth;
    private int _glow;

    /// <summary>Makes it of the palette's colours, 13 µs of reference time, when it is another one.</summary>
    /// <param name="canvas">Has the palette.</param>
    /// <param name="zoom">Colours from one pixel to the next.</param>
    /// <param name="depth">How dark it is between two crests, 0 to 255 for black.</param>
    public void Make(Canvas canvas, int zoom, int depth)
    {
        Palette palette = canvas.Palette;
        if (palette.Version == _version && zoom == _zoom && depth == _depth && canvas.Glow == _glow)
        {
            return;
        }

        _version = palette.Version;
        _zoom = zoom;
        _depth = depth;
        _glow = canvas.Glow;
        byte[] grb = Grb;
        byte[] wheel = palette.Wheel;
        byte[] sine = Curves.Sine;
        int back = (Turn - 1) * 3;
        for (int i = 0, at = 0; i < Turn / 2; i++, at += 3, back -= 3)
        {
            // Two crests in half a turn.
            int level = 255 - ((255 - sine[((i * 8) + 64) & 255]) * depth >> 8);
            int scale = Palette.Scale(level < _glow ? _glow : level);
            int ink = (i * zoom & (Palette.Turn - 1)) * 3;
            grb[at] = grb[back] = (byte)((wheel[ink] * scale) >> 8);
            grb[at + 1] = grb[back + 1] = (byte)((wheel[ink + 1] * scale) >> 8);
            grb[at + 2] = grb[back + 2] = (byte)((wheel[ink + 2] * scale) >> 8);
        }

        Array.Copy(grb, 0, grb, Turn * 3, LongestRun * 3);
    }
}
