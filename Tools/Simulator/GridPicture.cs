using NanoFirmware.Layout;

namespace NanoFirmware.Simulator;

/// <summary>Draws a recorded grid upright: twelve moments of the recording, evenly spaced, an LED a square.</summary>
internal static class GridPicture
{
    private const int Columns = 4;
    private const int Moments = 12;
    private const int LedSize = 7;
    private const int Gap = 10;

    private static readonly byte[] Background = [10, 11, 15];

    /// <summary>Draws from the frames of the strips that show the grid.</summary>
    internal static Canvas Draw(GridPlan plan, params RecordedFrames[] strips)
    {
        int width = (plan.Width * LedSize) + Gap;
        int height = (plan.Height * LedSize) + Gap;
        var picture = new Canvas((Columns * width) + Gap, (Moments / Columns * height) + Gap, Background);
        long frames = strips.Where((strip, i) => plan.Sent[i].Length > 0).Min(strip => strip.Count);
        for (int moment = 0; moment < Moments && frames > 0; moment++)
        {
            int left = Gap + (moment % Columns * width);
            int top = Gap + (moment / Columns * height);
            for (int i = 0; i < strips.Length; i++)
            {
                DrawStrip(
                    picture, left, top, plan, i, strips[i].OnScreen(Math.Min(frames - 1, frames * (moment + 1) / Moments), 1));
            }
        }

        return picture;
    }

    private static void DrawStrip(Canvas picture, int left, int top, GridPlan plan, int output, ReadOnlySpan<byte> rgb)
    {
        foreach (int[] run in plan.Sent[output].Chunk(GridPlan.SentInts))
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
}
