namespace NanoFirmware.Audio;

/// <summary>Predicts the beats: a clock of the estimated period, locked to where the pulses fall.</summary>
/// <remarks>
/// Each hop is rated by its pulse and by the best rating about one period ago, so that ratings add up where pulses recur.
/// The clock leans towards the highest rating near its beat, and leaps to another place only when that was better for
/// several beats. After a long silence it takes the first onset for a beat: music mostly starts on one.
/// </remarks>
public sealed class BeatClock
{
    // Ratings, twice over like the correlator's frames.
    private const int Length = 128;

    // A rating is 0.31 of its pulse and 0.69 of a period ago, and a neighbour's counts a little less.
    private const float PulseShare = 0.313f;
    private const float BesideShare = 0.977f;
    private const float FarBesideShare = 0.907f;

    // The clock corrects 91 % of its distance to the highest rating within 16 % of the period, if that stands out.
    private const float Lean = 0.914f;
    private const float NearShare = 0.156f;

    // It leaps when another place was 24 % better, summed up over beats, but takes longer after a stable time or a start.
    private const float LeapRatio = 1.24f;
    private const float LeapAt = 4.87f;
    private const float StableAt = -9.5f;
    private const float StartAt = -9.5f;
    private const float StandsOut = 1.29f;
    private const int SilenceHops = 360;
    private const int StartHops = 900;

    private readonly float[] _ratings = new float[2 * Length];
    private int _at;
    private float _untilBeat = 30f;
    private float _doubt;
    private int _quiet = SilenceHops;
    private int _sinceStart;
    private bool _started;

    /// <summary>Highest rating of a period over the mean one: 1 is no beat at all, 3 a clear one.</summary>
    public float Contrast = 1f;

    /// <summary>Hops until the next beat, at most 1.6 periods.</summary>
    public float UntilBeat => _untilBeat;

    /// <summary>Takes a hop's pulse, and whether it is an onset and came out of quiet; true when the beat falls in it.</summary>
    public bool Tick(float pulse, float period, bool onset, bool wasQuiet)
    {
        float[] ratings = _ratings;
        int at = (_at + 1) & (Length - 1);
        _at = at;
        int past = at + Length - (int)(period + 0.5f);
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

        _quiet++;
        _sinceStart++;
        _untilBeat -= 1f;
        bool beat = _untilBeat < 0.5f;
        if (beat)
        {
            Correct(period);
        }

        if (onset)
        {
            Hear(period, wasQuiet);
        }

        return beat;
    }

    /// <summary>The period has changed: soon after a start the beats are counted from there.</summary>
    public void Change(float period, float before)
    {
        float change = period / before;
        if (_started && _sinceStart < StartHops && (change > 1.02f || change < 0.98f))
        {
            int beats = (int)(_sinceStart / period) + 1;
            _untilBeat = (beats * period) - _sinceStart;
        }
    }

    private void Hear(float period, bool wasQuiet)
    {
        if (_quiet >= SilenceHops && wasQuiet)
        {
            _started = true;
            _sinceStart = 0;
            _doubt = StartAt;
            _untilBeat = period;
        }

        _quiet = 0;
    }

    private void Correct(float period)
    {
        float[] ratings = _ratings;
        int hops = (int)(period + 0.5f), newest = _at + Length, near = (int)(period * NearShare);
        near = near < 2 ? 2 : near;
        float sum = 0f, best = -1f, bestNear = -1f;
        int bestAgo = 0, bestNearAgo = 0;
        for (int ago = 0; ago < hops; ago++)
        {
            float rating = ratings[newest - ago];
            sum += rating;
            if (rating > best)
            {
                best = rating;
                bestAgo = ago;
            }
        }

        for (int ago = 0; ago <= near; ago++)
        {
            float rating = ratings[newest - ago], early = ratings[newest - hops + ago];
            if (rating > bestNear)
            {
                bestNear = rating;
                bestNearAgo = ago;
            }

            if (early > bestNear && ago > 0)
            {
                bestNear = early;
                bestNearAgo = -ago;
            }
        }

        float mean = (sum / hops) + 1e-9f;
        Contrast += 0.3f * ((best / mean) - Contrast);
        int far = bestAgo > hops / 2 ? bestAgo - hops : bestAgo;
        bool elsewhere = far > near || far < -near;
        Doubt(elsewhere ? (best / (bestNear + 1e-9f)) - LeapRatio : -0.5f);
        if (elsewhere && _doubt > LeapAt)
        {
            _doubt = 0f;
            _started = false;
            _untilBeat = period - far;
        }
        else
        {
            float late = bestNear > StandsOut * mean ? Lean * (bestNearAgo + _untilBeat) : 0f;
            _untilBeat += period - late;
        }

        if (_untilBeat < 0.5f * period)
        {
            _untilBeat += period;
        }
    }

    private void Doubt(float ratio)
    {
        ratio = ratio < -0.5f ? -0.5f : ratio > 1f ? 1f : ratio;
        float doubt = _doubt + ratio;
        _doubt = doubt < StableAt ? StableAt : doubt;
    }
}
