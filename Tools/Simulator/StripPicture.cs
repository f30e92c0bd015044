namespace NanoFirmware.Simulator;

/// <summary>
/// Draws both strips as one picture to show around: A above B, each as a row of glowing LEDs with its last four seconds
/// below, the newest on top. The moment is three quarters into the recording.
/// </summary>
public static class StripPicture
{
    private const int LedWidth = 5;
    private const int HistoryRows = 240;
    private const int Margin = 24;
    private const int Gap = 6;

    private static readonly byte[] Background = [10, 11, 15];
    private static readonly byte[] DarkLed = [24, 26, 33];

    // How much of an LED's light a pixel of its picture shows, in percent: a bright body with a halo above and below.
    private static readonly int[] Down =
        [3, 5, 8, 12, 17, 24, 34, 48, 100, 100, 100, 100, 100, 100, 100, 100, 48, 34, 24, 17, 12, 8, 5, 3];
    private static readonly int[] Across = [45, 100, 100, 100, 45];

    private static readonly int PanelHeight = Down.Length + Gap + HistoryRows;

    /// <summary>Draws from every frames-*.rgb whose strip has LEDs.</summary>
    public static Canvas Draw(params RecordedFrames[] strips)
    {
        RecordedFrames[] wired = [.. strips.Where(strip => strip.Leds > 0)];
        int width = wired.Max(strip => strip.Leds) * LedWidth;
        var picture = new Canvas(width + 2 * Margin, wired.Length * (PanelHeight + Margin) + Margin, Background);
        for (int i = 0; i < wired.Length; i++)
        {
            DrawPanel(picture, Margin + i * (PanelHeight + Margin), wired[i]);
        }

        return picture;
    }

    /// <summary>A picture for a row of LEDs of each strip, without a history.</summary>
    internal static Canvas NewRow(RecordedFrames[] strips)
    {
        int width = strips.Max(strip => strip.Leds) * LedWidth;
        return new Canvas(width + (2 * Margin), (strips.Length * (Down.Length + Gap)) + Gap, Background);
    }

    /// <summary>Draws the row of the first strip, or the second.</summary>
    internal static void DrawRow(Canvas picture, int index, ReadOnlySpan<byte> rgb) =>
        DrawLeds(picture, Gap + (index * (Down.Length + Gap)), rgb);

    private static void DrawPanel(Canvas picture, int top, RecordedFrames frames)
    {
        long moment = Math.Min(Math.Max(frames.Count * 3 / 4, HistoryRows), frames.Count - 1);
        for (int row = 0; row < HistoryRows && row <= moment; row++)
        {
            byte[] rgb = frames.OnScreen(moment - row, 1);
            DrawHistoryRow(picture, top + Down.Length + Gap + row, rgb);
            if (row == 0)
            {
                DrawLeds(picture, top, rgb);
            }
        }
    }

    private static void DrawHistoryRow(Canvas picture, int y, ReadOnlySpan<byte> rgb)
    {
        for (int led = 0; led < rgb.Length / 3; led++)
        {
            picture.Fill(Margin + led * LedWidth, y, LedWidth, 1, rgb.Slice(led * 3, 3));
        }
    }

    private static void DrawLeds(Canvas picture, int top, ReadOnlySpan<byte> rgb)
    {
        for (int x = 0; x < rgb.Length / 3 * LedWidth; x++)
        {
            ReadOnlySpan<byte> light = rgb.Slice(x / LedWidth * 3, 3);
            for (int y = 0; y < Down.Length; y++)
            {
                int percent = Across[x % LedWidth] * Down[y] / 100;
                byte[] behind = percent == 100 ? DarkLed : Background;
                Span<byte> pixel = picture[Margin + x, top + y];
                for (int i = 0; i < 3; i++)
                {
                    pixel[i] = (byte)Math.Max(behind[i], light[i] * percent / 100);
                }
            }
        }
    }
}
