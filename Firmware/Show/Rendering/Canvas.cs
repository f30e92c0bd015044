using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a pattern draws on: pixels from 0 to <see cref="Length"/> − 1, wherever they lie. Mirrored and reversed strips are drawn
/// as they are to be shown, run by run: both cost a native copy or nothing, where turning a finished frame round takes 10 µs
/// of reference time. Runs that leave the canvas are cut off at its ends.
/// </summary>
public sealed class Canvas
{
    private const int GlowPixels = Palette.GlowRadius * 2;

    // Four pixels: what a run begins with before it is copied.
    private const int FirstBytes = 12;

    // Strip index of pixel 0 of the copy that runs forwards, and of the one that runs backwards; −1 where there is none.
    private int _forward;
    private int _backward = -1;
    private bool _isTwice;

    // The palette's arrays, which stay the same.
    private readonly byte[] _wheel;
    private readonly byte[] _glows;

    /// <summary>A canvas of one strip.</summary>
    /// <param name="palette">The colours to draw with.</param>
    public Canvas(Palette palette)
    {
        Palette = palette;
        _wheel = palette.Wheel;
        _glows = palette.Glows;
        MakeRoom(Board.LedCount);
    }

    /// <summary>Colours with gamma and brightness in them.</summary>
    public readonly Palette Palette;

    /// <summary>The picture in the order of the strip, or of both strips joined: 3 bytes a pixel, green, red, blue.</summary>
    public byte[] Grb;

    /// <summary>Memory for the pattern in force, two bytes a pixel; cleared when it is chosen.</summary>
    public byte[] Notes;

    /// <summary>Pixels that a pattern sees: all of a strip, half of it when mirrored, two strips when joined.</summary>
    public int Length = Board.LedCount;

    /// <summary>Pixels of the picture.</summary>
    public int Pixels = Board.LedCount;

    /// <summary>Least level of anything drawn, 0–255: what is left of the picture in silence; see <see cref="KeepAbove"/>.</summary>
    public int Glow;

    /// <summary>What was filled since <see cref="AddUp"/>, in one copy of the picture.</summary>
    internal readonly FrameSums Sums = new FrameSums();

    /// <summary>True when <see cref="Sums"/> is all that a pattern has drawn; set false before each frame.</summary>
    internal bool AddsUp;

    /// <summary>Sets <see cref="Glow"/>; soft lights and tails take it over with the palette's next work.</summary>
    public void KeepAbove(int glow)
    {
        Glow = glow;
        Palette.KeepAbove(glow);
    }

    /// <summary>Empties the canvas and lays it out anew.</summary>
    /// <param name="pixels">Pixels of the picture.</param>
    /// <param name="mirror">Half a picture twice, its start in the middle.</param>
    /// <param name="reverse">The start where the end would be.</param>
    public void Lay(int pixels, bool mirror, bool reverse)
    {
        Pixels = pixels;
        Length = mirror ? (pixels + 1) / 2 : pixels;
        _forward = mirror ? (reverse ? 0 : pixels - Length) : (reverse ? -1 : 0);
        _backward = mirror ? (reverse ? pixels - 1 : Length - 1) : (reverse ? pixels - 1 : -1);
        _isTwice = mirror;
        if (pixels * 3 > Grb.Length)
        {
            MakeRoom(pixels);
        }

        Array.Clear(Grb, 0, Grb.Length);
        Array.Clear(Notes, 0, Notes.Length);
        if (Glow > 0)
        {
            Clear();
        }
    }

    /// <summary>Everything dark, or as bright as <see cref="Glow"/> asks.</summary>
    public void Clear()
    {
        if (Glow == 0)
        {
            Array.Clear(Grb, 0, Pixels * 3);
        }
        else
        {
            Fill(0, Length, Palette.Size / 2, Glow);
        }
    }

    /// <summary>All in one colour, as <see cref="Fill"/> would make it: the same again is one native copy a strip, a third of the time.</summary>
    /// <param name="ground">Keeps it.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">How bright to the eye, 0–255.</param>
    public void Cover(Ground ground, int colour, int level)
    {
        byte[] wheel = _wheel;
        byte[] grb = Grb;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = Palette.Scale(level < Glow ? Glow : level);
        ground.Make((wheel[ink] * scale) >> 8, (wheel[ink + 1] * scale) >> 8, (wheel[ink + 2] * scale) >> 8);
        byte[] bytes = ground.Bytes;
        int end = Pixels * 3;
        for (int at = 0; at < end; at += bytes.Length)
        {
            Array.Copy(bytes, 0, grb, at, end - at < bytes.Length ? end - at : bytes.Length);
        }
    }

