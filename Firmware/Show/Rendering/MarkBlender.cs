using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// A mark that is blended with a picture, component by component: each goes its own way through the pixels, and one that changes
/// nothing goes none.
/// </summary>
internal static class MarkBlender
{
    private const int Full = 255;

    /// <summary>Paints it.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="mark">Which one.</param>
    /// <param name="scale">How strong, 1–256.</param>
    /// <param name="shownLevel">The picture's brightness, 1–255; a filter takes it as it is.</param>
    public static void Paint(byte[] frame, MarkRun mark, int scale, int shownLevel)
    {
        int start = mark.Start;
        int end = start + mark.Bytes;
        if (mark.Blend == Blend.Multiply)
        {
            Multiply(frame, start, end, Full - (((Full - mark.First) * scale) >> 8));
            Multiply(frame, start + 1, end, Full - (((Full - mark.Second) * scale) >> 8));
            Multiply(frame, start + 2, end, Full - (((Full - mark.Third) * scale) >> 8));
            return;
        }

        int factor = scale * shownLevel;
        Lighten(frame, start, end, mark.Blend, (mark.First * factor) >> MarkRun.LightBits);
        Lighten(frame, start + 1, end, mark.Blend, (mark.Second * factor) >> MarkRun.LightBits);
        Lighten(frame, start + 2, end, mark.Blend, (mark.Third * factor) >> MarkRun.LightBits);
    }

    private static void Lighten(byte[] frame, int start, int end, Blend blend, int value)
    {
        if (value == 0)
        {
            return;
        }

        if (value == Full)
        {
            Store(frame, start, end, Full);
            return;
        }

        switch (blend)
        {
            case Blend.Add:
                Add(frame, start, end, value);
                break;
            case Blend.Max:
                Brighten(frame, start, end, value);
                break;
            default:
                Screen(frame, start, end, Full - value);
                break;
        }
    }

    private static void Store(byte[] frame, int start, int end, byte value)
    {
        for (int at = start; at < end; at += 3)
        {
            frame[at] = value;
        }
    }

    private static void Add(byte[] frame, int start, int end, int value)
    {
        int most = Full - value;
        for (int at = start; at < end; at += 3)
        {
            int there = frame[at];
            frame[at] = (byte)(there < most ? there + value : Full);
        }
    }

    private static void Brighten(byte[] frame, int start, int end, int value)
    {
        for (int at = start; at < end; at += 3)
        {
            if (frame[at] < value)
            {
                frame[at] = (byte)value;
            }
        }
    }

    private static void Screen(byte[] frame, int start, int end, int dark)
    {
        for (int at = start; at < end; at += 3)
        {
            frame[at] = (byte)(Full - ((((Full - frame[at]) * dark) + (Full / 2)) / Full));
        }
    }

    private static void Multiply(byte[] frame, int start, int end, int factor)
    {
        if (factor == Full)
        {
            return;
        }

        for (int at = start; at < end; at += 3)
        {
            frame[at] = (byte)(((frame[at] * factor) + (Full / 2)) / Full);
        }
    }
}
