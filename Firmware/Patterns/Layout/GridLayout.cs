namespace NanoFirmware.Layout;

/// <summary>
/// A strip laid as a grid: from one of four corners, row by row or column by column, every second line back again or not.
/// </summary>
internal static class GridLayout
{
    /// <summary>What is added to make the corner: it lies on the right, at the bottom.</summary>
    public const int Right = 1;
    public const int Bottom = 2;

    /// <summary>Where each pixel of the strip lies, in the strip's order: row × width + column, from the top left.</summary>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="corner">Where the strip begins: 0 for the top left, <see cref="Right"/> and <see cref="Bottom"/> added up for
    /// another.</param>
    /// <param name="isByColumns">The strip runs along a column, else along a row.</param>
    /// <param name="isSerpentine">Every second line runs back.</param>
    public static short[] Places(int width, int height, int corner, bool isByColumns, bool isSerpentine)
    {
        var places = new short[width * height];
        int length = isByColumns ? height : width;
        for (int i = 0; i < places.Length; i++)
        {
            int line = i / length;
            int along = i % length;
            along = isSerpentine && (line & 1) != 0 ? length - 1 - along : along;
            int column = isByColumns ? line : along;
            int row = isByColumns ? along : line;
            column = (corner & Right) != 0 ? width - 1 - column : column;
            row = (corner & Bottom) != 0 ? height - 1 - row : row;
            places[i] = (short)((row * width) + column);
        }

        return places;
    }
}
