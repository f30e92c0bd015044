namespace NanoFirmware.Control;

/// <content>What cannot hang so, as a sentence.</content>
public sealed partial class LayoutControls
{
    // Of a canvas with gaps: 12 panels of 8 × 8 with gaps of 16 are among them.
    private const int MostPixels = LedMap.MostPlaces;

    private string Conflict(int[] values, int[] leds)
    {
        if (values[KindIndex] == Line)
        {
            return null;
        }

        bool spans = values[SpanIndex] != 0;
        if (spans && (_index > 0 || leds.Length < 2 || leds[1] == 0))
        {
            return _index > 0 ? "span belongs to the layout of channel a" : "span needs a second strip";
        }

        int room = Room(leds, spans);
        if (values[KindIndex] == FreeMap)
        {
            return ConflictOfMap(room, spans);
        }

        if (values[KindIndex] == Panels)
        {
            return ConflictOfPanels(values, room, spans);
        }

        if (values[WidthIndex] * values[HeightIndex] <= room)
        {
            return null;
        }

        return "width times height must be at most " + room.ToString() + ", the LEDs of " + (spans ? "both strips" : "the strip");
    }

    private string ConflictOfPanels(int[] values, int room, bool spans)
    {
        if (values[PanelsIndex] * values[SizeIndex] * values[SizeIndex] > room)
        {
            return "panels times size times size must be at most " + room.ToString() + ", the LEDs of "
                + (spans ? "both strips" : "the strip");
        }

        return values[WidthIndex] <= Controls[WidthIndex].Max && values[WidthIndex] * values[HeightIndex] <= MostPixels
            ? null
            : "panels and gaps must be at most 768 columns, and 2304 pixels in all";
    }

    private string ConflictOfMap(int room, bool spans)
    {
        if (Map == null)
        {
            return "there is no map yet: PUT one to /api/channel/{a|b}/layout/map";
        }

        string strips = spans ? "both strips" : "the strip";
        return Map.Last < room
            ? null
            : "map: there is no LED " + Map.Last.ToString() + ", those of " + strips + " are 0 to " + (room - 1).ToString();
    }
}
