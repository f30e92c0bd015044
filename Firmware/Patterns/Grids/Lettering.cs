namespace NanoFirmware.Rendering.Grids;

/// <summary>Writes letters of the font on a canvas.</summary>
internal sealed class Lettering
{
    /// <summary>Columns from a letter to the next.</summary>
    public const int Pace = Font.Width + 1;

    private const int Leftmost = 1 << (Font.Width - 1);

    private readonly byte[] _rows;

    public Lettering()
    {
        string rows = Font.Rows;
        _rows = new byte[rows.Length];
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i] = (byte)(rows[i] - '0');
        }
    }

    /// <summary>Writes one, run by run, each of its points a square; what is outside the grid is cut off.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="letter">Its index in the font.</param>
    /// <param name="left">Its first column.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="size">Pixels of a point, each way.</param>
    /// <param name="colour">As in <see cref="Canvas.Fill"/>.</param>
    public void Write(Canvas canvas, int letter, int left, int top, int size, int colour)
    {
        byte[] rows = _rows;
        int at = letter * Font.Height;
        for (int row = 0; row < Font.Height; row++)
        {
            int bits = rows[at + row];
            int column = 0;
            while (bits != 0)
            {
                int count = 0;
                while ((bits & Leftmost) != 0)
                {
                    count++;
                    bits = (bits << 1) & ((Leftmost * 2) - 1);
                }

                if (count > 0)
                {
                    canvas.Block(left + (column * size), top + (row * size), count * size, size, colour, 255);
                }

                column += count + 1;
                bits = (bits << 1) & ((Leftmost * 2) - 1);
            }
        }
    }
}
