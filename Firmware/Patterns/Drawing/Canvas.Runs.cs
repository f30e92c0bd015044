using System;

namespace NanoFirmware.Rendering;

// Runs of pixels: in one colour, along the palette, again and again, moved on.
public sealed partial class Canvas
{
    // Four pixels: what a run begins with, one by one, since a native call costs as much as three. Then each copy doubles what is
    // there: 180 pixels take 6 native calls.
    private const int FirstBytes = 12;

    /// <summary>A run in one colour.</summary>
    /// <param name="from">First pixel.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="colour">0–255 through the palette, 256–511 back again; beyond that round and round.</param>
    /// <param name="level">How bright to the eye, 0–255.</param>
    public void Fill(int from, int count, int colour, int level)
    {
        if (from < 0 || count <= 0 || from + count > Length)
        {
            FillWithin(from, count, colour, level);
            return;
        }

        level = level < Glow ? Glow : level;
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = ((level * (level + 1)) >> 8) + 1;
        byte green = (byte)((wheel[ink] * scale) >> 8);
        byte red = (byte)((wheel[ink + 1] * scale) >> 8);
        byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
        int start = _forward >= 0 ? _forward + from : _backward - from - count + 1;
        if (AddsUp)
        {
            ushort[] seen = Seen;
            int pixels = count;
            if (seen != null)
            {
                pixels = seen[start + count] - seen[start];
                if (_isTwice)
                {
                    pixels += seen[_backward - from + 1] - seen[_backward - from - count + 1];
                }
            }

            FrameSums sums = Sums;
            sums.Green += green * pixels;
            sums.Red += red * pixels;
            sums.Blue += blue * pixels;
        }

        start *= 3;
        grb[start] = green;
        grb[start + 1] = red;
        grb[start + 2] = blue;

        if (count > 1)
        {
            grb[start + 3] = green;
            grb[start + 4] = red;
            grb[start + 5] = blue;
        }

        if (count > 2)
        {
            grb[start + 6] = green;
            grb[start + 7] = red;
            grb[start + 8] = blue;
        }

        if (count > 3)
        {
            grb[start + 9] = green;
            grb[start + 10] = red;
            grb[start + 11] = blue;
        }

        int bytes = count * 3;
        for (int done = FirstBytes; done < bytes; done += done)
        {
            Array.Copy(grb, start, grb, start + done, done <= bytes - done ? done : bytes - done);
        }

        if (_isTwice)
        {
            Array.Copy(grb, start, grb, (_backward - from - count + 1) * 3, bytes);
        }
    }

    // What leaves the canvas is cut off at its ends.
    private void FillWithin(int from, int count, int colour, int level)
    {
        int end = from + count;
        int start = from < 0 ? 0 : from;
        end = end > Length ? Length : end;
        if (end > start)
        {
            Fill(start, end - start, colour, level);
        }
    }

    /// <summary>One pixel within the canvas, as <see cref="Fill"/> would draw it.</summary>
    /// <param name="at">Which one.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">How bright to the eye, 0–255.</param>
    public void Pixel(int at, int colour, int level)
    {
        level = level < Glow ? Glow : level;
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = ((level * (level + 1)) >> 8) + 1;
        byte green = (byte)((wheel[ink] * scale) >> 8);
        byte red = (byte)((wheel[ink + 1] * scale) >> 8);
        byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
        int to = (_forward >= 0 ? _forward + at : _backward - at) * 3;
        grb[to] = green;
        grb[to + 1] = red;
        grb[to + 2] = blue;
        if (_isTwice)
        {
            to = (_backward - at) * 3;
            grb[to] = green;
            grb[to + 1] = red;
            grb[to + 2] = blue;
        }
    }

