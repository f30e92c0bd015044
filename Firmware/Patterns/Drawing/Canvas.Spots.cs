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
    /// <param name="count">How many.</param>
    /// <param name="width">Pixels of each, 1 to 4.</param>
    /// <param name="colour">That of the first, as in <see cref="Fill"/>.</param>
    /// <param name="step">From the colour of one to that of the next.</param>
    /// <param name="fade">What is taken off the first's level afterwards.</param>
    /// <param name="sooner">How much more is taken off each next one's.</param>
    public void Spots(int[] places, int[] levels, int count, int width, int colour, int step, int fade, int sooner)
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
        for (int i = 0; i < count; i++, colour += step, fade += sooner)
        {
            int level = levels[i];
            if (level <= 0)
            {
                continue;
            }

            levels[i] = level > fade ? level - fade : 0;
            level >>= 8;
            if (level < glow)
            {
                level = glow;
            }

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

    /// <summary>The first byte of a run in the copy of the picture that is drawn first.</summary>
    internal int ByteOf(int from, int count) => _forward >= 0 ? (_forward + from) * 3 : TurnedByteOf(from, count);

    /// <summary>The same in the copy that runs backwards.</summary>
    internal int TurnedByteOf(int from, int count) => (_backward - from - count + 1) * 3;

    /// <summary>
    /// Draws specks over one colour, as <see cref="Fill"/> would one by one, and adds them up: those that may cover others by
    /// what they cover.
    /// </summary>
    /// <param name="specks">Which, of a pixel or two.</param>
    /// <param name="fade">What is taken off the first's level afterwards.</param>
    /// <param name="sooner">How much more is taken off each next one's.</param>
    internal void Draw(Specks specks, int fade, int sooner)
    {
        byte[] grb = Grb;
        int[] levels = specks.Levels;
        int[] offsets = specks.Offsets;
        long[] inks = specks.Inks;
        int glow = Glow;
        int width = specks.Width;
        int turned = (_forward + _backward - width + 1) * 3;
        bool isTwice = _isTwice;
        long dark = specks.Dark;
        long sum = 0;
        long touched = 0;
        for (int i = 0; i < specks.Count; i++, fade += sooner)
        {
            int level = levels[i];
            if (level <= 0)
            {
                continue;
            }

            levels[i] = level > fade ? level - fade : 0;
            level >>= 8;
            if (level < glow)
            {
                level = glow;
            }

            long light = ((inks[i] * (((level * (level + 1)) >> 8) + 1)) >> 8) & Ink.Bytes;
            int at = offsets[i];
            if (at < 0)
            {
                if (at == Specks.Cut)
                {
                    touched += Touch(specks.Places[i], width, light);
                    continue;
                }

                at = ~at;
                for (int below = at + (width * 3) - 3; below >= at; below -= 3)
                {
                    touched -= ((long)grb[below] << Ink.First) | ((long)grb[below + 1] << Ink.Second) | grb[below + 2];
                }

                sum += dark;
            }

            sum += light - dark;
            byte first = (byte)(light >> Ink.First);
            byte second = (byte)(light >> Ink.Second);
            byte third = (byte)light;
            grb[at] = first;
            grb[at + 1] = second;
            grb[at + 2] = third;
            if (width > 1)
            {
                grb[at + 3] = first;
                grb[at + 4] = second;
                grb[at + 5] = third;
            }

            if (isTwice)
            {
                Array.Copy(grb, at, grb, turned - at, width * 3);
            }
        }

        Tell((sum * width) + touched + (dark * Length));
    }

    /// <summary>The same where something lies over the picture: what is seen of each is looked at pixel by pixel.</summary>
    internal void DrawBelow(Specks specks, int fade, int sooner)
    {
        int[] levels = specks.Levels;
        long sum = specks.Dark * Seen[_pixels];
        for (int i = 0; i < specks.Count; i++, fade += sooner)
        {
            int level = levels[i];
            if (level > 0)
            {
                levels[i] = level > fade ? level - fade : 0;
                level >>= 8;
                level = level < Glow ? Glow : level;
                long light = ((specks.Inks[i] * Palette.Scale(level)) >> 8) & Ink.Bytes;
                sum += Touch(specks.Places[i], specks.Width, light);
            }
        }

        Tell(sum);
    }

    // A run within the canvas or cut off at its ends, pixel by pixel; what its seen pixels add to the picture.
    private long Touch(int from, int count, long light)
    {
        byte[] grb = Grb;
        ushort[] seen = Seen;
        byte first = (byte)(light >> Ink.First);
        byte second = (byte)(light >> Ink.Second);
        byte third = (byte)light;
        int end = from + count < Length ? from + count : Length;
        long added = 0;
        for (int pixel = from < 0 ? 0 : from; pixel < end; pixel++)
        {
            int at = _forward >= 0 ? _forward + pixel : _backward - pixel;
            int weight = seen == null ? 1 : seen[at + 1] - seen[at];
            at *= 3;
            long before = ((long)grb[at] << Ink.First) | ((long)grb[at + 1] << Ink.Second) | grb[at + 2];
            grb[at] = first;
            grb[at + 1] = second;
            grb[at + 2] = third;
            if (_isTwice)
            {
                at = _backward - pixel;
                weight += seen == null ? 0 : seen[at + 1] - seen[at];
                at *= 3;
                grb[at] = first;
                grb[at + 1] = second;
                grb[at + 2] = third;
            }

            added += (light - before) * weight;
        }

        return added;
    }
}
