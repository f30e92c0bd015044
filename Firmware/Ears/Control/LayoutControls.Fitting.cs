namespace NanoFirmware.Control;

/// <content>Sizes that follow from others.</content>
public sealed partial class LayoutControls
{
    /// <summary>
    /// Panels are windows of a grid: its width and height follow from theirs, and from a map's; a grid that was never given both
    /// gets what is not told.
    /// </summary>
    protected override void Complete(int[] values, bool[] chosen)
    {
        bool isUntold = Values[WidthIndex] * Values[HeightIndex] == 1 && !(chosen[WidthIndex] && chosen[HeightIndex]);
        if (values[KindIndex] == Grid && isUntold)
        {
            Fit(values, chosen);
        }

        if (values[KindIndex] == FreeMap && Map != null)
        {
            values[WidthIndex] = Map.Width;
            values[HeightIndex] = Map.Height;
        }

        if (values[KindIndex] == Panels)
        {
            values[WidthIndex] = (values[PanelsIndex] * (values[SizeIndex] + values[GapIndex])) - values[GapIndex];
            values[HeightIndex] = values[SizeIndex];
        }
    }

    // LEDs that it may take.
    private int Room(int[] leds, bool spans)
    {
        int room = leds[_index];
        for (int i = 1; i < leds.Length && spans; i++)
        {
            room += leds[i];
        }

        return room;
    }

    // As near to a square as there are LEDs for; where one side is told, as far as it goes with that.
    private void Fit(int[] values, bool[] chosen)
    {
        int room = Room(_leds, values[SpanIndex] != 0);
        int side = 1;
        while (!chosen[WidthIndex] && !chosen[HeightIndex] && (side + 1) * (side + 1) <= room)
        {
            side++;
        }

        int height = chosen[HeightIndex] ? values[HeightIndex] : side;
        int width = chosen[WidthIndex] ? values[WidthIndex] : room / height;
        width = width > 1 ? width : 1;
        height = chosen[HeightIndex] ? height : room / width;
        values[WidthIndex] = width;
        values[HeightIndex] = height > 1 ? height : 1;
    }
}
