namespace NanoFirmware.Rendering;

/// <summary>The palettes that can be chosen: the table, and after it the channel's own (<see cref="CustomPalette"/>).</summary>
internal static class PaletteCatalog
{
    private const int Digits = Palette.KeyBytes * 2;

    /// <summary>Names by index, as the REST API gives them; the last is the channel's own.</summary>
    public static string[] Names() => PaletteKeys.Names;

    /// <summary>True for the channel's own palette.</summary>
    public static bool IsCustom(int index) => index == PaletteKeys.Names.Length - 1;

    /// <summary>Writes the <see cref="Palette.KeyBytes"/> of a palette of the table into <paramref name="keys"/>; allocates nothing.</summary>
    /// <param name="index">Which one; not the channel's own.</param>
    /// <param name="keys">Red, green, blue of each key.</param>
    public static void Read(int index, byte[] keys)
    {
        // The table is a text, since texts stay in flash where arrays are copied into memory.
        string table = PaletteKeys.Rgb;
        for (int i = 0; i < keys.Length; i++)
        {
            int at = (index * Digits) + (i * 2);
            keys[i] = (byte)((Digit(table[at]) << 4) + Digit(table[at + 1]));
        }
    }

    private static int Digit(char c) => c <= '9' ? c - '0' : c - 'A' + 10;
}
