using System;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

// Rows and columns. Lines are rows, or columns where the strip runs along these: along them a run is one native copy, across them
// each pixel is stored by itself.
public sealed partial class Canvas
{
    private int[] _starts;
    private int[] _steps;

    /// <summary>What there is to tell; never null on a grid.</summary>
    public Notices Notices;

    /// <summary>Columns of a grid.</summary>
    public int Width;

    /// <summary>Rows of a grid.</summary>
    public int Height;

    /// <summary>Lines of a grid, from the top or from the left.</summary>
    public int Lines;

    /// <summary>Pixels of each, from the left or from the top.</summary>
    public int LineLength;

    /// <summary>Lines are columns.</summary>
    public bool IsByColumns;

    private void LayGrid(GridPlan plan)
    {
        Width = plan.Width;
        Height = plan.Height;
        IsByColumns = plan.IsByColumns;
        LineLength = plan.LineLength;
        Lines = plan.Starts.Length;
        _starts = plan.Starts;
        _steps = plan.Steps;
        LayPanels(plan);
    }

    /// <summary>Place in <see cref="Grb"/> of a pixel of a line.</summary>
    public int PlaceOf(int line, int along) => _starts[line] + (_steps[line] * along);

    /// <summary>One pixel; outside the grid nothing.</summary>
    /// <param name="column">From the left.</param>
    /// <param name="row">From the top.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    public void Plot(int column, int row, int colour, int level)
    {
        if (column < 0 || row < 0 || column >= Width || row >= Height)
        {
            return;
        }

        level = level < Glow ? Glow : level;
        byte[] grb = Grb;
        byte[] wheel = Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = ((level * (level + 1)) >> 8) + 1;
        int to = IsByColumns ? _starts[column] + (_steps[column] * row) : _starts[row] + (_steps[row] * column);
        to *= 3;
        grb[to] = (byte)((wheel[ink] * scale) >> 8);
        grb[to + 1] = (byte)((wheel[ink + 1] * scale) >> 8);
        grb[to + 2] = (byte)((wheel[ink + 2] * scale) >> 8);
    }

    /// <summary>A run along a line in one colour.</summary>
    /// <param name="line">Which one.</param>
    /// <param name="from">First pixel of it; the run lies within the line.</param>
    /// <param name="count">Pixels.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    public void FillAlong(int line, int from, int count, int colour, int level)
    {
        int start = _starts[line];
        Fill(_steps[line] > 0 ? start + from : start - from - count + 1, count, colour, level);
    }

    /// <summary>One pixel of a line, within it.</summary>
    /// <param name="line">Which one.</param>
    /// <param name="along">Which of its pixels, from its left or top end.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    public void PixelAlong(int line, int along, int colour, int level) =>
        Pixel(_starts[line] + (_steps[line] * along), colour, level);

    /// <summary>A block in one colour, cut off at the grid's edges.</summary>
    /// <param name="column">Its left.</param>
    /// <param name="row">Its top.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">As in <see cref="Fill"/>.</param>
    public void Block(int column, int row, int width, int height, int colour, int level)
    {
        int right = column + width < Width ? column + width : Width;
        int bottom = row + height < Height ? row + height : Height;
        column = column > 0 ? column : 0;
        row = row > 0 ? row : 0;
        int first = IsByColumns ? column : row;
        int end = IsByColumns ? right : bottom;
        int from = IsByColumns ? row : column;
        int count = IsByColumns ? bottom - row : right - column;
        for (int line = first; line < end && count > 0; line++)
        {
            FillAlong(line, from, count, colour, level);
        }
    }

    /// <summary>A whole line from a texture.</summary>
    /// <param name="line">Which one.</param>
    /// <param name="texture">Gives the colours.</param>
    /// <param name="first">Pixel of the texture that the line begins with; the texture goes on for ever.</param>
    public void Weave(int line, Texture texture, int first)
    {
        int count = LineLength;
        int start = _starts[line];
        int to = start;
        if (_steps[line] < 0)
        {
            // The texture is the same there and back, so a line backwards is another piece of it.
            first = -(first + count);
            to = start - count + 1;
        }

        byte[] woven = texture.Grb;
        while (count > 0)
        {
            int from = first & (Texture.Turn - 1);
            int run = count < Texture.LongestRun ? count : Texture.LongestRun;
            Array.Copy(woven, from * 3, Grb, to * 3, run * 3);
            first += run;
            to += run;
            count -= run;
        }
    }

    /// <summary>Moves all lines on by one pixel; the first of each keeps what it shows.</summary>
    public void ScrollLines()
    {
        byte[] grb = Grb;
        int[] starts = _starts;
        int[] steps = _steps;
        int count = LineLength - 1;
        int bytes = count * 3;
        for (int line = 0; line < starts.Length; line++)
        {
            int start = starts[line];
            if (steps[line] > 0)
            {
                Array.Copy(grb, start * 3, grb, (start + 1) * 3, bytes);
            }
            else
            {
                start = (start - count) * 3;
                Array.Copy(grb, start + 3, grb, start, bytes);
            }
        }
    }

    /// <summary>A pixel of a line in one of some shades.</summary>
    public void Touch(int line, int along, byte[] shades, int shade)
    {
        byte[] grb = Grb;
        int to = (_starts[line] + (_steps[line] * along)) * 3;
        int from = shade * 3;
        grb[to] = shades[from];
        grb[to + 1] = shades[from + 1];
        grb[to + 2] = shades[from + 2];
    }

    /// <summary>A whole row, each pixel in one of some shades.</summary>
    /// <param name="row">From the top.</param>
    /// <param name="numbers">The shade of each pixel, four times its number.</param>
    /// <param name="from">The first of them.</param>
    /// <param name="shades">The shades.</param>
    public void Row(int row, byte[] numbers, int from, byte[] shades)
    {
        byte[] grb = Grb;
        int[] starts = _starts;
        int[] steps = _steps;
        bool isByColumns = IsByColumns;
        int pace = isByColumns ? 0 : steps[row] * 3;
        int to = isByColumns ? 0 : starts[row] * 3;
        for (int column = 0; column < Width; column++)
        {
            if (isByColumns)
            {
                to = (starts[column] + (steps[column] * row)) * 3;
            }

            int shade = (numbers[from + column] >> 2) * 3;
            grb[to] = shades[shade];
            grb[to + 1] = shades[shade + 1];
            grb[to + 2] = shades[shade + 2];
            to += pace;
        }
    }

    /// <summary>Some rows of a bar, each in its own shade, or all in the first.</summary>
    /// <param name="column">The bar's left.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="from">First row, from the bottom.</param>
    /// <param name="to">The row behind the last.</param>
    /// <param name="shades">Gives the shades.</param>
    /// <param name="first">The shade of row 0.</param>
    /// <param name="step">1 from row to row, 0 for all alike.</param>
    public void Bar(int column, int width, int from, int to, byte[] shades, int first, int step)
    {
        byte[] grb = Grb;
        int[] starts = _starts;
        int[] steps = _steps;
        int bottom = Height - 1;
        for (int row = from; row < to; row++)
        {
            int shade = (first + (row * step)) * 3;
            byte green = shades[shade];
            byte red = shades[shade + 1];
            byte blue = shades[shade + 2];
            int line = bottom - row;
            for (int x = column; x < column + width; x++)
            {
                int at = (IsByColumns ? starts[x] + (steps[x] * line) : starts[line] + (steps[line] * x)) * 3;
                grb[at] = green;
                grb[at + 1] = red;
                grb[at + 2] = blue;
            }
        }
    }
}
