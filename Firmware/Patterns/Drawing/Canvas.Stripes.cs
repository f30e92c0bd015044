using System;

namespace NanoFirmware.Rendering;

// Stripes: runs at equal distances, and runs that are shown again and again.
public sealed partial class Canvas
{
    // The pixels that a stripe begins with.
    private const int LeastStripe = 4;

    /// <summary>
    /// Runs of equal width at equal distances to the end, as <see cref="Fill"/> would draw them one by one, for two thirds of the
    /// time; none reaches into the next.
    /// </summary>
    /// <param name="from">First pixel of the first; what leaves the canvas is cut off.</param>
    /// <param name="pitch">From one to the next.</param>
    /// <param name="width">Pixels of each, up to 64.</param>
    /// <param name="colour">That of the first, as in <see cref="Fill"/>.</param>
    /// <param name="step">From the colour of one to that of the next.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    public void Stripes(int from, int pitch, int width, int colour, int step, int level)
    {
        int length = Length;
        int last = length - width;
        for (; from < 0 || (width < LeastStripe && from < length); from += pitch, colour += step)
        {
            FillWithin(from, width, colour, level);
        }

        int whole = from <= last ? ((last - from) / pitch) + 1 : 0;
        WholeStripes(from, pitch, width, colour, step, level < Glow ? Glow : level, whole);
        from += whole * pitch;
        if (from < length)
        {
            FillWithin(from, width, colour + (whole * step), level);
        }
    }

    // Those which lie within the canvas.
    private void WholeStripes(int from, int pitch, int width, int colour, int step, int level, int count)
    {
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        ushort[] seen = Seen;
        bool isTwice = _isTwice;
        int scale = ((level * (level + 1)) >> 8) + 1;
        int bytes = width * 3;
        int backward = _backward - width + 1;
        int first = _forward >= 0 ? _forward : backward;
        int pace = _forward >= 0 ? 1 : -1;

        // Four pixels, and as many again behind them until all are there: how many come last is the same for each.
        int second = bytes < FirstBytes * 2 ? bytes - FirstBytes : FirstBytes;
        int third = bytes < FirstBytes * 4 ? bytes - (FirstBytes * 2) : FirstBytes * 2;
        int fourth = bytes < FirstBytes * 8 ? bytes - (FirstBytes * 4) : FirstBytes * 4;
        int greens = 0;
        int reds = 0;
        int blues = 0;
        for (int i = 0; i < count; i++, from += pitch, colour += step)
        {
            int ink = (colour & (Palette.Turn - 1)) * 3;
            byte green = (byte)((wheel[ink] * scale) >> 8);
            byte red = (byte)((wheel[ink + 1] * scale) >> 8);
            byte blue = (byte)((wheel[ink + 2] * scale) >> 8);
            int at = first + (from * pace);
            int pixels = seen == null ? width : seen[at + width] - seen[at];
            if (isTwice && seen != null)
            {
                pixels += seen[backward - from + width] - seen[backward - from];
            }

            greens += green * pixels;
            reds += red * pixels;
            blues += blue * pixels;
            at *= 3;
            grb[at] = green;
            grb[at + 1] = red;
            grb[at + 2] = blue;
            grb[at + 3] = green;
            grb[at + 4] = red;
            grb[at + 5] = blue;
            grb[at + 6] = green;
            grb[at + 7] = red;
            grb[at + 8] = blue;
            grb[at + 9] = green;
            grb[at + 10] = red;
            grb[at + 11] = blue;
            if (second > 0)
            {
                Array.Copy(grb, at, grb, at + FirstBytes, second);
                if (third > 0)
                {
                    Array.Copy(grb, at, grb, at + (FirstBytes * 2), third);
                    if (fourth > 0)
                    {
                        Array.Copy(grb, at, grb, at + (FirstBytes * 4), fourth);
                        if (bytes > FirstBytes * 8)
                        {
                            Array.Copy(grb, at, grb, at + (FirstBytes * 8), bytes - (FirstBytes * 8));
                        }
                    }
                }
            }

            if (isTwice)
            {
                Array.Copy(grb, at, grb, (backward - from) * 3, bytes);
            }
        }

        Sums.Add(greens, reds, blues);
    }

    /// <summary>
    /// A run of what <see cref="Repeat"/> is going to show again and again, as <see cref="Fill"/> would draw it, added up as
    /// often as it is shown.
    /// </summary>
    /// <param name="from">First pixel.</param>
    /// <param name="count">Pixels; what lies outside of the first period is cut off.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    /// <param name="period">As in <see cref="Repeat"/>; where it is longer than the canvas nothing is shown again.</param>
    public void FillAgain(int from, int count, int colour, int level, int period)
    {
        int length = Length;
        int most = period < length ? period : length;
        int start = from < 0 ? 0 : from;
        int end = from + count < most ? from + count : most;
        count = end - start;
        if (count <= 0)
        {
            return;
        }

        bool addsUp = AddsUp;
        AddsUp = false;
        Fill(start, count, colour, level);
        AddsUp = addsUp;
        if (!addsUp)
        {
            return;
        }

        int pixels = 0;
        if (Seen == null)
        {
            int rest = (length % period) - start;
            rest = rest < count ? rest : count;
            pixels = (count * (length / period)) + (rest > 0 ? rest : 0);
        }

        for (int at = start; at < length && Seen != null; at += period)
        {
            pixels += SeenOf(at, at + count < length ? count : length - at);
        }

        byte[] grb = Grb;
        FrameSums sums = Sums;
        int place = (_forward >= 0 ? _forward + start : _backward - start) * 3;
        sums.Green += grb[place] * pixels;
        sums.Red += grb[place + 1] * pixels;
        sums.Blue += grb[place + 2] * pixels;
    }

    private int SeenOf(int from, int count)
    {
        ushort[] seen = Seen;
        int pixels = 0;
        if (_forward >= 0)
        {
            int at = _forward + from;
            pixels = seen[at + count] - seen[at];
        }

        if (_backward >= 0)
        {
            int behind = _backward - from + 1;
            pixels += seen[behind] - seen[behind - count];
        }

        return pixels;
    }
}
