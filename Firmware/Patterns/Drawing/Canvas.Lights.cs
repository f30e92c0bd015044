using System;

namespace NanoFirmware.Rendering;

// Soft lights and tails, copied from the palette's glows.
public sealed partial class Canvas
{
    private const int GlowPixels = Palette.GlowRadius * 2;
    private const int GlowBytes = GlowPixels * 3;

    /// <summary>
    /// A soft light: brightest at <paramref name="centre"/>, dark <paramref name="size"/> pixels away on either side.
    /// </summary>
    /// <param name="centre">Where; may lie outside.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="size">0–<see cref="Palette.GlowRadius"/>; a small one is darker too.</param>
    public void Light(int centre, int colour, int size)
    {
        // GlowOf without the call.
        int place = colour & (Palette.Turn - 1);
        if (place >= Palette.Size)
        {
            place = Palette.Turn - 1 - place;
        }

        int rise = place / (Palette.Size / Palette.GlowColours) * GlowBytes;
        if (size >= Palette.GlowRadius)
        {
            Whole(centre - Palette.GlowRadius, rise);
            return;
        }

        if (centre < size || centre + size > Length)
        {
            CutOff(centre, rise, size);
            return;
        }

        if (size <= 0)
        {
            return;
        }

        // Within the canvas: the rise of the glow and, without the brightest pixels between, its fall.
        byte[] glows = _glows;
        byte[] grb = Grb;
        int bytes = size * 3;
        int to = (_forward >= 0 ? _forward + centre : _backward - centre + 1) * 3;
        Array.Copy(glows, rise, grb, to - bytes, bytes);
        Array.Copy(glows, rise + GlowBytes - bytes, grb, to, bytes);
        if (_isTwice)
        {
            // It is symmetric, so the copy that runs backwards is the same.
            Array.Copy(grb, to - bytes, grb, ((_backward - centre + 1) * 3) - bytes, bytes + bytes);
        }
    }

    /// <summary>A soft light and a smaller one upon it, as two calls of <see cref="Light"/> would draw them.</summary>
    /// <param name="centre">Of both.</param>
    /// <param name="colour">That of the greater one.</param>
    /// <param name="size">As in <see cref="Light"/>.</param>
    /// <param name="inner">The colour of the smaller one.</param>
    /// <param name="innerSize">At most as much as the other's.</param>
    public void LightUpon(int centre, int colour, int size, int inner, int innerSize)
    {
        if (innerSize <= 0 || centre < size || centre + size > Length)
        {
            Light(centre, colour, size);
            Light(centre, inner, innerSize);
            return;
        }

        byte[] glows = _glows;
        byte[] grb = Grb;
        int glow = GlowOf(colour);
        int bytes = size * 3;
        int to = (_forward >= 0 ? _forward + centre : _backward - centre + 1) * 3;
        if (size == Palette.GlowRadius)
        {
            Array.Copy(glows, glow, grb, to - bytes, bytes + bytes);
        }
        else
        {
            Array.Copy(glows, glow, grb, to - bytes, bytes);
            Array.Copy(glows, glow + GlowBytes - bytes, grb, to, bytes);
        }

        int innerBytes = innerSize * 3;
        glow = GlowOf(inner);
        Array.Copy(glows, glow, grb, to - innerBytes, innerBytes);
        Array.Copy(glows, glow + GlowBytes - innerBytes, grb, to, innerBytes);
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

    // Most are within the canvas: without the looks at its ends.
    private void Whole(int from, int glow)
    {
        if (from < 0 || from + GlowPixels > Length || _isTwice)
        {
            Copy(from, GlowPixels, glow, 0);
            return;
        }

        int to = _forward >= 0 ? _forward + from : _backward - from - GlowPixels + 1;
        Array.Copy(_glows, glow, Grb, to * 3, GlowBytes);
    }

    // A soft light that reaches over an end of the canvas: of one whose centre lies outside, one half is not seen. It is
    // symmetric, so a canvas that runs backwards is one that runs forwards with the light's place counted from the other end.
    private void CutOff(int centre, int glow, int size)
    {
        int length = Length;
        if (_isTwice || length < GlowPixels)
        {
            CutOffTwice(centre, glow, size);
            return;
        }

        int origin = _forward;
        if (origin < 0)
        {
            origin = _backward - length + 1;
            centre = length - centre;
        }

        int to = (origin + centre) * 3;
        int bytes = size * 3;
        if (centre >= size)
        {
            int behind = (length - centre) * 3;
            if (behind > 0)
            {
                Array.Copy(_glows, glow, Grb, to - bytes, bytes);
                Array.Copy(_glows, glow + GlowBytes - bytes, Grb, to, behind);
            }
            else if (behind + bytes > 0)
            {
                Array.Copy(_glows, glow, Grb, to - bytes, bytes + behind);
            }

            return;
        }

        int before = centre * 3;
        if (before > 0)
        {
            Array.Copy(_glows, glow + bytes - before, Grb, to - before, before);
            Array.Copy(_glows, glow + GlowBytes - bytes, Grb, to, bytes);
        }
        else if (before + bytes > 0)
        {
            Array.Copy(_glows, glow + GlowBytes - bytes - before, Grb, to - before, bytes + before);
        }
    }

    // The same in both copies, or where it reaches over both ends.
    private void CutOffTwice(int centre, int glow, int size)
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
            Array.Copy(_glows, glow + (first * 3), Grb, (_forward + from) * 3, count * 3);
        }

        if (_backward >= 0)
        {
            first += count;
            Array.Copy(_glows, glow + GlowBytes - (first * 3), Grb, (_backward - from - count + 1) * 3, count * 3);
        }
    }

    // The first byte of a colour's glow: past the palette's end the colours come back.
    private static int GlowOf(int colour)
    {
        int place = colour & (Palette.Turn - 1);
        return (place < Palette.Size ? place : Palette.Turn - 1 - place) / (Palette.Size / Palette.GlowColours) * GlowBytes;
    }
}
