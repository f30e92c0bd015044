namespace NanoFirmware.Rendering;

/// <summary>The palettes that can be chosen, as gradients of a few colours.</summary>
internal static class PaletteCatalog
{
    // Each row: position 0–255, red, green, blue; the first stop lies at 0 and the last at 255.
    private static readonly byte[] Rainbow = { 0, 255, 0, 0, 43, 255, 255, 0, 85, 0, 255, 0, 128, 0, 255, 255, 170, 0, 0, 255, 213, 255, 0, 255, 255, 255, 0, 32 };
    private static readonly byte[] Fire = { 0, 60, 0, 0, 80, 255, 20, 0, 160, 255, 130, 0, 225, 255, 220, 60, 255, 255, 255, 200 };
    private static readonly byte[] Ocean = { 0, 0, 10, 80, 90, 0, 70, 190, 170, 0, 190, 200, 255, 190, 255, 235 };
    private static readonly byte[] Forest = { 0, 0, 60, 10, 100, 20, 160, 20, 180, 160, 210, 30, 255, 245, 240, 110 };
    private static readonly byte[] Sunset = { 0, 70, 0, 130, 80, 210, 0, 120, 160, 255, 70, 40, 255, 255, 190, 40 };
    private static readonly byte[] Ice = { 0, 20, 30, 160, 110, 60, 150, 255, 200, 180, 235, 255, 255, 255, 255, 255 };
    private static readonly byte[] Neon = { 0, 255, 0, 110, 90, 130, 0, 255, 170, 0, 130, 255, 255, 0, 255, 180 };
    private static readonly byte[] WarmWhite = { 0, 255, 120, 30, 140, 255, 190, 110, 255, 255, 236, 205 };

    private static readonly byte[][] Gradients = { Rainbow, Fire, Ocean, Forest, Sunset, Ice, Neon, WarmWhite };

    /// <summary>Names by index, as the REST API gives them.</summary>
    public static readonly string[] Names = { "rainbow", "fire", "ocean", "forest", "sunset", "ice", "neon", "warm-white" };

    private static readonly byte[][] Expanded = ExpandAll();

    /// <summary>The 256 × 3 bytes of a palette: red, green, blue.</summary>
    public static byte[] Colours(int index) => Expanded[index];

    private static byte[][] ExpandAll()
    {
        var all = new byte[Gradients.Length][];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = Expand(Gradients[i]);
        }

        return all;
    }

    private static byte[] Expand(byte[] stops)
    {
        var colours = new byte[Palette.Size * 3];
        for (int stop = 0; stop + 4 < stops.Length; stop += 4)
        {
            int from = stops[stop];
            int span = stops[stop + 4] - from;
            for (int i = 0; i <= span; i++)
            {
                for (int part = 0; part < 3; part++)
                {
                    int start = stops[stop + 1 + part];
                    int end = stops[stop + 5 + part];
                    colours[((from + i) * 3) + part] = (byte)(start + ((end - start) * i / span));
                }
            }
        }

        return colours;
    }
}
