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

    /// <summary>
    /// Where each panel begins in the memory of a plan's canvas; null unless each is one piece, laid as the first.
    /// </summary>
    public static int[] Starts(GridPlan plan)
    {
        int size = plan.Height;
        var starts = new int[plan.Panels];
        for (int panel = 0; panel < starts.Length; panel++)
        {
            int first = panel * plan.Pitch;
            int from = plan.Whole.Pixels;
            int end = 0;
            for (int column = 0; column < size; column++)
            {
                if (!plan.IsByColumns || !IsAlike(plan, column, first + column, plan.Starts[first] - plan.Starts[0]))
                {
                    return null;
                }

                int start = plan.Starts[first + column] - (plan.Steps[first + column] > 0 ? 0 : size - 1);
                from = start < from ? start : from;
                end = start + size > end ? start + size : end;
            }

            if (end - from != size * size)
            {
                return null;
            }

            starts[panel] = from;
        }

        return starts;
    }

    private static bool IsAlike(GridPlan plan, int one, int other, int apart) =>
        plan.Steps[one] == plan.Steps[other] && plan.Starts[one] + apart == plan.Starts[other];
}
