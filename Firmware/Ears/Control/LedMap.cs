namespace NanoFirmware.Control;

/// <summary>
/// A free map of LEDs: for each place, row by row from the top left, the LED that hangs there. Never written to once it is
/// made.
/// </summary>
public sealed class LedMap
{
    /// <summary>No LED hangs there.</summary>
    public const int None = -1;

    /// <summary>Most places: three times what there may be of LEDs, as for panels with gaps.</summary>
    public const int MostPlaces = 3 * Board.MostLedsTogether;

    /// <param name="leds">For each place its LED, counted along the strips, or <see cref="None"/>; each LED once at most.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows; 1 for a line.</param>
    public LedMap(short[] leds, int width, int height)
    {
        Leds = leds;
        Width = width;
        Height = height;
        Last = None;
        for (int i = 0; i < leds.Length; i++)
        {
            Last = leds[i] > Last ? leds[i] : Last;
        }
    }

    /// <summary>The map of LEDs whose places are known, as <see cref="Places"/> has them.</summary>
    public static LedMap Of(short[] places, int width, int height)
    {
        short[] leds = Empty(width * height);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] >= 0)
            {
                leds[places[i]] = (short)i;
            }
        }

        return new LedMap(leds, width, height);
    }

    public readonly short[] Leds;

    public readonly int Width;

    public readonly int Height;

    /// <summary>The LED that is furthest along the strips.</summary>
    public readonly int Last;

    /// <summary>For each LED its place; −1 where it hangs nowhere.</summary>
    public short[] Places()
    {
        short[] places = Empty(Last + 1);
        for (int i = 0; i < Leds.Length; i++)
        {
            if (Leds[i] >= 0)
            {
                places[Leds[i]] = (short)i;
            }
        }

        return places;
    }

    /// <summary>Whether it is the same as another; null is none.</summary>
    public bool IsSame(LedMap other)
    {
        if (other == null || other.Width != Width || other.Height != Height)
        {
            return false;
        }

        for (int i = 0; i < Leds.Length; i++)
        {
            if (Leds[i] != other.Leds[i])
            {
                return false;
            }
        }

        return true;
    }

    private static short[] Empty(int count)
    {
        var empty = new short[count];
        for (int i = 0; i < count; i++)
        {
            empty[i] = None;
        }

        return empty;
    }
}
