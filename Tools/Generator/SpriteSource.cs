using System.Globalization;
using System.Text;
using SkiaSharp;

namespace NanoFirmware.Generator;

/// <summary>
/// Pictures as bodies of PUT /api/sprites/{name}: one for each frame of a GIF or WebP, in as few digits as their colours allow.
/// </summary>
public static class SpriteSource
{
    /// <summary>Most pixels of a sprite, as the device takes them.</summary>
    public const int MostPixels = 768;

    private const int MostColours = 16;

    /// <summary>The bodies of a file's frames.</summary>
    /// <param name="path">A GIF, WebP, PNG or JPEG.</param>
    /// <param name="height">Rows that it is made to have; 0 leaves it as it is.</param>
    /// <exception cref="InvalidDataException">It is no picture, or too large.</exception>
    public static string[] Bodies(string path, int height = 0)
    {
        using SKCodec codec = SKCodec.Create(path) ?? throw new InvalidDataException(path + " is no picture");
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
        int rows = height > 0 ? height : info.Height;
        int columns = Math.Max(1, (int)Math.Round(info.Width * (double)rows / info.Height));
        if (columns * rows > MostPixels)
        {
            throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture,
                $"{columns} x {rows} pixels are more than the {MostPixels} of a sprite: give --height, 8 for panels of 8"));
        }

        return [.. Enumerable.Range(0, Math.Max(1, codec.FrameCount)).Select(frame => Body(codec, info, frame, columns, rows))];
    }

    private static string Body(SKCodec codec, SKImageInfo info, int frame, int columns, int rows)
    {
        using var whole = new SKBitmap(info);
        codec.GetPixels(info, whole.GetPixels(), new SKCodecOptions(frame));
        using SKBitmap small = whole.Resize(info.WithSize(columns, rows), new SKSamplingOptions(SKFilterMode.Nearest));
        SKColor[] pixels = small.Pixels;
        string[] colours = [.. pixels.Select(Hex).Distinct()];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{{\"width\":{columns},\"height\":{rows},");
        if (colours.Length <= MostColours)
        {
            text.Append("\"colours\":[").AppendJoin(',', colours.Select(colour => $"\"{colour}\"")).Append("],\"pixels\":\"");
            text.AppendJoin("", pixels.Select(pixel => $"{Array.IndexOf(colours, Hex(pixel)):X}"));
        }
        else
        {
            text.Append("\"pixels\":\"").AppendJoin("", pixels.Select(Hex));
        }

        return text.Append("\"}").ToString();
    }

    // What is transparent is dark.
    private static string Hex(SKColor colour) =>
        colour.Alpha < 128 ? "000000" : $"{colour.Red:X2}{colour.Green:X2}{colour.Blue:X2}";
}
