namespace NanoFirmware.Rendering;

/// <summary>The palettes that can be chosen: the table, and after it the channel's own.</summary>
internal static class PaletteCatalog
{
    /// <summary>Name of the palette that each channel has for itself (<see cref="CustomPalette"/>).</summary>
    public const string Custom = "custom";

    private static string[] _names;

    /// <summary>Names by index, as the REST API gives them; one array for all who ask.</summary>
    public static string[] Names()
    {
        if (_names == null)
        {
            string[] table = PaletteKeys.Names;
            var names = new string[table.Length + 1];
            for (int i = 0; i < table.Length; i++)
            {
                names[i] = table[i];
            }

            names[table.Length] = Custom;
            _names = names;
        }

        return _names;
    }

    /// <summary>Index of the first of a palette's <see cref="Palette.KeyBytes"/> in <see cref="PaletteKeys.Rgb"/>.</summary>
    public static int KeysAt(int index) => index * Palette.KeyBytes;

    /// <summary>True for the channel's own palette.</summary>
    public static bool IsCustom(int index) => index == PaletteKeys.Names.Length;
}
