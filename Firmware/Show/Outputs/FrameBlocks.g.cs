// Made by Tools/Generator/FrameBlocksSource.cs: dotnet run --project Tools/Generator
using System;

namespace NanoFirmware.Outputs;

/// <summary>What has to touch every byte of a frame, in blocks of 15 or 60 pixels. Each output has its own.</summary>
internal sealed class FrameBlocks
{
    private readonly ColourOrder _order;
    private readonly int _greenPlace;
    private readonly bool _isRedAfterGreen;

    /// <summary>Bytes of a block of <see cref="Mix"/>.</summary>
    public const int Size = 45;

    /// <summary>Bytes of a wide block.</summary>
    public const int WideSize = Size * 4;

    private readonly byte[] _a = new byte[Size];
    private readonly byte[] _b = new byte[Size];
    private readonly byte[] _wide = new byte[WideSize];

    /// <param name="order">That of the frames' bytes.</param>
    public FrameBlocks(ColourOrder order)
    {
        _order = order;
        _greenPlace = order.Green;
        _isRedAfterGreen = order.IsRedAfterGreen;
    }

    /// <summary>Sums of the last <see cref="Measure"/> or <see cref="Sample"/>: the bytes of each colour.</summary>
    public int Green;

    public int Red;

    public int Blue;

    /// <summary>
    /// First byte of a half of the frame whose mirror image the other half is: that one alone is looked at, and counts twice. Below 0
    /// all of it is looked at.
    /// </summary>
    public int HalfFrom = -1;

    /// <summary>What <see cref="Sample"/> would have said of the last frame of <see cref="MeasureAndSample"/>, all colours together.</summary>
    public int Sampled;

    /// <summary>Adds up the colours of a frame, and tells what a sample of it would be.</summary>
    public void MeasureAndSample(byte[] frame)
    {
        // Of a half, and in other orders than the usual, the sample is taken elsewhere.
        if (HalfFrom < 0 && _order.IsUsual)
        {
            Measure(frame);
            return;
        }

        Sample(frame);
        int sampled = Green + Red + Blue;
        Measure(frame);
        Sampled = sampled;
    }

    /// <summary>Adds up the colours of a frame.</summary>
    public void Measure(byte[] frame)
    {
        int half = HalfFrom;
        if (half < 0)
        {
            Measure(frame, 0, frame.Length);
            return;
        }

        Measure(frame, half, half + (frame.Length / 2));
        Green *= 2;
        Red *= 2;
        Blue *= 2;
    }

    /// <summary>Adds up those of a part of it, those pixels apart that a sample is taken from.</summary>
    /// <param name="frame">3 bytes a pixel in wire order.</param>
    /// <param name="from">The part's first byte.</param>
    /// <param name="end">The one behind its last.</param>
    public void Measure(byte[] frame, int from, int end)
    {
        byte[] a = _wide;
        int first = 0, second = 0, third = 0, sampledSecond = 0, sampledThird = 0;
        for (int at = from; at < end; at += 180)
        {
            Take(frame, at, end, a);
            first += a[0] + a[3] + a[6] + a[9] + a[12] + a[15] + a[18] + a[21] + a[24] + a[27]
                + a[30] + a[33] + a[36] + a[39] + a[42] + a[45] + a[48] + a[51] + a[54] + a[57]
                + a[60] + a[63] + a[66] + a[69] + a[72] + a[75] + a[78] + a[81] + a[84] + a[87];
            sampledSecond += a[4] + a[16] + a[28] + a[43] + a[55] + a[73] + a[82];
            second += a[1] + a[7] + a[10] + a[13] + a[19] + a[22] + a[25] + a[31] + a[34] + a[37]
                + a[40] + a[46] + a[49] + a[52] + a[58] + a[61] + a[64] + a[67] + a[70] + a[76]
                + a[79] + a[85] + a[88];
            sampledThird += a[35] + a[62] + a[89];
            third += a[2] + a[5] + a[8] + a[11] + a[14] + a[17] + a[20] + a[23] + a[26] + a[29]
                + a[32] + a[38] + a[41] + a[44] + a[47] + a[50] + a[53] + a[56] + a[59] + a[65]
                + a[68] + a[71] + a[74] + a[77] + a[80] + a[83] + a[86];
            if (end - at <= 90)
            {
                break;
            }

            first += a[90] + a[93] + a[96] + a[99] + a[102] + a[105] + a[108] + a[111] + a[114] + a[117]
                + a[120] + a[123] + a[126] + a[129] + a[132] + a[135] + a[138] + a[141] + a[144] + a[147]
                + a[150] + a[153] + a[156] + a[159] + a[162] + a[165] + a[168] + a[171] + a[174] + a[177];
            sampledSecond += a[97] + a[109] + a[121] + a[130] + a[142] + a[154] + a[160] + a[175];
            second += a[91] + a[94] + a[100] + a[103] + a[106] + a[112] + a[115] + a[118] + a[124] + a[127]
                + a[133] + a[136] + a[139] + a[145] + a[148] + a[151] + a[157] + a[163] + a[166] + a[169]
                + a[172] + a[178];
            sampledThird += a[104] + a[137] + a[167];
            third += a[92] + a[95] + a[98] + a[101] + a[107] + a[110] + a[113] + a[116] + a[119] + a[122]
                + a[125] + a[128] + a[131] + a[134] + a[140] + a[143] + a[146] + a[149] + a[152] + a[155]
                + a[158] + a[161] + a[164] + a[170] + a[173] + a[176] + a[179];
        }

        second += sampledSecond;
        third += sampledThird;
        if (_order.IsUsual)
        {
            Sampled = first + (sampledSecond * 4) + (sampledThird * 10);
            Green = first;
            Red = second;
            Blue = third;
            return;
        }

        Green = ColourOrder.At(_order.Green, first, second, third);
        Red = ColourOrder.At(_order.Red, first, second, third);
        Blue = ColourOrder.At(_order.Blue, first, second, third);
    }