    /// <summary>One pixel in full brightness, for two thirds of what <see cref="Fill"/> takes.</summary>
    /// <param name="at">Which one.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    public void Dot(int at, int colour)
    {
        if (at < 0 || at >= Length)
        {
            return;
        }

        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        if (_forward >= 0)
        {
            int to = (_forward + at) * 3;
            grb[to] = wheel[ink];
            grb[to + 1] = wheel[ink + 1];
            grb[to + 2] = wheel[ink + 2];
        }

        if (_backward >= 0)
        {
            int to = (_backward - at) * 3;
            grb[to] = wheel[ink];
            grb[to + 1] = wheel[ink + 1];
            grb[to + 2] = wheel[ink + 2];
        }
    }

    /// <summary>A run of the palette, one colour on from pixel to pixel.</summary>
    /// <param name="from">First pixel.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="colour">Colour of the first, as in <see cref="Fill"/>.</param>
    public void Run(int from, int count, int colour)
    {
        if (from < 0)
        {
            count += from;
            colour -= from;
            from = 0;
        }

        if (from + count > Length)
        {
            count = Length - from;
        }

        if (count <= 0)
        {
            return;
        }

        // What is longer than the wheel's spare beginning is drawn in pieces.
        if (count > Palette.LongestRun)
        {
            Run(from + Palette.LongestRun, count - Palette.LongestRun, colour + Palette.LongestRun);
            count = Palette.LongestRun;
        }

        // The wheel goes there and back, so a run backwards is another run of it.
        if (_forward >= 0)
        {
            Array.Copy(Palette.Wheel, (colour & (Palette.Turn - 1)) * 3, Grb, (_forward + from) * 3, count * 3);
        }

        if (_backward >= 0)
        {
            Array.Copy(
                Palette.Wheel, (-(colour + count) & (Palette.Turn - 1)) * 3, Grb, (_backward - from - count + 1) * 3, count * 3);
        }
    }

    /// <summary>Runs of the palette side by side, as <see cref="Run"/> would draw them one by one, a tenth cheaper.</summary>
    /// <param name="starts">First pixel of each; all lie within the canvas.</param>
    /// <param name="counts">Pixels of each; none of a run that is left out.</param>
    /// <param name="count">Runs.</param>
    /// <param name="step">From the first colour of one to that of the next.</param>
    public void Bars(int[] starts, int[] counts, int count, int step)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int forward = _forward;
        int backward = _backward;
        int colour = 0;
        for (int i = 0; i < count; i++)
        {
            int pixels = counts[i];
            if (pixels > 0)
            {
                int start = starts[i];
                if (forward >= 0)
                {
                    Array.Copy(wheel, colour * 3, grb, (forward + start) * 3, pixels * 3);
                }

                if (backward >= 0)
                {
                    Array.Copy(wheel, (Palette.Turn - colour - pixels) * 3, grb, (backward - start - pixels + 1) * 3, pixels * 3);
                }
            }

            colour += step;
        }
    }

    /// <summary>Draws the first <paramref name="period"/> pixels again and again to the end.</summary>
    /// <param name="period">1 to <see cref="Length"/>.</param>
    public void Repeat(int period)
    {
        // Each copy doubles what is there.
        for (int done = period; done < Length;)
        {
            int run = done <= Length - done ? done : Length - done;
            if (_forward >= 0)
            {
                Array.Copy(Grb, _forward * 3, Grb, (_forward + done) * 3, run * 3);
            }

            if (_backward >= 0)
            {
                Array.Copy(Grb, (_backward - run + 1) * 3, Grb, (_backward - done - run + 1) * 3, run * 3);
            }

            done += run;
        }
    }

    /// <summary>Moves the picture away from the start; the first <paramref name="pixels"/> keep what they show.</summary>
    public void Scroll(int pixels)
    {
        int kept = (Length - pixels) * 3;
        if (kept <= 0)
        {
            return;
        }

        if (_forward >= 0)
        {
            Array.Copy(Grb, _forward * 3, Grb, (_forward + pixels) * 3, kept);
        }

        if (_backward >= 0)
        {
            int end = (_backward - Length + 1) * 3;
            Array.Copy(Grb, end + (pixels * 3), Grb, end, kept);
        }
    }
}
