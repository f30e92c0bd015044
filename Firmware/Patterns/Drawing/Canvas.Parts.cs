using System;

namespace NanoFirmware.Rendering;

// Parts of equal length.
public sealed partial class Canvas
{
    // Six pixels, one by one, to which the others are copied.
    internal const int PartBytes = 18;

    /// <summary>Draws those parts that have changed.</summary>
    /// <param name="mosaic">The parts.</param>
    /// <param name="sum">What they added up to.</param>
    /// <param name="dark">What a part shows whose level is 0.</param>
    /// <param name="glow">Least level of any other.</param>
    /// <param name="fade">What is taken off each level afterwards.</param>
    /// <returns>What they add up to now.</returns>
    internal long Draw(Mosaic mosaic, long sum, long dark, int glow, int fade)
    {
        byte[] grb = Grb;
        int[] levels = mosaic.Levels;
        long[] inks = mosaic.Inks;
        long[] shown = mosaic.Shown;
        int[] places = mosaic.Places;
        bool isMore = mosaic.IsMore;
        bool isTwice = _isTwice;
        for (int i = 0; i < levels.Length; i++)
        {
            int level = levels[i];
            long light = dark;
            if (level > 0)
            {
                levels[i] = level > fade ? level - fade : 0;
                level >>= 8;
                if (level < glow)
                {
                    level = glow;
                }

                light = ((inks[i] * (((level * (level + 1)) >> 8) + 1)) >> 8) & Ink.Bytes;
            }

            long before = shown[i];
            if (light == before)
            {
                continue;
            }

            shown[i] = light;
            sum += (light - before) * mosaic.Weights[i];
            byte first = (byte)(light >> Ink.First);
            byte second = (byte)(light >> Ink.Second);
            byte third = (byte)light;
            int at = places[i];
            int tail = mosaic.Tails[i];
            if (tail >= 0)
            {
                grb[at] = first;
                grb[at + 1] = second;
                grb[at + 2] = third;
                grb[at + 3] = first;
                grb[at + 4] = second;
                grb[at + 5] = third;
                grb[at + 6] = first;
                grb[at + 7] = second;
                grb[at + 8] = third;
                grb[at + 9] = first;
                grb[at + 10] = second;
                grb[at + 11] = third;
                grb[at + 12] = first;
                grb[at + 13] = second;
                grb[at + 14] = third;
                grb[at + 15] = first;
                grb[at + 16] = second;
                grb[at + 17] = third;
                Array.Copy(grb, at, grb, at + PartBytes, tail);
            }

            if (isMore)
            {
                Finish(mosaic, i, light);
            }
            else if (isTwice)
            {
                Array.Copy(grb, at, grb, mosaic.Turned[i], tail + PartBytes);
            }
        }

        return sum;
    }

    /// <summary>The frame is drawn, and adds up to that.</summary>
    internal void Tell(long sum)
    {
        AddsUp = IsAsked;
        FrameSums sums = Sums;
        sums.Green = (int)(sum >> Ink.First);
        sums.Red = (int)(sum >> Ink.Second) & Ink.Lane;
        sums.Blue = (int)sum & Ink.Lane;
    }

    // Parts that are long or short.
    private void Finish(Mosaic mosaic, int part, long light)
    {
        byte[] grb = Grb;
        int at = mosaic.Places[part];
        int bytes = mosaic.Counts[part] * 3;
        for (int done = 0; done < bytes && bytes < PartBytes; done += 3)
        {
            grb[at + done] = (byte)(light >> Ink.First);
            grb[at + done + 1] = (byte)(light >> Ink.Second);
            grb[at + done + 2] = (byte)light;
        }

        for (int done = PartBytes * 2; done < bytes; done += done)
        {
            Array.Copy(grb, at, grb, at + done, done <= bytes - done ? done : bytes - done);
        }

        if (_isTwice)
        {
            Array.Copy(grb, at, grb, mosaic.Turned[part], bytes);
        }
    }

    /// <summary>Tells how often each part counts, and what all of it adds up to.</summary>
    internal void Weigh(Mosaic mosaic)
    {
        ushort[] seen = Seen;
        int[] weights = mosaic.Weights;
        int[] places = mosaic.Places;
        int[] turned = mosaic.Turned;
        int[] counts = mosaic.Counts;
        long[] shown = mosaic.Shown;
        int left = seen == null ? Length : seen[_pixels];
        long sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            int count = counts[i];
            int weight = count;
            if (seen != null)
            {
                int at = places[i] / 3;
                weight = seen[at + count] - seen[at];
                if (_isTwice)
                {
                    at = turned[i] / 3;
                    weight += seen[at + count] - seen[at];
                }
            }

            weights[i] = weight;
            left -= weight;
            sum += shown[i] * weight;
        }

        mosaic.Sum = sum + (mosaic.Dark * left);
    }
}
