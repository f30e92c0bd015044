namespace NanoFirmware.Audio;

/// <summary>Predicts the beats: counts down a period and leans to where the pulses fall.</summary>
/// <remarks>
/// Each hop is rated by its pulse and by the best rating about one period ago, so that ratings add up where pulses recur; after a
/// beat the clock leans to the highest rating near it. Where the beat lies at all is the search's to say.
/// </remarks>
public sealed class BeatClock
{
    // Ratings, twice over like the correlator's frames.
    private const int Length = 128;

    // A rating is 0.31 of its pulse and 0.69 of a period ago, and a neighbour's counts a little less.
    private const float PulseShare = 0.313f;
    private const float BesideShare = 0.977f;
    private const float FarBesideShare = 0.907f;

    // The clock corrects 90 % of its distance to the highest rating within 16 % of the period, if that stands out.
    private const float Lean = 0.9f;
    private const float NearShare = 0.156f;
    private const float StandsOut = 1.29f;

    // A pulse is known most of a hop after the sound on average (measured on songs): the beat is called that much before it.
    private const float Lead = 0.9f;

    private readonly float[] _ratings = new float[2 * Length];
    private int _at;

    /// <summary>Hops from beat to beat.</summary>
    public float Period = 30f;

    /// <summary>Hops until the next beat, at most 1.6 periods.</summary>
    public float UntilBeat = 30f;

    /// <summary>False until a beat was found for the first time.</summary>
    public bool IsRunning;

    /// <summary>Takes a hop's pulse; true when the beat falls in it.</summary>
    public bool Tick(float pulse)
    {
        float[] ratings = _ratings;
        int at = (_at + 1) & (Length - 1);
        _at = at;
        int past = at + Length - (int)(Period + 0.5f);
        float best = ratings[past], rating = BesideShare * ratings[past - 1];
        best = rating > best ? rating : best;
        rating = BesideShare * ratings[past + 1];
        best = rating > best ? rating : best;
        rating = FarBesideShare * ratings[past - 2];
        best = rating > best ? rating : best;
        rating = FarBesideShare * ratings[past + 2];
        best = rating > best ? rating : best;
        rating = (PulseShare * pulse) + ((1f - PulseShare) * best);
        ratings[at] = rating;
        ratings[at + Length] = rating;

        float untilBeat = UntilBeat - 1f;
        UntilBeat = untilBeat;
        if (untilBeat >= 0.5f)
        {
            return false;
        }

        Lock();
        return IsRunning;
    }

    /// <summary>Starts to count anew: the last beat was <paramref name="since"/> hops ago.</summary>
    public void Start(float period, float since)
    {
        while (since > period)
        {
            since -= period;
        }

        Period = period;
        UntilBeat = period - since;
        IsRunning = true;
    }

    /// <summary>Takes a better known period, the beat staying where it is.</summary>
    public void Steer(float period) => Period += SteerShare * (period - Period);

    private const float SteerShare = 0.85f;

    // In the hop of a beat: the next one is a period away, less what this one was late.
    private void Lock()
    {
        float[] ratings = _ratings;
        float period = Period;
        int hops = (int)(period + 0.5f), newest = _at + Length, near = (int)(period * NearShare);
        near = near < 2 ? 2 : near;
        float sum = 0f, best = -1f;
        int late = 0;
        for (int ago = 0; ago < hops; ago++)
        {
            sum += ratings[newest - ago];
        }

        for (int ago = 0; ago <= near; ago++)
        {
            float rating = ratings[newest - ago], early = ratings[newest - hops + ago];
            if (rating > best)
            {
                best = rating;
                late = ago;
            }

            if (early > best && ago > 0)
            {
                best = early;
                late = -ago;
            }
        }

        bool standsOut = best * hops > StandsOut * sum;
        float untilBeat = UntilBeat + period - (standsOut ? Lean * (late + UntilBeat + Lead) : 0f);
        UntilBeat = untilBeat < 0.5f * period ? untilBeat + period : untilBeat;
    }
}
