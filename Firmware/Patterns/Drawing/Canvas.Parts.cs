using System;

namespace NanoFirmware.Rendering;

// Parts of equal length.
public sealed partial class Canvas
{
    // Six pixels, to which the others are copied.
    private const int PartBytes = 18;

    /// <summary>
    /// The canvas in parts of equal length, each in its colour, added up as <see cref="Fill"/> would be; for two thirds of the
    /// time: a byte whose place is known beforehand takes less.
    /// </summary>
    /// <param name="colours">As in <see cref="Fill"/>.</param>
    /// <param name="levels">How bright each is, in 256ths of what <see cref="Fill"/> takes; one that is 0 is left out.</param>
    /// <param name="gap">Pixels at the end of each part that stay as they are.</param>
    /// <param name="fade">What is taken off each level afterwards.</param>
    /// <param name="run">A place to put a part together in, six pixels doubled until they are as many.</param>
    public void Parts(int[] colours, int[] levels, int gap, int fade, byte[] run)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        ushort[] seen = Seen;
        int glow = Glow;
        int forward = _forward;
        int backward = _backward + 1;
        bool isTwice = _isTwice;
        int greens = 0;
        int reds = 0;
        int blues = 0;
        int parts = levels.Length;
        int start = 0;
        for (int i = 0, scaled = Length; i < parts; i++, scaled += Length)
        {
            int end = scaled / parts;
            int level = levels[i];
            int count = end - start - gap;
            if (level > 0 && count > 0)
            {
                levels[i] = level > fade ? level - fade : 0;
                level >>= 8;
                level = level < glow ? glow : level;
                int scale = ((level * (level + 1)) >> 8) + 1;
                int ink = (colours[i] & (Palette.Turn - 1)) * 3;
                byte green = (byte)((wheel[ink] * scale) >> 8);
                byte red = (byte)((wheel[ink + 1] * scale) >> 8);
                byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
                run[0] = green;
                run[1] = red;
                run[2] = blue;
                run[3] = green;
                run[4] = red;
                run[5] = blue;
                run[6] = green;
                run[7] = red;
                run[8] = blue;
                run[9] = green;
                run[10] = red;
                run[11] = blue;
                run[12] = green;
                run[13] = red;
                run[14] = blue;
                run[15] = green;
                run[16] = red;
                run[17] = blue;
                int bytes = count * 3;
                for (int done = PartBytes; done < bytes; done += done)
                {
                    Array.Copy(run, 0, run, done, done);
                }

                int at = forward >= 0 ? forward + start : backward - start - count;
                int pixels = seen == null ? count : seen[at + count] - seen[at];
                Array.Copy(run, 0, grb, at * 3, bytes);
                if (isTwice)
                {
                    at = backward - start - count;
                    pixels += seen == null ? 0 : seen[at + count] - seen[at];
                    Array.Copy(run, 0, grb, at * 3, bytes);
                }

                greens += green * pixels;
                reds += red * pixels;
                blues += blue * pixels;
            }

            start = end;
        }

        Sums.Add(greens, reds, blues);
    }

    /// <summary>
    /// Adds up what is going to glow between parts on a canvas that was just cleared. Nobody knows that where something lies over
    /// the picture, or parts are nothing but gap.
    /// </summary>
    /// <param name="levels">Those of the parts.</param>
    /// <param name="gap">As in <see cref="Parts"/>.</param>
    public void AddUpBetween(int[] levels, int gap)
    {
        int parts = levels.Length;
        int length = Length;
        if (Seen != null || length < parts * (gap + 1))
        {
            return;
        }

        int dark = length;
        int end = 0;
        for (int i = 0, scaled = length; i < parts; i++, scaled += length)
        {
            int start = end + gap;
            end = scaled / parts;
            if (levels[i] > 0)
            {
                dark += start - end;
            }
        }

        byte[] grb = Grb;
        AddsUp = true;
        Sums.Add(grb[0] * dark, grb[1] * dark, grb[2] * dark);
    }
}
