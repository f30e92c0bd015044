using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using NanoFirmware.Layout;

namespace NanoFirmware.Simulator;

/// <summary>
/// Both strips as an animated picture to show around: the last eight seconds of a recording, A above B, twenty pictures a second.
/// ffmpeg, where it is installed, makes the GIF.
/// </summary>
public static class StripMovie
{
    private const string Encoder = "ffmpeg";
    private const int Fps = 20;
    private const int Seconds = 8;
    private const long UsPerPicture = 1_000_000 / Fps;

    // One palette for all pictures, and no dithering: strips are plain colours, and stay a megabyte.
    private const string Palette =
        "split[seen][drawn];[seen]palettegen=max_colors=160[colours];[drawn][colours]paletteuse=dither=none:diff_mode=rectangle";

    /// <summary>Writes it; without ffmpeg, or without a strip that shows anything, there is none.</summary>
    public static void Write(string path, params RecordedFrames[] strips)
    {
        RecordedFrames[] shown = [.. strips.Where(strip => strip.Count > 0)];
        if (shown.Length == 0)
        {
            return;
        }

        long endUs = shown.Min(strip => strip.LatchedUs(strip.Count - 1));
        Write(path, endUs, () => StripPicture.NewRow(shown), (picture, us) =>
        {
            for (int i = 0; i < shown.Length; i++)
            {
                StripPicture.DrawRow(picture, i, shown[i].OnScreen(shown[i].NearestTo(us), 1));
            }
        });
    }

    /// <summary>Writes a grid as it is seen, panels with their gaps.</summary>
    internal static void WriteGrid(string path, GridPlan plan, params RecordedFrames[] strips)
    {
        RecordedFrames? first = GridPicture.FirstOf(plan, strips);
        if (first != null)
        {
            Write(
                path, first.LatchedUs(first.Count - 1), () => GridPicture.NewMoment(plan),
                (picture, us) => GridPicture.DrawMoment(picture, plan, strips, us));
        }
    }

    private static void Write(string path, long endUs, Func<Canvas> make, Action<Canvas, long> draw)
    {
        using Process? encoder = Start(make(), path);
        if (encoder == null)
        {
            return;
        }

        using (Stream pictures = encoder.StandardInput.BaseStream)
        {
            for (long us = endUs - (Seconds * 1_000_000L); us < endUs; us += UsPerPicture)
            {
                Canvas picture = make();
                draw(picture, us);
                picture.WriteRgb(pictures);
            }
        }

        encoder.WaitForExit();
    }

    private static Process? Start(Canvas size, string path)
    {
        string format = string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}");
        var start = new ProcessStartInfo(Encoder) { RedirectStandardInput = true };
        foreach (string argument in new[]
        {
            "-v", "quiet", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", format, "-r", $"{Fps}", "-i", "-",
            "-vf", Palette, path,
        })
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
