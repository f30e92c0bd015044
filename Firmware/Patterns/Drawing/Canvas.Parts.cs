using System;

namespace NanoFirmware.Rendering;

// Parts of equal length.
public sealed partial class Canvas
{
    // Three pixels, to which the others are copied.
    private const int PartBytes = 9;

    /// <summary>
    /// The canvas in parts of equal length, each in its colour, added up as <see cref="Fill"/> would be; for two thirds of the
    /// time: a byte whose place is known beforehand takes less.
    /// </summary>
    /// <param name="colours">As in <see cref="Fill"/>.</param>
    /// <param name="levels">How bright each is, in 256ths of what <see cref="Fill"/> takes; one that is 0 is left out.</param>
    /// <param name="gap">Pixels at the end of each part that stay as they are.</param>
    /// <param name="fade">What is taken off each level afterwards.</param>
    /// <param name="run">A place to put a part together in, three pixels doubled until they are as many.</param>
    public void Parts(int[] colours, int[] levels, int gap, int fade, byte[] run)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        ushort[] seen = Seen;
        int glow = Glow;
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
                int bytes = count * 3;
                Array.Copy(run, 0, run, PartBytes, PartBytes);
                for (int done = PartBytes * 2; done < bytes; done += done)
                {
                    Array.Copy(run, 0, run, done, done);
                }

                int at = _forward >= 0 ? _forward + start : _backward + 1 - start - count;
                int pixels = seen == null ? count : seen[at + count] - seen[at];
                Array.Copy(run, 0, grb, at * 3, bytes);
                if (isTwice)
                {
                    at = _backward + 1 - start - count;
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
}
