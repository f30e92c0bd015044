namespace NanoFirmware.Jam;

/// <summary>Where in its loop a jam is.</summary>
internal static class JamTime
{
    // 60,000 ms, four steps to a beat, a tempo in hundredths.
    private const int StepMsTimesTempo100 = 1500000;

    /// <summary>Length of a step in µs.</summary>
    public static int StepUs(int tempo100) => (int)(StepMsTimesTempo100 * 1000L / tempo100);

    /// <summary>
    /// The origin that a change of tempo or transport needs: a loop begins now, and one that goes on keeps its place.
    /// </summary>
    public static int OriginMs(JamState state, bool isPlaying, int tempo100, int nowMs)
    {
        if (!isPlaying)
        {
            return state.OriginMs;
        }

        if (!state.IsPlaying)
        {
            return nowMs;
        }

        long playedMs = nowMs - state.OriginMs;
        return nowMs - (int)(playedMs * state.Tempo100 / tempo100);
    }

    /// <summary>Which step since the origin sounds at that time; −1 before the first.</summary>
    /// <param name="sinceOriginUs">Session time since the origin.</param>
    /// <param name="stepUs">A step's length.</param>
    /// <param name="swing">Hundredths of two steps after which the second of them sounds.</param>
    public static int StepAt(long sinceOriginUs, int stepUs, int swing)
    {
        if (sinceOriginUs < 0)
        {
            return -1;
        }

        int pair = (int)(sinceOriginUs / (2 * stepUs));
        long rest = sinceOriginUs - ((long)pair * 2 * stepUs);
        return rest * 100 >= 2L * stepUs * swing ? (2 * pair) + 1 : 2 * pair;
    }

    /// <summary>When a step begins that <see cref="StepAt"/> tells, in µs since the origin.</summary>
    public static long StartUs(int step, int stepUs, int swing)
    {
        long pairUs = 2L * stepUs;
        long offUs = (step & 1) == 0 ? 0 : ((pairUs * swing) + 99) / 100;
        return ((step >> 1) * pairUs) + offUs;
    }
}
