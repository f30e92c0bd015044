using System;

namespace NanoFirmware.Rendering;

// Many short runs at once.
public sealed partial class Canvas
{
    /// <summary>
    /// Rows of pixels next to each other, each a short run that starts with its own colour; 0 leaves one as it is.
    /// </summary>
    /// <param name="colours">One colour a cell, 0–255.</param>
    /// <param name="count">Cells, drawn from the start on; none may reach over the canvas's end.</param>
    /// <param name="size">Pixels of each.</param>
    public void Cells(byte[] colours, int count, int size) => SomeCells(colours, 0, 1, count, size);

    /// <summary>Some of the rows that <see cref="Cells"/> draws; the others keep what they show.</summary>
    /// <param name="colours">One colour a cell, 0–255.</param>
    /// <param name="first">First cell to draw.</param>
    /// <param name="step">From one that is drawn to the next: 2 for every second.</param>
    /// <param name="count">Cells, drawn or not.</param>
    /// <param name="size">Pixels of each.</param>
    public void SomeCells(byte[] colours, int first, int step, int count, int size)
    {
        byte[] wheel = Palette.Wheel;
        byte[] grb = Grb;
        int bytes = size * 3;
        int pace = bytes * step;
        if (_forward >= 0)
        {
            int to = (_forward * 3) + (first * bytes);
            for (int i = first; i < count; i += step)
            {
                int colour = colours[i];
                if (colour != 0)
                {
                    Array.Copy(wheel, colour * 3, grb, to, bytes);
                }

                to += pace;
            }
        }

        if (_backward >= 0)
        {
            int to = ((_backward - size + 1) * 3) - (first * bytes);
            for (int i = first; i < count; i += step)
            {
                int colour = colours[i];
                if (colour != 0)
                {
                    Array.Copy(wheel, (Palette.Turn - colour - size) * 3, grb, to, bytes);
                }

                to -= pace;
            }
        }
    }

    /// <summary>
    /// Short runs, each where and in what colour and brightness it likes: as many calls of <see cref="Fill"/>, a fifth cheaper.
    /// </summary>
    /// <param name="places">First pixel of each.</param>
    /// <param name="colours">As in <see cref="Fill"/>.</param>
    /// <param name="levels">How bright to the eye, in 8.8 fixed point.</param>
    /// <param name="sunk">Taken off each level; what is 0 or less then is left out.</param>
    /// <param name="width">Pixels of each, 1 to 4.</param>
    /// <param name="count">Runs.</param>
    public void Flakes(int[] places, int[] colours, int[] levels, int sunk, int width, int count)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int glow = Glow;
        int last = Length - width;
        int turned = (_backward - width + 1) * 3;
        int first = _forward >= 0 ? _forward * 3 : turned;
        int pace = _forward >= 0 ? 3 : -3;
        int bytes = width * 3;
        bool isTwice = _isTwice;
        for (int i = 0; i < count; i++)
        {
            int level = levels[i] - sunk;
            if (level <= 0)
            {
                continue;
            }

            level >>= 8;
            if (level < glow)
            {
                level = glow;
            }

            int from = places[i];
            if (from > last)
            {
                Fill(from, width, colours[i], level);
                continue;
            }

            int ink = (colours[i] & (Palette.Turn - 1)) * 3;
            int scale = ((level * (level + 1)) >> 8) + 1;
            byte green = (byte)((wheel[ink] * scale) >> 8);
            byte red = (byte)((wheel[ink + 1] * scale) >> 8);
            byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
            int start = first + (from * pace);
            grb[start] = green;
            grb[start + 1] = red;
            grb[start + 2] = blue;
            if (width > 1)
            {
                int end = start + bytes;
                for (int at = start + 3; at < end; at += 3)
                {
                    grb[at] = green;
                    grb[at + 1] = red;
                    grb[at + 2] = blue;
                }
            }

            if (isTwice)
            {
                Array.Copy(grb, start, grb, turned - (from * 3), bytes);
            }
        }
    }
}
