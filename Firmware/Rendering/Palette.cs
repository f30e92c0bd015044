using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// 256 colours in wire order, ready to be copied onto a canvas: gamma, channel brightness and master brightness are
/// already in them, so that no pattern spends an instruction on either.
/// </summary>
public sealed class Palette
{
    /// <summary>Number of colours.</summary>
    public const int Size = 256;

    private readonly int[] _gammaScaled = new int[256];

    /// <summary>256 × 3 bytes, green, red, blue.</summary>
    public readonly byte[] Grb = new byte[Size * 3];

    /// <summary>One more after each <see cref="Load"/>; a pattern that keeps old pixels redraws them when it moves.</summary>
    public int Version;

    /// <summary>Takes over <paramref name="colours"/> at a brightness.</summary>
    /// <param name="colours">256 × 3 bytes, red, green, blue, as a screen would show them (sRGB-like, gamma 2.2).</param>
    /// <param name="level">Effective brightness, 0–255.</param>
    public void Load(byte[] colours, int level)
    {
        int[] scaled = _gammaScaled;
        int[] gamma = Gamma.Linear;
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = ((gamma[i] * level) + Gamma.Half) / Gamma.One;
        }

        byte[] grb = Grb;
        for (int i = 0; i < grb.Length; i += 3)
        {
            grb[i] = (byte)scaled[colours[i + 1]];
            grb[i + 1] = (byte)scaled[colours[i]];
            grb[i + 2] = (byte)scaled[colours[i + 2]];
        }

        Version++;
    }

    /// <summary>Paints the whole canvas in one colour.</summary>
    /// <param name="grb">The canvas.</param>
    /// <param name="index">Which colour, 0–255.</param>
    /// <param name="level">How much of its light, 0–255.</param>
    public void Fill(byte[] grb, int index, int level)
    {
        if (level == 0)
        {
            Array.Clear(grb, 0, grb.Length);
            return;
        }

        int at = index * 3;
        grb[0] = (byte)((Grb[at] * level) / 255);
        grb[1] = (byte)((Grb[at + 1] * level) / 255);
        grb[2] = (byte)((Grb[at + 2] * level) / 255);
        Repeat(grb, 3);
    }

    /// <summary>Spreads the whole palette, first colour to last, over the first <paramref name="length"/> bytes.</summary>
    public void Spread(byte[] grb, int length)
    {
        byte[] colours = Grb;
        int pixels = length / 3;

        // 16.16 fixed point, so that the last pixel gets the last colour.
        int step = pixels < 2 ? 0 : ((Size - 1) << 16) / (pixels - 1);
        int position = 0;
        for (int at = 0; at < length; at += 3)
        {
            Array.Copy(colours, (position >> 16) * 3, grb, at, 3);
            position += step;
        }
    }

    // Each copy doubles what is there: 180 pixels take 8 native calls.
    private static void Repeat(byte[] grb, int length)
    {
        while (length < grb.Length)
        {
            int run = length <= grb.Length - length ? length : grb.Length - length;
            Array.Copy(grb, 0, grb, length, run);
            length += run;
        }
    }
}
