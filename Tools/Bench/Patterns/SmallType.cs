namespace NanoFirmware.Bench.Patterns;

/// <summary>Letters of three by five points, to write names under pictures.</summary>
internal static class SmallType
{
    internal const int Height = 5;
    private const int Width = 3;

    // Five rows of three points a letter, a to z.
    private static readonly string[] Letters =
    [
        "010101111101101", "110101110101110", "011100100100011", "110101101101110", "111100110100111", "111100110100100",
        "011100101101011",
        "101101111101101", "111010010010111", "001001001101010", "101101110101101", "100100100100111", "101111111101101",
        "110101101101101",
        "010101101101010", "110101110100100", "010101101110011", "110101110101101", "011100010001110", "111010010010010",
        "101101101101111",
        "101101101101010", "101101111111101", "101101010101101", "101101010010010", "111001010100111",
    ];

    /// <summary>
    /// Writes lower-case letters and dashes into a picture of RGB, top left at x, y, each point <paramref name="size"/> pixels
    /// wide.
    /// </summary>
    internal static void Write(byte[] rgb, int pictureWidth, int x, int y, string text, int size, byte grey)
    {
        foreach (char letter in text)
        {
            for (int point = 0; point < Width * Height; point++)
            {
                bool isSet = letter == '-' ? point is >= 6 and <= 8 : letter is >= 'a' and <= 'z'
                    && Letters[letter - 'a'][point] == '1';
                if (isSet)
                {
                    Square(rgb, pictureWidth, x + (point % Width * size), y + (point / Width * size), size, grey);
                }
            }

            x += (Width + 1) * size;
        }
    }

    private static void Square(byte[] rgb, int pictureWidth, int x, int y, int size, byte grey)
    {
        for (int row = y; row < y + size; row++)
        {
            rgb.AsSpan(((row * pictureWidth) + x) * 3, size * 3).Fill(grey);
        }
    }
}
