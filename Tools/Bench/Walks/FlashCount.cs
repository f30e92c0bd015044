namespace NanoFirmware.Bench.Walks;

/// <summary>
/// Counts general flashes in what LEDs showed, by the wording of WCAG 2.3.1 and not by the firmware's way: pairs of opposing
/// changes of relative luminance of a tenth or more, the darker image below 0.80.
/// </summary>
internal static class FlashCount
{
    private const int ValuesPerSecond = 60;
    private const int ChangesOfFour = 8;

    /// <summary>
    /// The greatest number of flashes in any one second of <paramref name="luminance"/>, 60 values a second, 0 to 1.
    /// </summary>
    internal static int MostInASecond(IReadOnlyList<double> luminance)
    {
        List<int> changes = Changes(luminance);
        return changes.Select((at, i) => changes.Skip(i).TakeWhile(later => later - at < ValuesPerSecond).Count() / 2)
            .DefaultIfEmpty(0).Max();
    }

    /// <summary>The value at which a fourth flash within a second is complete; −1 when there is none.</summary>
    internal static int FirstTooMany(IReadOnlyList<double> luminance)
    {
        List<int> changes = Changes(luminance);
        for (int last = ChangesOfFour - 1; last < changes.Count; last++)
        {
            if (changes[last] - changes[last - ChangesOfFour + 1] < ValuesPerSecond)
            {
                return changes[last];
            }
        }

        return -1;
    }

    /// <summary>Relative luminance of light bytes, green, red, blue.</summary>
    internal static double Luminance(byte[] grb)
    {
        double sum = 0;
        for (int at = 0; at < grb.Length; at += 3)
        {
            sum += (0.7152 * grb[at]) + (0.2126 * grb[at + 1]) + (0.0722 * grb[at + 2]);
        }

        return sum / (grb.Length / 3 * 255);
    }

    // Frames at which a change of a tenth against the last turning point is complete, rises and falls in turn.
    private static List<int> Changes(IReadOnlyList<double> luminance)
    {
        var changes = new List<int>();
        double low = luminance[0];
        double high = luminance[0];
        int direction = 0;
        for (int i = 1; i < luminance.Count; i++)
        {
            double now = luminance[i];
            low = Math.Min(low, now);
            high = Math.Max(high, now);
            if (direction <= 0 && now - low >= 0.1 && low < 0.8)
            {
                changes.Add(i);
                direction = 1;
                high = now;
            }
            else if (direction >= 0 && high - now >= 0.1 && now < 0.8)
            {
                changes.Add(i);
                direction = -1;
                low = now;
            }
        }

        return changes;
    }
}
