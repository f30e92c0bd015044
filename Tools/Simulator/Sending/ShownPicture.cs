using NanoFirmware.Layout;

namespace NanoFirmware.Simulator.Sending;

/// <summary>
/// What both strips show as one picture, in the order in which a sender's pixels are taken: a grid row by row, then what hangs
/// along a line.
/// </summary>
internal static class ShownPicture
{
    /// <summary>Puts it together, 3 bytes a pixel.</summary>
    /// <param name="plan">The grid that A shows, perhaps over both strips; null for a line.</param>
    /// <param name="a">Strip A's pixels.</param>
    /// <param name="b">Strip B's.</param>
    internal static byte[] Of(GridPlan? plan, byte[] a, byte[] b)
    {
        if (plan is null)
        {
            return [.. a, .. b];
        }

        if (plan.Spans)
        {
            byte[] whole = new byte[plan.Width * plan.Height * 3];
            Put(plan, 0, a, whole);
            Put(plan, 1, b, whole);
            return whole;
        }

        // As many as its strip has are A's, whatever the size of the grid.
        byte[] rows = new byte[Math.Max(plan.Width * plan.Height * 3, a.Length)];
        Put(plan, 0, a, rows);
        return [.. rows[..a.Length], .. b];
    }

    private static void Put(GridPlan plan, int output, byte[] rgb, byte[] picture)
    {
        foreach (int[] run in plan.Sent[output].Chunk(SentRuns.Ints))
        {
            for (int i = 0; i < run[2]; i++)
            {
                rgb.AsSpan((run[0] + i) * 3, 3).CopyTo(picture.AsSpan((run[1] + (i * run[3])) * 3));
            }
        }
    }
}
