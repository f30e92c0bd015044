using NanoHost.Imaging;

namespace NanoFirmware.Simulator;

/// <summary>A picture in memory: RGB, rows from the top.</summary>
public sealed class Canvas
{
    private readonly byte[] _rgb;

    /// <summary>A picture of one colour.</summary>
    public Canvas(int width, int height, ReadOnlySpan<byte> background)
    {
        Width = width;
        Height = height;
        _rgb = new byte[width * height * 3];
        Fill(0, 0, width, height, background);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The colour of a pixel, 3 bytes, to read or to write.</summary>
    public Span<byte> this[int x, int y] => _rgb.AsSpan((y * Width + x) * 3, 3);

    /// <summary>Fills a rectangle that lies within the picture.</summary>
    public void Fill(int left, int top, int width, int height, ReadOnlySpan<byte> colour)
    {
        for (int y = top; y < top + height; y++)
        {
            for (int x = left; x < left + width; x++)
            {
                colour.CopyTo(this[x, y]);
            }
        }
    }

    /// <summary>Writes the pixels alone, three bytes each.</summary>
    public void WriteRgb(Stream stream) => stream.Write(_rgb);

    /// <summary>Writes the picture as PNG.</summary>
    public void WritePng(string path) => PngWriter.WriteRgb(path, Width, Height, _rgb);
}
