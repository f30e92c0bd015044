namespace NanoFirmware.Layout;

/// <summary>What an output shows of a picture that is sent row by row from the top left, in runs.</summary>
internal static class SentRuns
{
    /// <summary>Ints of a run: the output's first pixel, the picture's, how many, and the step from one of the picture's to the
    /// next.</summary>
    public const int Ints = 4;

    /// <summary>Compiles those of one output.</summary>
    /// <param name="places">For each pixel along the outputs its place in the picture; −1 for none.</param>
    /// <param name="from">The output's first one.</param>
    /// <param name="count">How many of them are the output's; none or less: it shows nothing of the picture.</param>
    public static int[] Compile(short[] places, int from, int count)
    {
        var sent = new int[Write(null, places, from, count) * Ints];
        Write(sent, places, from, count);
        return sent;
    }

    // Counts the runs, and writes them where there is room.
    private static int Write(int[] sent, short[] places, int from, int count)
    {
        int runs = 0;
        for (int i = 0; i < count;)
        {
            int place = places[from + i];
            int step = i + 1 < count ? places[from + i + 1] - place : 1;
            int end = i + 1;
            while (end < count && places[from + end] >= 0 && places[from + end] - places[from + end - 1] == step)
            {
                end++;
            }

            if (place >= 0)
            {
                if (sent != null)
                {
                    int at = runs * Ints;
                    sent[at] = i;
                    sent[at + 1] = place;
                    sent[at + 2] = end - i;
                    sent[at + 3] = step;
                }

                runs++;
            }

            i = place >= 0 ? end : i + 1;
        }

        return runs;
    }
}
