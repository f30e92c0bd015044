using System;

namespace NanoFirmware.Subjects;

/// <summary>
/// The loops whose cost on the genuine interpreter is published in platform.md, written as one would write them.
/// </summary>
public static class Bodies
{
    private const int Pixels = 180;

    private static readonly byte[] Grb = new byte[Pixels * 3];
    private static readonly byte[] Indices = new byte[Pixels];
    private static readonly byte[] Palette = new byte[768];
    private static readonly byte[] Hop = new byte[1024];
    private static readonly short[] Samples = new short[256];
    private static readonly float[] Floats = new float[65];
    private static readonly float[] Real = new float[128];
    private static readonly float[] Imaginary = new float[128];
    private static readonly float[] Cosines = new float[64];
    private static readonly float[] Sines = new float[64];
    private static readonly byte[] One = { 16, 128, 9, 0 };
    private static readonly byte[] Zero = { 8, 128, 17, 0 };
    private static readonly byte[] Symbols = new byte[Pixels * 24 * 4];

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
    public static void Scale() => ScaleBy(Grb, 128);

    /// <summary>Scroll of 180 pixels by Array.Copy: 0.17 µs.</summary>
    public static void Scroll()
    {
        byte[] grb = Grb;
        Array.Copy(grb, 0, grb, 3, grb.Length - 3);
        Array.Copy(Palette, 30, grb, 0, 3);
    }

    /// <summary>16 bars by Array.Copy: 2.1 µs.</summary>
    public static void Bars()
    {
        byte[] grb = Grb;
        byte[] palette = Palette;
        byte[] bands = Indices;
        for (int band = 0; band < 16; band++)
        {
            int lit = (bands[band] * 11) >> 8;
            Array.Copy(palette, band * 33, grb, band * 33, lit * 3);
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

    /// <summary>One 64-sample Goertzel: 2.7 µs.</summary>
    public static void Goertzel()
    {
        float[] samples = Floats;
        float c = 1.2f;
        float s1 = 0;
        float s2 = 0;
        for (int i = 0; i < 64; i++)
        {
            float s0 = samples[i] + (c * s1) - s2;
            s2 = s1;
            s1 = s0;
        }

        Floats[64] = (s1 * s1) + (s2 * s2) - (c * s1 * s2);
    }

    /// <summary>Two of them in one pass: 4.0 µs.</summary>
    public static void TwoGoertzels()
    {
        float[] samples = Floats;
        float c = 1.2f;
        float d = 0.7f;
        float s1 = 0;
        float s2 = 0;
        float t1 = 0;
        float t2 = 0;
        for (int i = 0; i < 64; i += 2)
        {
            float x = samples[i];
            float y = samples[i + 1];
            s2 = x + (c * s1) - s2;
            s1 = y + (c * s2) - s1;
            t2 = x + (d * t1) - t2;
            t1 = y + (d * t2) - t1;
        }

        Floats[64] = (s1 * s1) + (s2 * s2) - (c * s1 * s2) + (t1 * t1) + (t2 * t2) - (d * t1 * t2);
    }

    /// <summary>A complex FFT of 128 points: 90 µs.</summary>
    public static void Fft()
    {
        float[] re = Real;
        float[] im = Imaginary;
        float[] cos = Cosines;
        float[] sin = Sines;
        for (int half = 1; half < 128; half <<= 1)
        {
            int step = 64 / half;
            for (int twiddle = 0; twiddle < half; twiddle++)
            {
                float c = cos[twiddle * step];
                float s = sin[twiddle * step];
                for (int a = twiddle; a < 128; a += half << 1)
                {
                    int b = a + half;
                    float x = (re[b] * c) - (im[b] * s);
                    float y = (re[b] * s) + (im[b] * c);
                    re[b] = re[a] - x;
                    im[b] = im[a] - y;
                    re[a] += x;
                    im[a] += y;
                }
            }
        }
    }

    /// <summary>180 LEDs encoded bit by bit into RMT symbols of four bytes, the usual way on this runtime: 853 µs.</summary>
    public static void EncodeBitByBit()
    {
        int at = 0;
        for (int i = 0; i < Grb.Length; i++)
        {
            EncodeByte(Grb[i], Symbols, ref at);
        }
    }

    private static void EncodeByte(byte value, byte[] symbols, ref int at)
    {
        for (int bit = 7; bit >= 0; bit--)
        {
            byte[] symbol = (value & (1 << bit)) != 0 ? One : Zero;
            symbols[at++] = symbol[0];
            symbols[at++] = symbol[1];
            symbols[at++] = symbol[2];
            symbols[at++] = symbol[3];
        }
    }

    private static void ScaleBy(byte[] grb, int level)
    {
        for (int i = 0; i < grb.Length; i++)
        {
            grb[i] = (byte)((grb[i] * (level + 1)) >> 8);
        }
    }
}
