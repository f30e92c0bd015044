using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// Short runs of equal width that stay where they are for a while, each in its colour and as bright as it is, over a canvas that
/// is dark or in one colour. Where they lie is reckoned when they move, and what they add up to while they are drawn.
/// </summary>
public sealed class Specks
{
    /// <summary>A place of one that is not drawn as a whole.</summary>
    internal const int Cut = int.MinValue;

    private const int Cells = 64;
    private const int MostWidth = 2;

    private readonly Ground _ground = new Ground();
    private int _colour;
    private int _step;
    private int _version = -1;
    private bool _areMoved;

    /// <param name="most">How many there are at most.</param>
    public Specks(int most)
    {
        Places = new int[most];
        Levels = new int[most];
        Inks = new long[most];
        Offsets = new int[most];
        Count = most;
    }

    /// <summary>First pixel of each; what leaves the canvas is cut off.</summary>
    public readonly int[] Places;

    /// <summary>How bright each is, in 256ths of what <see cref="Canvas.Fill"/> takes; one that is 0 is not drawn.</summary>
    public readonly int[] Levels;

    /// <summary>How many are drawn, the first of them.</summary>
    public int Count;

    /// <summary>Pixels of each, 1 to 4.</summary>
    internal int Width;

    /// <summary>Their colours in full brightness.</summary>
    internal readonly long[] Inks;

    /// <summary>
    /// The first byte of each in the canvas's memory, the complement of it where it may cover another one, or <see cref="Cut"/>.
    /// </summary>
    internal readonly int[] Offsets;

    /// <summary>What lies between them.</summary>
    internal long Dark;

    /// <summary>All of them dark, on a canvas that is laid out anew.</summary>
    public void Reset()
    {
        Array.Clear(Levels, 0, Levels.Length);
        _areMoved = true;
    }

    /// <summary>Some have been given other places.</summary>
    public void Move() => _areMoved = true;

    /// <summary>Gives them their colours.</summary>
    /// <param name="colour">That of the first, as in <see cref="Canvas.Fill"/>.</param>
    /// <param name="step">From the colour of one to that of the next.</param>
    public void Dye(int colour, int step)
    {
        _colour = colour;
        _step = step;
        _version = -1;
    }

    private void DyeAll(Palette palette)
    {
        int colour = _colour;
        int step = _step;
        _version = palette.Version;
        byte[] wheel = palette.Wheel;
        long[] inks = Inks;
        for (int i = 0; i < inks.Length; i++, colour += step)
        {
            int at = (colour & (Palette.Turn - 1)) * 3;
            inks[i] = ((long)wheel[at] << Ink.First) | ((long)wheel[at + 1] << Ink.Second) | wheel[at + 2];
        }
    }

    /// <summary>Draws a frame, added up as its bytes would be.</summary>
    /// <param name="canvas">Where; all of it.</param>
    /// <param name="width">Pixels of each, 1 to 4.</param>
    /// <param name="night">How bright it is between them in the palette's first colour; 0 for as dark as can be.</param>
    /// <param name="fade">What is taken off the first's level afterwards.</param>
    /// <param name="sooner">How much more is taken off each next one's.</param>
    public void Draw(Canvas canvas, int width, int night, int fade, int sooner)
    {
        if (night > 0 || canvas.Glow > 0)
        {
            canvas.Cover(_ground, night > 0 ? 0 : Palette.Size / 2, night);
            Dark = Ink.Of(_ground.Bytes, 0);
        }
        else
        {
            canvas.Clear();
            Dark = 0;
        }

        // Of wide ones more lie over others than a look at the frame is worth.
        if (!canvas.IsWorthAddingUp || width > MostWidth)
        {
            canvas.Spots(Places, Levels, Count, width, _colour, _step, fade, sooner);
            return;
        }

        Palette palette = canvas.Palette;
        if (palette.Version != _version)
        {
            DyeAll(palette);
        }

        if (_areMoved || width != Width)
        {
            _areMoved = false;
            Width = width;
            Place(canvas);
        }

        if (canvas.Seen == null)
        {
            canvas.Draw(this, fade, sooner);
        }
        else
        {
            canvas.DrawBelow(this, fade, sooner);
        }
    }

    // Which may cover others is told to some pixels: a canvas in 64 cells is one number.
    private void Place(Canvas canvas)
    {
        int[] places = Places;
        int[] offsets = Offsets;
        int width = Width;
        int last = canvas.Length - width;
        int first = canvas.ByteOf(0, width);
        int pace = canvas.ByteOf(1, width) - first;
        int shift = 2;
        while (last >> shift >= Cells)
        {
            shift++;
        }

        int reach = width - 1;
        long taken = 0;
        for (int i = 0; i < places.Length; i++)
        {
            int place = places[i];
            int at = Cut;
            if (place <= last)
            {
                at = first + (place * pace);
            }

            // One that is cut off lies at the end, in the last cell or the one before.
            long cells = (1L << (place >> shift)) | (1L << ((place + reach) >> shift));
            offsets[i] = (taken & cells) == 0 || at == Cut ? at : ~at;
            taken |= cells;
        }
    }
}
