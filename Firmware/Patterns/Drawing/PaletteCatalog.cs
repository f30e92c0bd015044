namespace NanoFirmware.Rendering;

/// <summary>The palettes that can be chosen: the table, and after it the channel's own (<see cref="CustomPalette"/>).</summary>
internal static class PaletteCatalog
{
    /// <summary>Bytes that <see cref="Read"/> needs to work in: two digits for each byte of the keys.</summary>
    public const int ReadBytes = Palette.KeyBytes * 2;

    // Read once: a constant makes an object each time, and palettes are taken over in frames.
    private static readonly string Digits = PaletteKeys.Rgb;

    /// <summary>Names by index, as the REST API gives them; the last is the channel's own.</summary>
    public static string[] Names() => PaletteKeys.Names;

    /// <summary>Index of the channel's own palette.</summary>
    public static int Custom => PaletteKeys.Names.Length - 1;

    /// <summary>True for the channel's own palette.</summary>
    public static bool IsCustom(int index) => index == PaletteKeys.Names.Length - 1;

    /// <summary>Writes a palette of the table into <paramref name="keys"/>; allocates nothing.</summary>
    /// <param name="index">Which one; not the channel's own.</param>
    /// <param name="keys">At least <see cref="ReadBytes"/>; the first <see cref="Palette.KeyBytes"/> become red, green, blue of
    /// each key.</param>
    public static void Read(int index, byte[] keys)
    {
        // The table is a text, since texts stay in flash where arrays are copied into memory; one native call fetches the digits,
        // and they are put together where they lie.
        TextCode.Utf8.GetBytes(Digits, index * ReadBytes, ReadBytes, keys, 0);
        for (int i = 0, at = 0; i < Palette.KeyBytes; i++, at += 2)
        {
            int high = keys[at];
            int low = keys[at + 1];
            keys[i] = (byte)(((high <= '9' ? high - '0' : high - 'A' + 10) << 4) + (low <= '9' ? low - '0' : low - 'A' + 10));
        }
    }
}
