using System;

namespace NanoFirmware.Subjects;

/// <summary>The loops whose cost on the genuine interpreter is published in platform.md, written as one would write them.</summary>
public static class Bodies
{
    private const int Pixels = 180;

    private static readonly byte[] Grb = new byte[Pixels * 3];
    private static readonly byte[] Indices = new byte[Pixels];
    private static readonly byte[] Palette = new byte[768];
    private static readonly byte[] Hop = new byte[1024];
    private static readonly short[] Samples = new short[256];

    /// <summary>Palette look-up of 180 pixels: 17.6 µs.</summary>
    public static void PaletteLookUp()
    {
        byte[] grb = Grb;
        byte[] indices = Indices;
        byte[] palette = Palette;
        int to = 0;
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            int from = indices[pixel] * 3;
            grb[to] = palette[from];
            grb[to + 1] = palette[from + 1];
            grb[to + 2] = palette[from + 2];
            to += 3;
        }
    }

    /// <summary>Scaling 180 pixels by a level: 26.9 µs.</summary>
    public static void Scale() => Scale(Grb, 128);

    /// <summary>Scroll of 180 pixels by Array.Copy: 0.17 µs.</summary>
    public static void Scroll()
    {
        byte[] grb = Grb;
        Array.Copy(grb, 0, grb, 3, grb.Length - 3);
        grb[0] = 1;
        grb[1] = 2;
        grb[2] = 3;
    }

    /// <summary>16 bars by Array.Copy: 2.1 µs.</summary>
    public static void Bars()
    {
        byte[] grb = Grb;
        byte[] palette = Palette;
        for (int band = 0; band < 16; band++)
        {
            Array.Copy(palette, band * 33, grb, band * 33, 33);
        }
    }

    /// <summary>Decoding 256 16-bit samples: 14.1 µs.</summary>
    public static void Decode()
    {
        byte[] hop = Hop;
        short[] samples = Samples;
        int at = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(hop[at] | (hop[at + 1] << 8));
            at += 4;
        }
    }

    private static void Scale(byte[] grb, int level)
    {
        for (int i = 0; i < grb.Length; i++)
        {
            grb[i] = (byte)((grb[i] * (level + 1)) >> 8);
        }
    }
}