    /// <summary>
    /// From now on the frame is fills alone, none over another, on a canvas that is dark or covered by them: they are added up as they are
    /// drawn, which takes 70 ns of reference time each and spares the limiter 4 µs.
    /// </summary>
    public void AddUp()
    {
        FrameSums sums = Sums;
        sums.Green = 0;
        sums.Red = 0;
        sums.Blue = 0;

        // What glows in the dark is drawn over.
        AddsUp = Glow == 0;
    }

    /// <summary>What the picture adds up to, where it is known; else null.</summary>
    internal FrameSums AddedUp()
    {
        FrameSums sums = Sums;
        if (!AddsUp)
        {
            return null;
        }

        if (_isTwice)
        {
            // A pixel in the middle would be drawn twice.
            if (Length * 2 != Pixels)
            {
                return null;
            }

            sums.Green *= 2;
            sums.Red *= 2;
            sums.Blue *= 2;
        }

        AddsUp = false;
        sums.IsExact = true;
        sums.IsKnown = true;
        return sums;
    }

    /// <summary>A run in one colour.</summary>
    /// <param name="from">First pixel.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="colour">0–255 through the palette, 256–511 back again; beyond that round and round.</param>
    /// <param name="level">How bright to the eye, 0–255.</param>
    public void Fill(int from, int count, int colour, int level)
    {
        if (from < 0)
        {
            count += from;
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

        if (level < Glow)
        {
            level = Glow;
        }

        byte[] grb = Grb;
        byte[] wheel = _wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;

        // Palette.Scale, without the call.
        int scale = ((level * (level + 1)) >> 8) + 1;
        byte green = (byte)((wheel[ink] * scale) >> 8);
        byte red = (byte)((wheel[ink + 1] * scale) >> 8);
        byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
        if (AddsUp)
        {
            FrameSums sums = Sums;
            sums.Green += green * count;
            sums.Red += red * count;
            sums.Blue += blue * count;
        }

        int start = (_forward >= 0 ? _forward + from : _backward - from - count + 1) * 3;
        grb[start] = green;
        grb[start + 1] = red;
        grb[start + 2] = blue;

        // A native call costs as much as three pixels: up to four are stored one by one.
        if (count == 1)
        {
            if (_isTwice)
            {
                int twin = (_backward - from) * 3;
                grb[twin] = green;
                grb[twin + 1] = red;
                grb[twin + 2] = blue;
            }

            return;
        }

        grb[start + 3] = green;
        grb[start + 4] = red;
        grb[start + 5] = blue;
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

        // Then each copy doubles what is there: 180 pixels take 6 native calls.
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

    /// <summary>Short runs, each where and in what colour and brightness it likes: as many calls of <see cref="Fill"/>, a fifth cheaper.</summary>
    /// <param name="places">First pixel of each.</param>
    /// <param name="colours">As in <see cref="Fill"/>.</param>
    /// <param name="levels">How bright to the eye, in 8.8 fixed point; 0 and less is left out.</param>
    /// <param name="width">Pixels of each, 1 to 4.</param>
    /// <param name="count">Runs.</param>
    public void Flakes(int[] places, int[] colours, int[] levels, int width, int count)
    {
        byte[] grb = Grb;
        byte[] wheel = _wheel;
        int glow = Glow;
        int last = Length - width;
        int turned = (_backward - width + 1) * 3;
        int first = _forward >= 0 ? _forward * 3 : turned;
        int pace = _forward >= 0 ? 3 : -3;
        int bytes = width * 3;
        bool isTwice = _isTwice;
        for (int i = 0; i < count; i++)
        {
            int level = levels[i];
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
            for (int more = 3; more < bytes; more += 3)
            {
                grb[start + more] = green;
                grb[start + more + 1] = red;
                grb[start + more + 2] = blue;
            }

            if (isTwice)
            {
                Array.Copy(grb, start, grb, turned - (from * 3), bytes);
            }
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
        byte[] wheel = _wheel;
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

        // Two strips joined are longer than the wheel's spare beginning.
        if (count > Palette.LongestRun)
        {
            Run(from + Palette.LongestRun, count - Palette.LongestRun, colour + Palette.LongestRun);
            count = Palette.LongestRun;
        }

        // The wheel goes there and back, so a run backwards is another run of it.
        if (_forward >= 0)
        {
            Array.Copy(_wheel, (colour & (Palette.Turn - 1)) * 3, Grb, (_forward + from) * 3, count * 3);
        }

        if (_backward >= 0)
        {
            Array.Copy(_wheel, (-(colour + count) & (Palette.Turn - 1)) * 3, Grb, (_backward - from - count + 1) * 3, count * 3);
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
        byte[] wheel = _wheel;
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

    /// <summary>A soft light: brightest at <paramref name="centre"/>, dark <paramref name="size"/> pixels away on either side.</summary>
    /// <param name="centre">Where; may lie outside.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="size">0–<see cref="Palette.GlowRadius"/>; a small one is darker too.</param>
    public void Light(int centre, int colour, int size)
    {
        if (size >= Palette.GlowRadius)
        {
            Whole(centre - Palette.GlowRadius, GlowOf(colour));
            return;
        }

        if (centre < size || centre + size > Length)
        {
            CutOff(centre, GlowOf(colour), size);
            return;
        }

        if (size <= 0)
        {
            return;
        }

        // Within the canvas: the rise of the glow and, without the brightest pixels between, its fall. GlowOf without the call.
        int place = colour & (Palette.Turn - 1);
        int rise = (place < Palette.Size ? place : Palette.Turn - 1 - place) / (Palette.Size / Palette.GlowColours) * (GlowPixels * 3);
        byte[] glows = _glows;
        byte[] grb = Grb;
        int bytes = size * 3;
        int to = (_forward >= 0 ? _forward + centre : _backward - centre + 1) * 3;
        Array.Copy(glows, rise, grb, to - bytes, bytes);
        Array.Copy(glows, rise + (GlowPixels * 3) - bytes, grb, to, bytes);
        if (_isTwice)
        {
            // It is symmetric, so the copy that runs backwards is the same.
            Array.Copy(grb, to - bytes, grb, ((_backward - centre + 1) * 3) - bytes, bytes + bytes);
        }
    }

    /// <summary>A light that leaves a tail towards the start.</summary>
    /// <param name="head">The bright end.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="size">Pixels, 1–<see cref="Palette.GlowRadius"/>; the end of the tail is cut off when less.</param>
    public void TailBehind(int head, int colour, int size) =>
        Copy(head - size + 1, size, GlowOf(colour), Palette.GlowRadius - size);

    /// <summary>A light that leaves a tail towards the end.</summary>
    /// <inheritdoc cref="TailBehind" path="/param"/>
    public void TailAhead(int head, int colour, int size) => Copy(head, size, GlowOf(colour), Palette.GlowRadius);

    /// <summary>Rows of pixels next to each other, each a short run that starts with its own colour; 0 leaves one as it is.</summary>
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
        byte[] wheel = _wheel;
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

    private void MakeRoom(int pixels)
    {
        Grb = new byte[pixels * 3];
        Notes = new byte[pixels * 2];
    }

    // Most are within the canvas: without the looks at its ends.
    private void Whole(int from, int glow)
    {
        if (from < 0 || from + GlowPixels > Length || _isTwice)
        {
            Copy(from, GlowPixels, glow, 0);
            return;
        }

        int to = _forward >= 0 ? _forward + from : _backward - from - GlowPixels + 1;
        Array.Copy(_glows, glow * 3, Grb, to * 3, GlowPixels * 3);
    }

    // A soft light that reaches over an end of the canvas: of one whose centre lies outside, one half is not seen.
    private void CutOff(int centre, int glow, int size)
    {
        if (centre > 0)
        {
            Copy(centre - size, size, glow, 0);
        }

        if (centre < Length)
        {
            Copy(centre, size, glow, GlowPixels - size);
        }
    }

    // Pixels of a glow; backwards they are another piece of the same glow, which is symmetric.
    private void Copy(int from, int count, int glow, int first)
    {
        if (from < 0)
        {
            count += from;
            first -= from;
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

        if (_forward >= 0)
        {
            Array.Copy(_glows, (glow + first) * 3, Grb, (_forward + from) * 3, count * 3);
        }

        if (_backward >= 0)
        {
            Array.Copy(_glows, (glow + GlowPixels - first - count) * 3, Grb, (_backward - from - count + 1) * 3, count * 3);
        }
    }

    // Past the palette's end the colours come back.
    private static int GlowOf(int colour)
    {
        int place = colour & (Palette.Turn - 1);
        return (place < Palette.Size ? place : Palette.Turn - 1 - place) / (Palette.Size / Palette.GlowColours) * GlowPixels;
    }
}