    /// <summary>
    /// Adds up green, which is seven tenths of what the eye sees, and estimates red from a quarter of the pixels and blue from a
    /// tenth, in 45 % of the time. Of stripes of any width luminance is told to 2.5 % of full: none share a period with those pixels.
    /// </summary>
    /// <param name="frame">3 bytes a pixel in wire order; what stands before the first green is not looked at.</param>
    public void Sample(byte[] frame)
    {
        if (HalfFrom >= 0)
        {
            SampleHalf(frame);
            return;
        }

        if (!_isRedAfterGreen)
        {
            SampleBlueAfterGreen(frame);
            return;
        }

        // The first block lies where it is looked at, in the usual order; the others are taken there.
        byte[] a = frame;
        int green = 0, red = 0, blue = 0;
        int length = frame.Length;
        for (int at = _greenPlace; at < length; at += 180)
        {
            if (at > 0 || length < 180)
            {
                a = _wide;
                if (length - at >= 180)
                {
                    Array.Copy(frame, at, a, 0, 180);
                }
                else
                {
                    Take(frame, at, length, a);
                }
            }

            green += a[0] + a[3] + a[6] + a[9] + a[12] + a[15] + a[18] + a[21] + a[24] + a[27]
                + a[30] + a[33] + a[36] + a[39] + a[42] + a[45] + a[48] + a[51] + a[54] + a[57]
                + a[60] + a[63] + a[66] + a[69] + a[72] + a[75] + a[78] + a[81] + a[84] + a[87]
                + a[90] + a[93] + a[96] + a[99] + a[102] + a[105] + a[108] + a[111] + a[114] + a[117]
                + a[120] + a[123] + a[126] + a[129] + a[132] + a[135] + a[138] + a[141] + a[144] + a[147]
                + a[150] + a[153] + a[156] + a[159] + a[162] + a[165] + a[168] + a[171] + a[174] + a[177];
            red += a[4] + a[16] + a[28] + a[43] + a[55] + a[73] + a[82] + a[97] + a[109] + a[121]
                + a[130] + a[142] + a[154] + a[160] + a[175];
            blue += a[35] + a[62] + a[89] + a[104] + a[137] + a[167];
        }

        Green = green;
        Red = red * 4;
        Blue = blue * 10;
    }

    private void SampleBlueAfterGreen(byte[] frame)
    {
        // The first block lies where it is looked at, in the usual order; the others are taken there.
        byte[] a = frame;
        int green = 0, red = 0, blue = 0;
        int length = frame.Length;
        for (int at = _greenPlace; at < length; at += 180)
        {
            if (at > 0 || length < 180)
            {
                a = _wide;
                if (length - at >= 180)
                {
                    Array.Copy(frame, at, a, 0, 180);
                }
                else
                {
                    Take(frame, at, length, a);
                }
            }

            green += a[0] + a[3] + a[6] + a[9] + a[12] + a[15] + a[18] + a[21] + a[24] + a[27]
                + a[30] + a[33] + a[36] + a[39] + a[42] + a[45] + a[48] + a[51] + a[54] + a[57]
                + a[60] + a[63] + a[66] + a[69] + a[72] + a[75] + a[78] + a[81] + a[84] + a[87]
                + a[90] + a[93] + a[96] + a[99] + a[102] + a[105] + a[108] + a[111] + a[114] + a[117]
                + a[120] + a[123] + a[126] + a[129] + a[132] + a[135] + a[138] + a[141] + a[144] + a[147]
                + a[150] + a[153] + a[156] + a[159] + a[162] + a[165] + a[168] + a[171] + a[174] + a[177];
            red += a[5] + a[17] + a[29] + a[44] + a[56] + a[74] + a[83] + a[98] + a[110] + a[122]
                + a[131] + a[143] + a[155] + a[161] + a[176];
            blue += a[34] + a[61] + a[88] + a[103] + a[136] + a[166];
        }

        Green = green;
        Red = red * 4;
        Blue = blue * 10;
    }

