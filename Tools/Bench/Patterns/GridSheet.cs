using NanoHost.Imaging;

namespace NanoFirmware.Bench.Patterns;

/// <summary>Every pattern for grids on one sheet: six moments of each, side by side, light shown as the eye sees it.</summary>
public static class GridSheet
{
    private const int Moments = 6;
    private const int FirstFrame = 170;
    private const int FramesApart = 41;
    private const int Point = 4;
    private const int Columns = 2;
    private const int Gap = 6;
    private const int TypeSize = 2;
    private const int Label = (SmallType.Height * TypeSize) + 6;
    private const byte Ink = 200;
    private const int Tile = GridBooth.Width * Point;
    private const int TileHeight = GridBooth.Height * Point;

    private static readonly byte[] Screen =
        [.. Enumerable.Range(0, 256).Select(light => (byte)Math.Round(255 * Math.Pow(light / 255.0, 1 / 2.2)))];

    /// <summary>Writes the sheet as PNG.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="films">A pattern's name and all its frames, row by row.</param>
    public static void Write(string path, IReadOnlyList<(string Name, byte[][] Frames)> films)
    {
        ArgumentNullException.ThrowIfNull(films);
        int row = (Moments * (Tile + 3)) + Gap;
        int width = Gap + (Columns * row);
        int height = Gap + ((films.Count + Columns - 1) / Columns * (TileHeight + Label + Gap));
        byte[] rgb = new byte[width * height * 3];
        rgb.AsSpan().Fill(24);
        for (int i = 0; i < films.Count; i++)
        {
            int x = Gap + (i % Columns * row);
            int y = Gap + (i / Columns * (TileHeight + Label + Gap));
            SmallType.Write(rgb, width, x, y, films[i].Name, TypeSize, Ink);
            for (int moment = 0; moment < Moments; moment++)
            {
                Draw(rgb, width, x + (moment * (Tile + 3)), y + Label - 2, films[i].Frames[FirstFrame + (moment * FramesApart)]);
            }
        }

        PngWriter.WriteRgb(path, width, height, rgb);
    }

    // A point for each pixel, with a dark rim as between LEDs.
    private static void Draw(byte[] rgb, int width, int x, int y, byte[] frame)
    {
        for (int at = 0; at < Tile * TileHeight; at++)
        {
            int across = at % Tile;
            int down = at / Tile;
            int from = ((down / Point * GridBooth.Width) + (across / Point)) * 3;
            bool isRim = across % Point == Point - 1 || down % Point == Point - 1;
            int to = (((y + down) * width) + x + across) * 3;
            rgb[to] = isRim ? (byte)0 : Screen[frame[from + 1]];
            rgb[to + 1] = isRim ? (byte)0 : Screen[frame[from]];
            rgb[to + 2] = isRim ? (byte)0 : Screen[frame[from + 2]];
        }
    }

    /// <summary>The film of every pattern for grids, each in a palette that suits the sheet.</summary>
    /// <param name="byColumns">The strip runs along columns, else along rows.</param>
    public static IReadOnlyList<(string Name, byte[][] Frames)> Films(bool byColumns = false)
    {
        using var booth = new GridBooth(byColumns);
        string[] turn = ["rainbow", "synthwave", "lagoon", "party", "plasma", "aurora", "laser", "sunset"];
        return
        [
            .. GridBooth.Names.Select(
                (name, i) => (name, booth.Film(name, Array.IndexOf(Rendering.PaletteCatalog.Names(), turn[i % turn.Length])))),
        ];
    }
}
