namespace NanoFirmware.Simulator;

/// <summary>
/// Draws a recorded strip as a chart: pixels across, time down, as bright as the LEDs would look (<see cref="ScreenLight"/>).
/// A row is one frame. A run of more than 1,800 frames (30 s) is gathered so that a row is the mean light of 2, 3, … frames and
/// the chart stays within 1,800 rows. Marks at the left edge count the seconds (while they are 4 rows apart), long ones tens of
/// seconds.
/// </summary>
public static class StripChart
{
    /// <summary>Rows of the longest chart.</summary>
    public const int MostRows = 1800;

    /// <summary>Width of an LED in the chart.</summary>
    public const int LedWidth = 4;

    /// <summary>Width of the time scale, left of the LEDs.</summary>
    public const int ScaleWidth = 16;

    private const int FramesPerSecond = 60;
    private const int FewestRowsBetweenMarks = 4;
    private const int ShortMark = 4;
    private const int LongMark = 12;

    private static readonly byte[] Black = [0, 0, 0];
    private static readonly byte[] Paper = [24, 26, 32];
    private static readonly byte[] Ink = [150, 156, 170];

    /// <summary>Draws every frame of a frames-*.rgb; an empty one gives a single black row.</summary>
    public static Canvas Draw(Stream file, int leds)
    {
        var frames = new RecordedFrames(file, leds);
        long framesPerRow = Math.Max(1, (frames.Count + MostRows - 1) / MostRows);
        int rows = (int)Math.Max(1, (frames.Count + framesPerRow - 1) / framesPerRow);

        var chart = new Canvas(ScaleWidth + leds * LedWidth, rows, Black);
        DrawScale(chart, framesPerRow);
        for (int row = 0; row < rows; row++)
        {
            long first = row * framesPerRow;
            DrawRow(chart, row, frames.OnScreen(first, Math.Clamp(frames.Count - first, 1, framesPerRow)));
        }

        return chart;
    }

    private static void DrawRow(Canvas chart, int row, ReadOnlySpan<byte> rgb)
    {
        for (int led = 0; led < rgb.Length / 3; led++)
        {
            chart.Fill(ScaleWidth + led * LedWidth, row, LedWidth, 1, rgb.Slice(led * 3, 3));
        }
    }

    private static void DrawScale(Canvas chart, long framesPerRow)
    {
        chart.Fill(0, 0, ScaleWidth, chart.Height, Paper);
        int step = framesPerRow * FewestRowsBetweenMarks <= FramesPerSecond ? 1 : 10;
        for (int second = 0; second * FramesPerSecond / framesPerRow < chart.Height; second += step)
        {
            int width = second % 10 == 0 ? LongMark : ShortMark;
            chart.Fill(ScaleWidth - width, (int)(second * FramesPerSecond / framesPerRow), width, 1, Ink);
        }
    }
}