    // A look at all of a mirrored frame comes upon the pixels of a half forwards and backwards; luminance of stripes is told to
    // 2.7 % of full so.
    private void SampleHalf(byte[] frame)
    {
        if (!_isRedAfterGreen)
        {
            SampleHalfBlueAfterGreen(frame);
            return;
        }

        byte[] a = _wide;
        int green = 0, red = 0, blue = 0;
        int from = HalfFrom + _greenPlace;
        int end = from + (frame.Length / 2);
        int last = end < frame.Length ? end : frame.Length;
        for (int at = from; at < end; at += 180)
        {
            if (end - at == 90 && end == last)
            {
                Array.Copy(frame, at, a, 0, 90);
            }
            else
            {
                Take(frame, at, last, a);
            }

            green += a[0] + a[3] + a[6] + a[9] + a[12] + a[15] + a[18] + a[21] + a[24] + a[27]
                + a[30] + a[33] + a[36] + a[39] + a[42] + a[45] + a[48] + a[51] + a[54] + a[57]
                + a[60] + a[63] + a[66] + a[69] + a[72] + a[75] + a[78] + a[81] + a[84] + a[87];
            red += a[4] + a[4] + a[16] + a[19] + a[25] + a[28] + a[37] + a[43] + a[49] + a[55]
                + a[58] + a[70] + a[73] + a[82] + a[82];
            blue += a[14] + a[35] + a[44] + a[62] + a[77] + a[89];
            if (end - at <= 90)
            {
                break;
            }

            green += a[90] + a[93] + a[96] + a[99] + a[102] + a[105] + a[108] + a[111] + a[114] + a[117]
                + a[120] + a[123] + a[126] + a[129] + a[132] + a[135] + a[138] + a[141] + a[144] + a[147]
                + a[150] + a[153] + a[156] + a[159] + a[162] + a[165] + a[168] + a[171] + a[174] + a[177];
            red += a[97] + a[97] + a[106] + a[109] + a[121] + a[124] + a[130] + a[136] + a[142] + a[151]
                + a[154] + a[160] + a[163] + a[175] + a[175];
            blue += a[92] + a[104] + a[119] + a[137] + a[146] + a[167];
        }

        Green = green * 2;
        Red = red * 4;
        Blue = blue * 10;
    }

    private void SampleHalfBlueAfterGreen(byte[] frame)
    {
        byte[] a = _wide;
        int green = 0, red = 0, blue = 0;
        int from = HalfFrom + _greenPlace;
        int end = from + (frame.Length / 2);
        int last = end < frame.Length ? end : frame.Length;
        for (int at = from; at < end; at += 180)
        {
            if (end - at == 90 && end == last)
            {
                Array.Copy(frame, at, a, 0, 90);
            }
            else
            {
                Take(frame, at, last, a);
            }

            green += a[0] + a[3] + a[6] + a[9] + a[12] + a[15] + a[18] + a[21] + a[24] + a[27]
                + a[30] + a[33] + a[36] + a[39] + a[42] + a[45] + a[48] + a[51] + a[54] + a[57]
                + a[60] + a[63] + a[66] + a[69] + a[72] + a[75] + a[78] + a[81] + a[84] + a[87];
            red += a[5] + a[5] + a[17] + a[20] + a[26] + a[29] + a[38] + a[44] + a[50] + a[56]
                + a[59] + a[71] + a[74] + a[83] + a[83];
            blue += a[13] + a[34] + a[43] + a[61] + a[76] + a[88];
            if (end - at <= 90)
            {
                break;
            }

            green += a[90] + a[93] + a[96] + a[99] + a[102] + a[105] + a[108] + a[111] + a[114] + a[117]
                + a[120] + a[123] + a[126] + a[129] + a[132] + a[135] + a[138] + a[141] + a[144] + a[147]
                + a[150] + a[153] + a[156] + a[159] + a[162] + a[165] + a[168] + a[171] + a[174] + a[177];
            red += a[98] + a[98] + a[107] + a[110] + a[122] + a[125] + a[131] + a[137] + a[143] + a[152]
                + a[155] + a[161] + a[164] + a[176] + a[176];
            blue += a[91] + a[103] + a[118] + a[136] + a[145] + a[166];
        }

        Green = green * 2;
        Red = red * 4;
        Blue = blue * 10;
    }

