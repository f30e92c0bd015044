using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// One run of one colour over a picture, component by component: each goes its own way through the pixels, and one that
/// changes nothing goes none.
/// </summary>
internal static class MarkPainter
{
    /// <summary>What a white pixel's bytes add up to.</summary>
    public const int WhiteSum = 3 * Full;

    /// <summary>
    /// A light (12 bits) times a scale (up to 256) times a brightness (up to 255) has so many bits more than a byte.
    /// </summary>
    public const int LightBits = 20;

    /// <summary>Six pixels: what a run begins with before it is copied.</summary>
    public const int FirstBytes = 18;

    private const int Full = 255;

    /// <summary>The light of a component, 0–4111; what a filter lets through of it, 0–255.</summary>
    /// <param name="value">As a screen would show it, 0–255.</param>
    /// <param name="white">How much of it is used at full.</param>
    /// <param name="isFilter">It filters.</param>
    public static int Light(int value, int white, bool isFilter) =>
        isFilter ? Gamma.Linear[value] >> 8 : (Gamma.Linear[value] * white / Full * 257) >> 12;

    /// <summary>What a pixel of these lights adds up to at most, at full brightness.</summary>
    public static int Sum(int[] lights, int at, int level) =>
        3 + (((lights[at] + lights[at + 1] + lights[at + 2]) * Palette.Scale(level)) >> 12);

    /// <summary>Paints a run component by component.</summary>
    /// <param name="frame">The picture.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="bytes">How many.</param>
    /// <param name="blend">How.</param>
    /// <param name="lights">See <see cref="Light"/>; in the picture's order.</param>
    /// <param name="at">Place of the first there.</param>
    /// <param name="scale">How strong, 1–256.</param>
    /// <param name="shownLevel">The picture's brightness, 1–255; a filter takes it as it is.</param>
    public static void Paint(byte[] frame, int start, int bytes, Blend blend, int[] lights, int at, int scale, int shownLevel)
    {
        int end = start + bytes;
        for (int part = 0; part < 3; part++)
        {
            int light = lights[at + part];
            if (blend == Blend.Multiply)
            {
                Multiply(frame, start + part, end, Full - (((Full - light) * scale) >> 8));
            }
            else
            {
                Lighten(frame, start + part, end, blend, (light * scale * shownLevel) >> LightBits);
            }
        }
    }

    private static void Lighten(byte[] frame, int start, int end, Blend blend, int value)
    {
        if (value == 0 && blend != Blend.Opaque)
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
            case Blend.Opaque:
                Store(frame, start, end, (byte)value);
                break;
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
