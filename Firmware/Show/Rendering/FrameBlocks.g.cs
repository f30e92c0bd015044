// Made by Tools/Generator/FrameBlocksSource.cs: dotnet run --project Tools/Generator
using System;

namespace NanoFirmware.Rendering;

/// <summary>What has to touch every byte of a frame, in blocks of 15 pixels. Each channel has its own.</summary>
internal sealed class FrameBlocks
{
    /// <summary>Bytes of a block.</summary>
    public const int Size = 45;

    private readonly byte[] _a = new byte[Size];
    private readonly byte[] _b = new byte[Size];
    private readonly byte[] _wide = new byte[Size * 4];

    /// <summary>Sums of the last <see cref="Measure"/> or <see cref="Sample"/>: the bytes of each colour.</summary>
    public int Green;

    public int Red;

    public int Blue;

    /// <summary>Adds up the colours of a frame.</summary>
    public void Measure(byte[] frame)
    {
        Green = Red = Blue = 0;
        for (int first = 0; first < 9; first += 3)
        {
            Add(frame, first);
        }
    }

    /// <summary>Estimates the same from every third pixel, in a third of the time.</summary>
    public void Sample(byte[] frame)
    {
        Green = Red = Blue = 0;
        Add(frame, 0);
        Green *= 3;
        Red *= 3;
        Blue *= 3;
    }

    // Every third pixel, beginning at a byte.
    private void Add(byte[] frame, int first)
    {
        byte[] a = _wide;
        int green = 0, red = 0, blue = 0;
        for (int at = first; at < frame.Length; at += 180)
        {
            Take(frame, at, a);
            green += a[0] + a[9] + a[18] + a[27] + a[36] + a[45] + a[54] + a[63] + a[72] + a[81] + a[90] + a[99] + a[108] + a[117] + a[126] + a[135] + a[144] + a[153] + a[162] + a[171];
            red += a[1] + a[10] + a[19] + a[28] + a[37] + a[46] + a[55] + a[64] + a[73] + a[82] + a[91] + a[100] + a[109] + a[118] + a[127] + a[136] + a[145] + a[154] + a[163] + a[172];
            blue += a[2] + a[11] + a[20] + a[29] + a[38] + a[47] + a[56] + a[65] + a[74] + a[83] + a[92] + a[101] + a[110] + a[119] + a[128] + a[137] + a[146] + a[155] + a[164] + a[173];
        }

        Green += green;
        Red += red;
        Blue += blue;
    }

    /// <summary>Multiplies every byte by <paramref name="factor"/> / 4096, rounded down.</summary>
    public void Scale(byte[] frame, int factor)
    {
        byte[] a = _a;
        for (int at = 0; at < frame.Length; at += Size)
        {
            Take(frame, at, a);
            a[0] = (byte)((a[0] * factor) >> 12);
            a[1] = (byte)((a[1] * factor) >> 12);
            a[2] = (byte)((a[2] * factor) >> 12);
            a[3] = (byte)((a[3] * factor) >> 12);
            a[4] = (byte)((a[4] * factor) >> 12);
            a[5] = (byte)((a[5] * factor) >> 12);
            a[6] = (byte)((a[6] * factor) >> 12);
            a[7] = (byte)((a[7] * factor) >> 12);
            a[8] = (byte)((a[8] * factor) >> 12);
            a[9] = (byte)((a[9] * factor) >> 12);
            a[10] = (byte)((a[10] * factor) >> 12);
            a[11] = (byte)((a[11] * factor) >> 12);
            a[12] = (byte)((a[12] * factor) >> 12);
            a[13] = (byte)((a[13] * factor) >> 12);
            a[14] = (byte)((a[14] * factor) >> 12);
            a[15] = (byte)((a[15] * factor) >> 12);
            a[16] = (byte)((a[16] * factor) >> 12);
            a[17] = (byte)((a[17] * factor) >> 12);
            a[18] = (byte)((a[18] * factor) >> 12);
            a[19] = (byte)((a[19] * factor) >> 12);
            a[20] = (byte)((a[20] * factor) >> 12);
            a[21] = (byte)((a[21] * factor) >> 12);
            a[22] = (byte)((a[22] * factor) >> 12);
            a[23] = (byte)((a[23] * factor) >> 12);
            a[24] = (byte)((a[24] * factor) >> 12);
            a[25] = (byte)((a[25] * factor) >> 12);
            a[26] = (byte)((a[26] * factor) >> 12);
            a[27] = (byte)((a[27] * factor) >> 12);
            a[28] = (byte)((a[28] * factor) >> 12);
            a[29] = (byte)((a[29] * factor) >> 12);
            a[30] = (byte)((a[30] * factor) >> 12);
            a[31] = (byte)((a[31] * factor) >> 12);
            a[32] = (byte)((a[32] * factor) >> 12);
            a[33] = (byte)((a[33] * factor) >> 12);
            a[34] = (byte)((a[34] * factor) >> 12);
            a[35] = (byte)((a[35] * factor) >> 12);
            a[36] = (byte)((a[36] * factor) >> 12);
            a[37] = (byte)((a[37] * factor) >> 12);
            a[38] = (byte)((a[38] * factor) >> 12);
            a[39] = (byte)((a[39] * factor) >> 12);
            a[40] = (byte)((a[40] * factor) >> 12);
            a[41] = (byte)((a[41] * factor) >> 12);
            a[42] = (byte)((a[42] * factor) >> 12);
            a[43] = (byte)((a[43] * factor) >> 12);
            a[44] = (byte)((a[44] * factor) >> 12);
            Put(a, frame, at);
        }
    }

