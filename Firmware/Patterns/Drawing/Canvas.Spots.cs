using System;

namespace NanoFirmware.Rendering;

// Many small runs, each as bright as it is.
public sealed partial class Canvas
{
    /// <summary>
    /// Runs of equal width, as <see cref="Fill"/> would draw them one by one, for two thirds of the time.
    /// </summary>
    /// <param name="places">First pixel of each; what leaves the canvas is cut off.</param>
    /// <param name="levels">How bright each is, in 256ths of what <see cref="Fill"/> takes; one that is 0 is left out.</param>
    /// <param name="width">Pixels of each, 1 to 4.</param>
    /// <param name="colour">That of the first, as in <see cref="Fill"/>.</param>
    /// <param name="step">From the colour of one to that of the next.</param>
    /// <param name="fade">What is taken off the first's level afterwards.</param>
    /// <param name="sooner">How much more is taken off each next one's.</param>
    public void Spots(int[] places, int[] levels, int width, int colour, int step, int fade, int sooner)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int glow = Glow;
        int bytes = width * 3;
        int last = Length - width;
        int backward = (_backward - width + 1) * 3;
        int first = _forward >= 0 ? _forward * 3 : backward;
        int pace = _forward >= 0 ? 3 : -3;
        bool isTwice = _isTwice;
        int count = levels.Length;
        for (int i = 0; i < count; i++, colour += step, fade += sooner)
        {
            int level = levels[i];
            if (level <= 0)
            {
                continue;
            }

            levels[i] = level > fade ? level - fade : 0;
            level >>= 8;
            level = level < glow ? glow : level;
            int scale = ((level * (level + 1)) >> 8) + 1;
            int ink = (colour & (Palette.Turn - 1)) * 3;
            byte green = (byte)((wheel[ink] * scale) >> 8);
            byte red = (byte)((wheel[ink + 1] * scale) >> 8);
            byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
            int place = places[i];
            if ((uint)place > (uint)last)
            {
                FillWithin(place, width, colour, level);
                continue;
            }

            int at = first + (place * pace);
            grb[at] = green;
            grb[at + 1] = red;
            grb[at + 2] = blue;
            if (width > 1)
            {
                grb[at + 3] = green;
                grb[at + 4] = red;
                grb[at + 5] = blue;
                if (width > 2)
                {
                    grb[at + 6] = green;
                    grb[at + 7] = red;
                    grb[at + 8] = blue;
                    if (width > 3)
                    {
                        grb[at + 9] = green;
                        grb[at + 10] = red;
                        grb[at + 11] = blue;
                    }
                }
            }

            if (isTwice)
            {
                Array.Copy(grb, at, grb, backward - (place * 3), bytes);
            }
        }
    }
}
