namespace NanoFirmware.Layout;

/// <summary>Square panels side by side with a gap between two, on one strip that runs from panel to panel.</summary>
internal static class PanelLayout
{
    /// <summary>Columns of the grid that they are windows of: what lies in a gap is drawn and not seen.</summary>
    public static int Width(int panels, int size, int gap) => (panels * (size + gap)) - gap;

    /// <summary>Where each pixel of the strip lies, in the strip's order: row × width + column, from the top left.</summary>
    /// <param name="panels">How many.</param>
    /// <param name="size">Pixels of each, both ways.</param>
    /// <param name="gap">Columns between two.</param>
    /// <param name="isFromRight">The first panel is the rightmost.</param>
    /// <param name="quarters">Quarter turns clockwise that each panel hangs turned by.</param>
    /// <param name="places">Where each pixel of one panel lies before it is turned; see <see cref="GridLayout.Places"/>.</param>
    public static short[] Places(int panels, int size, int gap, bool isFromRight, int quarters, short[] places)
    {
        int width = Width(panels, size, gap);
        var all = new short[panels * places.Length];
        for (int i = 0; i < all.Length; i++)
        {
            int panel = i / places.Length;
            int column = places[i % places.Length] % size;
            int row = places[i % places.Length] / size;
            for (int turn = 0; turn < quarters; turn++)
            {
                int left = column;
                column = size - 1 - row;
                row = left;
            }

            panel = isFromRight ? panels - 1 - panel : panel;
            all[i] = (short)((row * width) + (panel * (size + gap)) + column);
        }

        return all;
    }
}