    /// <summary>Mixes one block: <paramref name="share"/> / 256 of <paramref name="to"/>, the rest of <paramref name="from"/>.</summary>
    public void Mix(byte[] from, byte[] to, byte[] result, int at, int share)
    {
        byte[] a = _a;
        byte[] b = _b;
        Take(from, at, a);
        Take(to, at, b);
        int rest = 256 - share;
        a[0] = (byte)(((a[0] * rest) + (b[0] * share)) >> 8);
        a[1] = (byte)(((a[1] * rest) + (b[1] * share)) >> 8);
        a[2] = (byte)(((a[2] * rest) + (b[2] * share)) >> 8);
        a[3] = (byte)(((a[3] * rest) + (b[3] * share)) >> 8);
        a[4] = (byte)(((a[4] * rest) + (b[4] * share)) >> 8);
        a[5] = (byte)(((a[5] * rest) + (b[5] * share)) >> 8);
        a[6] = (byte)(((a[6] * rest) + (b[6] * share)) >> 8);
        a[7] = (byte)(((a[7] * rest) + (b[7] * share)) >> 8);
        a[8] = (byte)(((a[8] * rest) + (b[8] * share)) >> 8);
        a[9] = (byte)(((a[9] * rest) + (b[9] * share)) >> 8);
        a[10] = (byte)(((a[10] * rest) + (b[10] * share)) >> 8);
        a[11] = (byte)(((a[11] * rest) + (b[11] * share)) >> 8);
        a[12] = (byte)(((a[12] * rest) + (b[12] * share)) >> 8);
        a[13] = (byte)(((a[13] * rest) + (b[13] * share)) >> 8);
        a[14] = (byte)(((a[14] * rest) + (b[14] * share)) >> 8);
        a[15] = (byte)(((a[15] * rest) + (b[15] * share)) >> 8);
        a[16] = (byte)(((a[16] * rest) + (b[16] * share)) >> 8);
        a[17] = (byte)(((a[17] * rest) + (b[17] * share)) >> 8);
        a[18] = (byte)(((a[18] * rest) + (b[18] * share)) >> 8);
        a[19] = (byte)(((a[19] * rest) + (b[19] * share)) >> 8);
        a[20] = (byte)(((a[20] * rest) + (b[20] * share)) >> 8);
        a[21] = (byte)(((a[21] * rest) + (b[21] * share)) >> 8);
        a[22] = (byte)(((a[22] * rest) + (b[22] * share)) >> 8);
        a[23] = (byte)(((a[23] * rest) + (b[23] * share)) >> 8);
        a[24] = (byte)(((a[24] * rest) + (b[24] * share)) >> 8);
        a[25] = (byte)(((a[25] * rest) + (b[25] * share)) >> 8);
        a[26] = (byte)(((a[26] * rest) + (b[26] * share)) >> 8);
        a[27] = (byte)(((a[27] * rest) + (b[27] * share)) >> 8);
        a[28] = (byte)(((a[28] * rest) + (b[28] * share)) >> 8);
        a[29] = (byte)(((a[29] * rest) + (b[29] * share)) >> 8);
        a[30] = (byte)(((a[30] * rest) + (b[30] * share)) >> 8);
        a[31] = (byte)(((a[31] * rest) + (b[31] * share)) >> 8);
        a[32] = (byte)(((a[32] * rest) + (b[32] * share)) >> 8);
        a[33] = (byte)(((a[33] * rest) + (b[33] * share)) >> 8);
        a[34] = (byte)(((a[34] * rest) + (b[34] * share)) >> 8);
        a[35] = (byte)(((a[35] * rest) + (b[35] * share)) >> 8);
        a[36] = (byte)(((a[36] * rest) + (b[36] * share)) >> 8);
        a[37] = (byte)(((a[37] * rest) + (b[37] * share)) >> 8);
        a[38] = (byte)(((a[38] * rest) + (b[38] * share)) >> 8);
        a[39] = (byte)(((a[39] * rest) + (b[39] * share)) >> 8);
        a[40] = (byte)(((a[40] * rest) + (b[40] * share)) >> 8);
        a[41] = (byte)(((a[41] * rest) + (b[41] * share)) >> 8);
        a[42] = (byte)(((a[42] * rest) + (b[42] * share)) >> 8);
        a[43] = (byte)(((a[43] * rest) + (b[43] * share)) >> 8);
        a[44] = (byte)(((a[44] * rest) + (b[44] * share)) >> 8);
        Put(a, result, at);
    }

    private static void Take(byte[] frame, int at, byte[] block)
    {
        if (frame.Length - at >= block.Length)
        {
            Array.Copy(frame, at, block, 0, block.Length);
            return;
        }

        Array.Clear(block, 0, block.Length);
        Array.Copy(frame, at, block, 0, frame.Length - at);
    }

    private static void Put(byte[] block, byte[] frame, int at) =>
        Array.Copy(block, 0, frame, at, frame.Length - at < Size ? frame.Length - at : Size);
}
