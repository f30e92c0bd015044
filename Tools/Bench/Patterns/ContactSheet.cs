using NanoHost.Imaging;

namespace NanoFirmware.Bench.Patterns;

/// <summary>
/// Every pattern as a strip-chart on one sheet: pixels across, ten seconds down, light shown as the eye sees it.
/// </summary>
public static class ContactSheet
{
    private const int Columns = 7;
    private const int Strip = Board.StripLeds;
    private const int FramesPerRow = 5;
    private const int Rows = SnapshotScore.Frames / FramesPerRow;
    private const int Gap = 8;
    private const int TypeSize = 2;
    private const int Label = (SmallType.Height * TypeSize) + 8;
    private const byte Ink = 200;

    private static readonly byte[] Screen =
        [.. Enumerable.Range(0, 256).Select(light => (byte)Math.Round(255 * Math.Pow(light / 255.0, 1 / 2.2)))];

    /// <summary>Writes the sheet as PNG.</summary>
    /// <param name="path">File to write.</param>
    /// <param name="films">A pattern's name and all its frames, green, red, blue.</param>
    public static void Write(string path, IReadOnlyList<(string Name, byte[][] Frames)> films)
    {
        ArgumentNullException.ThrowIfNull(films);
        int width = Gap + (Columns * (Strip + Gap));
        int height = Gap + ((films.Count + Columns - 1) / Columns * (Rows + Label + Gap));
        byte[] rgb = new byte[width * height * 3];
        rgb.AsSpan().Fill(24);
        for (int i = 0; i < films.Count; i++)
        {
            int x = Gap + (i % Columns * (Strip + Gap));
            int y = Gap + (i / Columns * (Rows + Label + Gap));
            SmallType.Write(rgb, width, x, y, films[i].Name, TypeSize, Ink);
            Draw(rgb, width, x, y + Label - 4, films[i].Frames);
        }

        PngWriter.WriteRgb(path, width, height, rgb);
    }

    private static void Draw(byte[] rgb, int width, int x, int y, byte[][] frames)
    {
        for (int row = 0; row < Rows; row++)
        {
            byte[] frame = frames[row * FramesPerRow];
            int to = (((y + row) * width) + x) * 3;
            for (int at = 0; at < frame.Length; at += 3)
            {
                rgb[to + at] = Screen[frame[at + 1]];
                rgb[to + at + 1] = Screen[frame[at]];
                rgb[to + at + 2] = Screen[frame[at + 2]];
            }
        }
    }
}