    /// <summary>Multiplies every byte of <paramref name="frame"/> by <paramref name="factor"/> / 4096, rounded down.</summary>
    public void Scale(byte[] frame, byte[] result, int factor)
    {
        byte[] a = _wide;
        for (int at = 0; at < frame.Length; at += 180)
        {
            Take(frame, at, frame.Length, a);
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
            a[45] = (byte)((a[45] * factor) >> 12);
            a[46] = (byte)((a[46] * factor) >> 12);
            a[47] = (byte)((a[47] * factor) >> 12);
            a[48] = (byte)((a[48] * factor) >> 12);
            a[49] = (byte)((a[49] * factor) >> 12);
            a[50] = (byte)((a[50] * factor) >> 12);
            a[51] = (byte)((a[51] * factor) >> 12);
            a[52] = (byte)((a[52] * factor) >> 12);
            a[53] = (byte)((a[53] * factor) >> 12);
            a[54] = (byte)((a[54] * factor) >> 12);
            a[55] = (byte)((a[55] * factor) >> 12);
            a[56] = (byte)((a[56] * factor) >> 12);
            a[57] = (byte)((a[57] * factor) >> 12);
            a[58] = (byte)((a[58] * factor) >> 12);
            a[59] = (byte)((a[59] * factor) >> 12);
            a[60] = (byte)((a[60] * factor) >> 12);
            a[61] = (byte)((a[61] * factor) >> 12);
            a[62] = (byte)((a[62] * factor) >> 12);
            a[63] = (byte)((a[63] * factor) >> 12);
            a[64] = (byte)((a[64] * factor) >> 12);
            a[65] = (byte)((a[65] * factor) >> 12);
            a[66] = (byte)((a[66] * factor) >> 12);
            a[67] = (byte)((a[67] * factor) >> 12);
            a[68] = (byte)((a[68] * factor) >> 12);
            a[69] = (byte)((a[69] * factor) >> 12);
            a[70] = (byte)((a[70] * factor) >> 12);
            a[71] = (byte)((a[71] * factor) >> 12);
            a[72] = (byte)((a[72] * factor) >> 12);
            a[73] = (byte)((a[73] * factor) >> 12);
            a[74] = (byte)((a[74] * factor) >> 12);
            a[75] = (byte)((a[75] * factor) >> 12);
            a[76] = (byte)((a[76] * factor) >> 12);
            a[77] = (byte)((a[77] * factor) >> 12);
            a[78] = (byte)((a[78] * factor) >> 12);
            a[79] = (byte)((a[79] * factor) >> 12);
            a[80] = (byte)((a[80] * factor) >> 12);
            a[81] = (byte)((a[81] * factor) >> 12);
            a[82] = (byte)((a[82] * factor) >> 12);
            a[83] = (byte)((a[83] * factor) >> 12);
            a[84] = (byte)((a[84] * factor) >> 12);
            a[85] = (byte)((a[85] * factor) >> 12);
            a[86] = (byte)((a[86] * factor) >> 12);
            a[87] = (byte)((a[87] * factor) >> 12);
            a[88] = (byte)((a[88] * factor) >> 12);
            a[89] = (byte)((a[89] * factor) >> 12);
            a[90] = (byte)((a[90] * factor) >> 12);
            a[91] = (byte)((a[91] * factor) >> 12);
            a[92] = (byte)((a[92] * factor) >> 12);
            a[93] = (byte)((a[93] * factor) >> 12);
            a[94] = (byte)((a[94] * factor) >> 12);
            a[95] = (byte)((a[95] * factor) >> 12);
            a[96] = (byte)((a[96] * factor) >> 12);
            a[97] = (byte)((a[97] * factor) >> 12);
            a[98] = (byte)((a[98] * factor) >> 12);
            a[99] = (byte)((a[99] * factor) >> 12);
            a[100] = (byte)((a[100] * factor) >> 12);
            a[101] = (byte)((a[101] * factor) >> 12);
            a[102] = (byte)((a[102] * factor) >> 12);
            a[103] = (byte)((a[103] * factor) >> 12);
            a[104] = (byte)((a[104] * factor) >> 12);
            a[105] = (byte)((a[105] * factor) >> 12);
            a[106] = (byte)((a[106] * factor) >> 12);
            a[107] = (byte)((a[107] * factor) >> 12);
            a[108] = (byte)((a[108] * factor) >> 12);
            a[109] = (byte)((a[109] * factor) >> 12);
            a[110] = (byte)((a[110] * factor) >> 12);
            a[111] = (byte)((a[111] * factor) >> 12);
            a[112] = (byte)((a[112] * factor) >> 12);
            a[113] = (byte)((a[113] * factor) >> 12);
            a[114] = (byte)((a[114] * factor) >> 12);
            a[115] = (byte)((a[115] * factor) >> 12);
            a[116] = (byte)((a[116] * factor) >> 12);
            a[117] = (byte)((a[117] * factor) >> 12);
            a[118] = (byte)((a[118] * factor) >> 12);
            a[119] = (byte)((a[119] * factor) >> 12);
            a[120] = (byte)((a[120] * factor) >> 12);
            a[121] = (byte)((a[121] * factor) >> 12);
            a[122] = (byte)((a[122] * factor) >> 12);
            a[123] = (byte)((a[123] * factor) >> 12);
            a[124] = (byte)((a[124] * factor) >> 12);
            a[125] = (byte)((a[125] * factor) >> 12);
            a[126] = (byte)((a[126] * factor) >> 12);
            a[127] = (byte)((a[127] * factor) >> 12);
            a[128] = (byte)((a[128] * factor) >> 12);
            a[129] = (byte)((a[129] * factor) >> 12);
            a[130] = (byte)((a[130] * factor) >> 12);
            a[131] = (byte)((a[131] * factor) >> 12);
            a[132] = (byte)((a[132] * factor) >> 12);
            a[133] = (byte)((a[133] * factor) >> 12);
            a[134] = (byte)((a[134] * factor) >> 12);
            a[135] = (byte)((a[135] * factor) >> 12);
            a[136] = (byte)((a[136] * factor) >> 12);
            a[137] = (byte)((a[137] * factor) >> 12);
            a[138] = (byte)((a[138] * factor) >> 12);
            a[139] = (byte)((a[139] * factor) >> 12);
            a[140] = (byte)((a[140] * factor) >> 12);
            a[141] = (byte)((a[141] * factor) >> 12);
            a[142] = (byte)((a[142] * factor) >> 12);
            a[143] = (byte)((a[143] * factor) >> 12);
            a[144] = (byte)((a[144] * factor) >> 12);
            a[145] = (byte)((a[145] * factor) >> 12);
            a[146] = (byte)((a[146] * factor) >> 12);
            a[147] = (byte)((a[147] * factor) >> 12);
            a[148] = (byte)((a[148] * factor) >> 12);
            a[149] = (byte)((a[149] * factor) >> 12);
            a[150] = (byte)((a[150] * factor) >> 12);
            a[151] = (byte)((a[151] * factor) >> 12);
            a[152] = (byte)((a[152] * factor) >> 12);
            a[153] = (byte)((a[153] * factor) >> 12);
            a[154] = (byte)((a[154] * factor) >> 12);
            a[155] = (byte)((a[155] * factor) >> 12);
            a[156] = (byte)((a[156] * factor) >> 12);
            a[157] = (byte)((a[157] * factor) >> 12);
            a[158] = (byte)((a[158] * factor) >> 12);
            a[159] = (byte)((a[159] * factor) >> 12);
            a[160] = (byte)((a[160] * factor) >> 12);
            a[161] = (byte)((a[161] * factor) >> 12);
            a[162] = (byte)((a[162] * factor) >> 12);
            a[163] = (byte)((a[163] * factor) >> 12);
            a[164] = (byte)((a[164] * factor) >> 12);
            a[165] = (byte)((a[165] * factor) >> 12);
            a[166] = (byte)((a[166] * factor) >> 12);
            a[167] = (byte)((a[167] * factor) >> 12);
            a[168] = (byte)((a[168] * factor) >> 12);
            a[169] = (byte)((a[169] * factor) >> 12);
            a[170] = (byte)((a[170] * factor) >> 12);
            a[171] = (byte)((a[171] * factor) >> 12);
            a[172] = (byte)((a[172] * factor) >> 12);
            a[173] = (byte)((a[173] * factor) >> 12);
            a[174] = (byte)((a[174] * factor) >> 12);
            a[175] = (byte)((a[175] * factor) >> 12);
            a[176] = (byte)((a[176] * factor) >> 12);
            a[177] = (byte)((a[177] * factor) >> 12);
            a[178] = (byte)((a[178] * factor) >> 12);
            a[179] = (byte)((a[179] * factor) >> 12);
            Put(a, result, at);
        }
    }

