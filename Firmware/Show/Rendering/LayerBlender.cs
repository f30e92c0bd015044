using System;
using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// A piece of one picture over another, byte by byte. What is black above was not drawn, and changes nothing in any mode.
/// </summary>
internal static class LayerBlender
{
    private const int Full = 255;

    /// <summary>What <see cref="Compose"/> looks up; null where it looks up nothing.</summary>
    /// <param name="blend">How.</param>
    /// <param name="level">How strong, 0–255: of a filter, which has no brightness; all others have it in their colours.</param>
    public static byte[] TableFor(Blend blend, int level)
    {
        if (blend == Blend.Add)
        {
            // Each sum that two bytes can have.
            var sums = new byte[Full + Full + 1];
            for (int sum = 0; sum < sums.Length; sum++)
            {
                sums[sum] = (byte)(sum < Full ? sum : Full);
            }

            return sums;
        }

        if (blend != Blend.Multiply)
        {
            return null;
        }

        // What a filter lets through.
        var shares = new byte[Full + 1];
        for (int value = 0; value < shares.Length; value++)
        {
            shares[value] = (byte)(Full - ((((Full - value) * level) + (Full / 2)) / Full));
        }

        return shares;
    }

    /// <summary>Lays a piece over what is below.</summary>
    /// <param name="blend">How.</param>
    /// <param name="below">The picture below.</param>
    /// <param name="above">The one above.</param>
    /// <param name="result">Gets the piece.</param>
    /// <param name="start">Its first byte, of a pixel.</param>
    /// <param name="end">The byte behind its last, of a pixel.</param>
    /// <param name="table">As <see cref="TableFor"/> made it.</param>
    public static void Compose(Blend blend, byte[] below, byte[] above, byte[] result, int start, int end, byte[] table)
    {
        Array.Copy(below, start, result, start, end - start);
        switch (blend)
        {
            case Blend.Add:
                Add(above, result, start, end, table);
                break;
            case Blend.Max:
                Brighten(above, result, start, end);
                break;
            case Blend.Screen:
                Screen(above, result, start, end);
                break;
            case Blend.Multiply:
                Multiply(above, result, start, end, table);
                break;
            default:
                Cover(above, result, start, end);
                break;
        }
    }

    private static void Add(byte[] above, byte[] result, int start, int end, byte[] sums)
    {
        // Three bytes a turn: a test for each would cost a ninth more.
        for (int at = start; at < end; at++)
        {
            result[at] = sums[result[at] + above[at]];
            at++;
            result[at] = sums[result[at] + above[at]];
            at++;
            result[at] = sums[result[at] + above[at]];
        }
    }

    private static void Brighten(byte[] above, byte[] result, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            byte light = above[at];
            if (light > result[at])
            {
                result[at] = light;
            }
        }
    }

    // a + b − ab / 255, rounded, is the same.
    private static void Screen(byte[] above, byte[] result, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            int light = above[at];
            if (light != 0)
            {
                int there = result[at];
                result[at] = (byte)(there + light - (((there * light) + (Full / 2)) / Full));
            }
        }
    }

    // Where a byte stands is reckoned once: it is asked for three times.
    private static void Multiply(byte[] above, byte[] result, int start, int end, byte[] shares)
    {
        for (int at = start; at < end; at += 3)
        {
            int next = at + 1;
            int last = at + 2;
            int first = above[at];
            int second = above[next];
            int third = above[last];
            if ((first | second | third) != 0)
            {
                result[at] = (byte)(((result[at] * shares[first]) + (Full / 2)) / Full);
                result[next] = (byte)(((result[next] * shares[second]) + (Full / 2)) / Full);
                result[last] = (byte)(((result[last] * shares[third]) + (Full / 2)) / Full);
            }
        }
    }

    private static void Cover(byte[] above, byte[] result, int start, int end)
    {
        for (int at = start; at < end; at += 3)
        {
            int next = at + 1;
            int last = at + 2;
            byte first = above[at];
            byte second = above[next];
            byte third = above[last];
            if ((first | second | third) != 0)
            {
                result[at] = first;
                result[next] = second;
                result[last] = third;
            }
        }
    }
}
