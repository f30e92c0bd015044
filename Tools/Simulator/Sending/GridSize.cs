using System.Globalization;

namespace NanoFirmware.Simulator.Sending;

/// <summary>Columns and rows, as --grid names them: 25x24.</summary>
public sealed record GridSize(int Width, int Height)
{
    private const int Most = 1024;

    /// <summary>Reads it; null when it is none.</summary>
    public static GridSize? Parse(string text)
    {
        int[] sides = [.. text.Split('x').Select(side => int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture,
            out int pixels) ? pixels : 0)];
        return sides.Length == 2 && sides.All(side => side is > 0 and <= Most) ? new GridSize(sides[0], sides[1]) : null;
    }
}