    /// <summary>Puts every byte of a frame through its colour's table.</summary>
    /// <param name="frame">3 bytes a pixel in wire order; where there are windows, the first two the other way round.</param>
    /// <param name="result">The same in wire order.</param>
    /// <param name="firsts">The tables by place in the result, 256 bytes each.</param>
    /// <param name="seconds">The next one.</param>
    /// <param name="thirds">The last one.</param>
    /// <param name="firstWindow">As long as a wide block, to read the first a place aside; null for a frame in wire order.</param>
    /// <param name="secondWindow">The same for the second.</param>
    public void Shade(byte[] frame, byte[] result, byte[] firsts, byte[] seconds, byte[] thirds, byte[] firstWindow, byte[] secondWindow)
    {
        byte[] a = _wide;
        byte[] f = firstWindow ?? a;
        byte[] s = secondWindow ?? a;
        for (int at = 0; at < frame.Length; at += 180)
        {
            Take(frame, at, frame.Length, a);
            if (f != a)
            {
                Array.Copy(a, 1, f, 0, 179);
                Array.Copy(a, 0, s, 1, 179);
            }

            a[0] = firsts[f[0]];
            a[1] = seconds[s[1]];
            a[2] = thirds[a[2]];
            a[3] = firsts[f[3]];
            a[4] = seconds[s[4]];
            a[5] = thirds[a[5]];
            a[6] = firsts[f[6]];
            a[7] = seconds[s[7]];
            a[8] = thirds[a[8]];
            a[9] = firsts[f[9]];
            a[10] = seconds[s[10]];
            a[11] = thirds[a[11]];
            a[12] = firsts[f[12]];
            a[13] = seconds[s[13]];
            a[14] = thirds[a[14]];
            a[15] = firsts[f[15]];
            a[16] = seconds[s[16]];
            a[17] = thirds[a[17]];
            a[18] = firsts[f[18]];
            a[19] = seconds[s[19]];
            a[20] = thirds[a[20]];
            a[21] = firsts[f[21]];
            a[22] = seconds[s[22]];
            a[23] = thirds[a[23]];
            a[24] = firsts[f[24]];
            a[25] = seconds[s[25]];
            a[26] = thirds[a[26]];
            a[27] = firsts[f[27]];
            a[28] = seconds[s[28]];
            a[29] = thirds[a[29]];
            a[30] = firsts[f[30]];
            a[31] = seconds[s[31]];
            a[32] = thirds[a[32]];
            a[33] = firsts[f[33]];
            a[34] = seconds[s[34]];
            a[35] = thirds[a[35]];
            a[36] = firsts[f[36]];
            a[37] = seconds[s[37]];
            a[38] = thirds[a[38]];
            a[39] = firsts[f[39]];
            a[40] = seconds[s[40]];
            a[41] = thirds[a[41]];
            a[42] = firsts[f[42]];
            a[43] = seconds[s[43]];
            a[44] = thirds[a[44]];
            a[45] = firsts[f[45]];
            a[46] = seconds[s[46]];
            a[47] = thirds[a[47]];
            a[48] = firsts[f[48]];
            a[49] = seconds[s[49]];
            a[50] = thirds[a[50]];
            a[51] = firsts[f[51]];
            a[52] = seconds[s[52]];
            a[53] = thirds[a[53]];
            a[54] = firsts[f[54]];
            a[55] = seconds[s[55]];
            a[56] = thirds[a[56]];
            a[57] = firsts[f[57]];
            a[58] = seconds[s[58]];
            a[59] = thirds[a[59]];
            a[60] = firsts[f[60]];
            a[61] = seconds[s[61]];
            a[62] = thirds[a[62]];
            a[63] = firsts[f[63]];
            a[64] = seconds[s[64]];
            a[65] = thirds[a[65]];
            a[66] = firsts[f[66]];
            a[67] = seconds[s[67]];
            a[68] = thirds[a[68]];
            a[69] = firsts[f[69]];
            a[70] = seconds[s[70]];
            a[71] = thirds[a[71]];
            a[72] = firsts[f[72]];
            a[73] = seconds[s[73]];
            a[74] = thirds[a[74]];
            a[75] = firsts[f[75]];
            a[76] = seconds[s[76]];
            a[77] = thirds[a[77]];
            a[78] = firsts[f[78]];
            a[79] = seconds[s[79]];
            a[80] = thirds[a[80]];
            a[81] = firsts[f[81]];
            a[82] = seconds[s[82]];
            a[83] = thirds[a[83]];
            a[84] = firsts[f[84]];
            a[85] = seconds[s[85]];
            a[86] = thirds[a[86]];
            a[87] = firsts[f[87]];
            a[88] = seconds[s[88]];
            a[89] = thirds[a[89]];
            a[90] = firsts[f[90]];
            a[91] = seconds[s[91]];
            a[92] = thirds[a[92]];
            a[93] = firsts[f[93]];
            a[94] = seconds[s[94]];
            a[95] = thirds[a[95]];
            a[96] = firsts[f[96]];
            a[97] = seconds[s[97]];
            a[98] = thirds[a[98]];
            a[99] = firsts[f[99]];
            a[100] = seconds[s[100]];
            a[101] = thirds[a[101]];
            a[102] = firsts[f[102]];
            a[103] = seconds[s[103]];
            a[104] = thirds[a[104]];
            a[105] = firsts[f[105]];
            a[106] = seconds[s[106]];
            a[107] = thirds[a[107]];
            a[108] = firsts[f[108]];
            a[109] = seconds[s[109]];
            a[110] = thirds[a[110]];
            a[111] = firsts[f[111]];
            a[112] = seconds[s[112]];
            a[113] = thirds[a[113]];
            a[114] = firsts[f[114]];
            a[115] = seconds[s[115]];
            a[116] = thirds[a[116]];
            a[117] = firsts[f[117]];
            a[118] = seconds[s[118]];
            a[119] = thirds[a[119]];
            a[120] = firsts[f[120]];
            a[121] = seconds[s[121]];
            a[122] = thirds[a[122]];
            a[123] = firsts[f[123]];
            a[124] = seconds[s[124]];
            a[125] = thirds[a[125]];
            a[126] = firsts[f[126]];
            a[127] = seconds[s[127]];
            a[128] = thirds[a[128]];
            a[129] = firsts[f[129]];
            a[130] = seconds[s[130]];
            a[131] = thirds[a[131]];
            a[132] = firsts[f[132]];
            a[133] = seconds[s[133]];
            a[134] = thirds[a[134]];
            a[135] = firsts[f[135]];
            a[136] = seconds[s[136]];
            a[137] = thirds[a[137]];
            a[138] = firsts[f[138]];
            a[139] = seconds[s[139]];
            a[140] = thirds[a[140]];
            a[141] = firsts[f[141]];
            a[142] = seconds[s[142]];
            a[143] = thirds[a[143]];
            a[144] = firsts[f[144]];
            a[145] = seconds[s[145]];
            a[146] = thirds[a[146]];
            a[147] = firsts[f[147]];
            a[148] = seconds[s[148]];
            a[149] = thirds[a[149]];
            a[150] = firsts[f[150]];
            a[151] = seconds[s[151]];
            a[152] = thirds[a[152]];
            a[153] = firsts[f[153]];
            a[154] = seconds[s[154]];
            a[155] = thirds[a[155]];
            a[156] = firsts[f[156]];
            a[157] = seconds[s[157]];
            a[158] = thirds[a[158]];
            a[159] = firsts[f[159]];
            a[160] = seconds[s[160]];
            a[161] = thirds[a[161]];
            a[162] = firsts[f[162]];
            a[163] = seconds[s[163]];
            a[164] = thirds[a[164]];
            a[165] = firsts[f[165]];
            a[166] = seconds[s[166]];
            a[167] = thirds[a[167]];
            a[168] = firsts[f[168]];
            a[169] = seconds[s[169]];
            a[170] = thirds[a[170]];
            a[171] = firsts[f[171]];
            a[172] = seconds[s[172]];
            a[173] = thirds[a[173]];
            a[174] = firsts[f[174]];
            a[175] = seconds[s[175]];
            a[176] = thirds[a[176]];
            a[177] = firsts[f[177]];
            a[178] = seconds[s[178]];
            a[179] = thirds[a[179]];
            Put(a, result, at);
        }
    }

