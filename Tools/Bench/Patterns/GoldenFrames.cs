using System.Globalization;
using System.Security.Cryptography;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.Bench.Patterns;

/// <summary>The pictures as they are meant to be, kept as a hash of each pattern's raw frames.</summary>
public static class GoldenFrames
{
    /// <summary>The file that keeps them, from the top folder.</summary>
    public const string RelativePath = "Tools/HostTests/Rendering/golden-frames.txt";

    private const int Shown = 16;

    /// <summary>Hash of a film, 16 hexadecimal digits.</summary>
    public static string HashOf(byte[][] frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] frame in frames)
        {
            hash.AppendData(frame);
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..Shown];
    }

    /// <summary>Name and hash, a line each.</summary>
    public static string Text(IEnumerable<(string Name, byte[][] Frames)> films) =>
        string.Concat(films.Select(film => string.Create(CultureInfo.InvariantCulture, $"{film.Name} {HashOf(film.Frames)}\n")));

    /// <summary>The film of every pattern, each in a palette that suits the sheet.</summary>
    public static IReadOnlyList<(string Name, byte[][] Frames)> Films()
    {
        using var booth = new PatternBooth();
        return ProgressDisplay.Show<IReadOnlyList<(string, byte[][])>>("patterns", PatternBooth.Names.Count, progress =>
            [.. PatternBooth.Names.Select((name, i) =>
            {
                byte[][] film = booth.Film(i, PaletteOf(i));
                progress.Advance();
                return (name, film);
            })]);
    }

    // Eight palettes in turn, so that the sheet shows more than the rainbow; none of them is needed by a pattern.
    private static int PaletteOf(int pattern)
    {
        string[] turn = ["rainbow", "synthwave", "lagoon", "party", "plasma", "aurora", "laser", "sunset"];
        return Array.IndexOf(Rendering.PaletteCatalog.Names(), turn[pattern % turn.Length]);
    }
}
