using NanoFirmware.Layout;

namespace NanoFirmware.Simulator;

/// <summary>
/// Draws a recorded grid upright: twelve moments of the recording, evenly spaced, an LED a square. Panels have bodies, so
/// that the gaps between them are seen.
/// </summary>
internal static class GridPicture
{
    private const int Moments = 12;
    private const int LedSize = 7;
    private const int Gap = 10;
    private const int Edge = 3;

    // So wide that it is looked at without scrolling where that can be: four moments beside each other, else two or one.
    private const int MostColumns = 4;
    private const int WidestPicture = 2000;

    private static readonly byte[] Background = [10, 11, 15];
    private static readonly byte[] Body = [43, 48, 64];

    /// <summary>Draws from the frames of the strips that show the grid.</summary>
    internal static Canvas Draw(GridPlan plan, params RecordedFrames[] strips)
    {
        int width = (plan.Width * LedSize) + Gap;
        int height = (plan.Height * LedSize) + Gap;
        int columns = MostColumns;
        while (columns > 1 && columns * width > WidestPicture)
        {
            columns /= 2;
        }

        var picture = new Canvas((columns * width) + Gap, (Moments / columns * height) + Gap, Background);
        RecordedFrames? first = FirstOf(plan, strips);
        for (int moment = 0; moment < Moments && first != null; moment++)
        {
            long frame = Math.Min(first.Count - 1, first.Count * (moment + 1) / Moments);
            int left = Gap + (moment % columns * width);
            DrawMoment(picture, left, Gap + (moment / columns * height), plan, strips, first.LatchedUs(frame));
        }

        return picture;
    }

    /// <summary>A picture for one moment.</summary>
    internal static Canvas NewMoment(GridPlan plan) =>
        new(Even((plan.Width * LedSize) + (2 * Gap)), Even((plan.Height * LedSize) + (2 * Gap)), Background);

    /// <summary>Draws what was seen at a time into such a picture.</summary>
    internal static void DrawMoment(Canvas picture, GridPlan plan, RecordedFrames[] strips, long us) =>
        DrawMoment(picture, Gap, Gap, plan, strips, us);

    /// <summary>The first of the strips that shows the grid; null for none.</summary>
    internal static RecordedFrames? FirstOf(GridPlan plan, RecordedFrames[] strips) =>
        strips.Where((strip, i) => plan.Sent[i].Length > 0 && strip.Count > 0).FirstOrDefault();

    // A strip that missed a frame has others by the same number: what is seen at the same time belongs together.
    private static void DrawMoment(Canvas picture, int left, int top, GridPlan plan, RecordedFrames[] strips, long us)
    {
        for (int panel = 0; panel < plan.Panels; panel++)
        {
            int size = (plan.Height * LedSize) - 1 + (2 * Edge);
            picture.Fill(left + (panel * plan.Pitch * LedSize) - Edge, top - Edge, size, size, Body);
        }

        for (int i = 0; i < strips.Length; i++)
        {
            if (plan.Sent[i].Length > 0 && strips[i].Count > 0)
            {
                DrawStrip(picture, left, top, plan, i, strips[i].OnScreen(strips[i].NearestTo(us), 1));
            }
        }
    }

    private static void DrawStrip(Canvas picture, int left, int top, GridPlan plan, int output, ReadOnlySpan<byte> rgb)
    {
        foreach (int[] run in plan.Sent[output].Chunk(SentRuns.Ints))
        {
            for (int i = 0; i < run[2]; i++)
            {
                int place = run[1] + (i * run[3]);
                int x = left + (place % plan.Width * LedSize);
                int y = top + (place / plan.Width * LedSize);
                picture.Fill(x, y, LedSize - 1, LedSize - 1, rgb.Slice((run[0] + i) * 3, 3));
            }
        }
    }

    private static int Even(int length) => (length + 1) & ~1;
}