    /// <summary>The first two colours change places in every pixel.</summary>
    public void Turn(byte[] frame)
    {
        byte[] a = _wide;
        byte first;
        for (int at = 0; at < frame.Length; at += 180)
        {
            Take(frame, at, frame.Length, a);
            first = a[0];
            a[0] = a[1];
            a[1] = first;
            first = a[3];
            a[3] = a[4];
            a[4] = first;
            first = a[6];
            a[6] = a[7];
            a[7] = first;
            first = a[9];
            a[9] = a[10];
            a[10] = first;
            first = a[12];
            a[12] = a[13];
            a[13] = first;
            first = a[15];
            a[15] = a[16];
            a[16] = first;
            first = a[18];
            a[18] = a[19];
            a[19] = first;
            first = a[21];
            a[21] = a[22];
            a[22] = first;
            first = a[24];
            a[24] = a[25];
            a[25] = first;
            first = a[27];
            a[27] = a[28];
            a[28] = first;
            first = a[30];
            a[30] = a[31];
            a[31] = first;
            first = a[33];
            a[33] = a[34];
            a[34] = first;
            first = a[36];
            a[36] = a[37];
            a[37] = first;
            first = a[39];
            a[39] = a[40];
            a[40] = first;
            first = a[42];
            a[42] = a[43];
            a[43] = first;
            first = a[45];
            a[45] = a[46];
            a[46] = first;
            first = a[48];
            a[48] = a[49];
            a[49] = first;
            first = a[51];
            a[51] = a[52];
            a[52] = first;
            first = a[54];
            a[54] = a[55];
            a[55] = first;
            first = a[57];
            a[57] = a[58];
            a[58] = first;
            first = a[60];
            a[60] = a[61];
            a[61] = first;
            first = a[63];
            a[63] = a[64];
            a[64] = first;
            first = a[66];
            a[66] = a[67];
            a[67] = first;
            first = a[69];
            a[69] = a[70];
            a[70] = first;
            first = a[72];
            a[72] = a[73];
            a[73] = first;
            first = a[75];
            a[75] = a[76];
            a[76] = first;
            first = a[78];
            a[78] = a[79];
            a[79] = first;
            first = a[81];
            a[81] = a[82];
            a[82] = first;
            first = a[84];
            a[84] = a[85];
            a[85] = first;
            first = a[87];
            a[87] = a[88];
            a[88] = first;
            first = a[90];
            a[90] = a[91];
            a[91] = first;
            first = a[93];
            a[93] = a[94];
            a[94] = first;
            first = a[96];
            a[96] = a[97];
            a[97] = first;
            first = a[99];
            a[99] = a[100];
            a[100] = first;
            first = a[102];
            a[102] = a[103];
            a[103] = first;
            first = a[105];
            a[105] = a[106];
            a[106] = first;
            first = a[108];
            a[108] = a[109];
            a[109] = first;
            first = a[111];
            a[111] = a[112];
            a[112] = first;
            first = a[114];
            a[114] = a[115];
            a[115] = first;
            first = a[117];
            a[117] = a[118];
            a[118] = first;
            first = a[120];
            a[120] = a[121];
            a[121] = first;
            first = a[123];
            a[123] = a[124];
            a[124] = first;
            first = a[126];
            a[126] = a[127];
            a[127] = first;
            first = a[129];
            a[129] = a[130];
            a[130] = first;
            first = a[132];
            a[132] = a[133];
            a[133] = first;
            first = a[135];
            a[135] = a[136];
            a[136] = first;
            first = a[138];
            a[138] = a[139];
            a[139] = first;
            first = a[141];
            a[141] = a[142];
            a[142] = first;
            first = a[144];
            a[144] = a[145];
            a[145] = first;
            first = a[147];
            a[147] = a[148];
            a[148] = first;
            first = a[150];
            a[150] = a[151];
            a[151] = first;
            first = a[153];
            a[153] = a[154];
            a[154] = first;
            first = a[156];
            a[156] = a[157];
            a[157] = first;
            first = a[159];
            a[159] = a[160];
            a[160] = first;
            first = a[162];
            a[162] = a[163];
            a[163] = first;
            first = a[165];
            a[165] = a[166];
            a[166] = first;
            first = a[168];
            a[168] = a[169];
            a[169] = first;
            first = a[171];
            a[171] = a[172];
            a[172] = first;
            first = a[174];
            a[174] = a[175];
            a[175] = first;
            first = a[177];
            a[177] = a[178];
            a[178] = first;
            Put(a, frame, at);
        }
    }

    /// <summary>Mixes one block: <paramref name="share"/> / 256 of <paramref name="to"/>, the rest of <paramref name="from"/>.</summary>
    public void Mix(byte[] from, byte[] to, byte[] result, int at, int share)
    {
        byte[] a = _a;
        byte[] b = _b;
        Take(from, at, from.Length, a);
        Take(to, at, to.Length, b);
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

    private static void Take(byte[] frame, int at, int end, byte[] block)
    {
        if (end - at >= block.Length)
        {
            Array.Copy(frame, at, block, 0, block.Length);
            return;
        }

        Array.Clear(block, 0, block.Length);
        Array.Copy(frame, at, block, 0, end - at);
    }

    private static void Put(byte[] block, byte[] frame, int at) =>
        Array.Copy(block, 0, frame, at, frame.Length - at < block.Length ? frame.Length - at : block.Length);
}
