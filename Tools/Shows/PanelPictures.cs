using System.Text;

namespace NanoFirmware.Shows;

/// <summary>
/// What all panels are to show, as indices into at most sixteen colours; told to the device as one update, which is one frame, of
/// those panels alone that changed.
/// </summary>
public sealed class PanelPictures
{
    private readonly string[] _colours;
    private readonly byte[] _now;
    private readonly byte[] _told;
    private bool _isTold;

    /// <param name="panels">How many.</param>
    /// <param name="size">Pixels of each, both ways.</param>
    /// <param name="colours">RRGGBB each.</param>
    public PanelPictures(int panels, int size, params string[] colours)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(colours.Length, 16);
        Panels = panels;
        Size = size;
        _colours = colours;
        _now = new byte[panels * size * size];
        _told = new byte[_now.Length];
    }

    /// <summary>How many panels there are.</summary>
    public int Panels { get; }

    /// <summary>Pixels of each, both ways.</summary>
    public int Size { get; }

    /// <summary>Columns of all of them, without gaps.</summary>
    public int Width => Panels * Size;

    /// <summary>Every pixel in the first colour.</summary>
    public void Clear() => Array.Clear(_now);

    /// <summary>Sets a pixel, where there is one.</summary>
    /// <param name="column">From the left, over all panels.</param>
    /// <param name="row">From the top.</param>
    /// <param name="colour">Its index.</param>
    public void Set(int column, int row, int colour)
    {
        if (column >= 0 && column < Width && row >= 0 && row < Size)
        {
            _now[(column / Size * Size * Size) + (row * Size) + (column % Size)] = (byte)colour;
        }
    }

    /// <summary>Draws a picture of rows of letters, where every letter but a blank is a pixel.</summary>
    public void Draw(int column, int row, string[] rows, int colour)
    {
        for (int y = 0; y < rows.Length; y++)
        {
            for (int x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x] != ' ')
                {
                    Set(column + x, row + y, colour);
                }
            }
        }
    }

    /// <summary>The body of a POST to /api/panels; null when nothing changed since the last one.</summary>
    public string? Body()
    {
        var updates = new List<string>();
        string colours = string.Join(',', _colours.Select(colour => $"\"{colour}\""));
        int pixels = Size * Size;
        for (int panel = 0; panel < Panels; panel++)
        {
            ReadOnlySpan<byte> now = _now.AsSpan(panel * pixels, pixels);
            if (_isTold && now.SequenceEqual(_told.AsSpan(panel * pixels, pixels)))
            {
                continue;
            }

            var digits = new StringBuilder(pixels);
            foreach (byte pixel in now)
            {
                digits.Append("0123456789ABCDEF"[pixel]);
            }

            updates.Add($$"""{"panels":[{{panel}}],"colours":[{{colours}}],"pixels":"{{digits}}"}""");
        }

        _now.CopyTo(_told, 0);
        _isTold = true;
        return updates.Count == 0 ? null : $$"""{"updates":[{{string.Join(',', updates)}}]}""";
    }
}
