namespace NanoFirmware.Audio;

/// <summary>Predicts the beats: counts down a period, and leans to where the pulses of the last beats fell.</summary>
/// <remarks>It only ever looks near the beat; whether the beat lies there at all is the search's to say.</remarks>
public sealed class BeatClock
{
    /// <summary>
    /// Hops from a beat to the end of the frame that tells of it: the frame is smoothed and kept one frame late, and a pulse is
    /// known most
    /// of a hop after its sound (measured on songs).
    /// </summary>
    public const float FrameDelay = 3.5f;

    // It looks within 12 % of the period, at three beats, the newest counting most, in 256ths.
    private const float NearShare = 0.12f;
    private const int Newest = 256;
    private const int Second = 180;
    private const int Third = 128;

    // It corrects four fifths of what it finds, if that stands out from the usual by a fifth.
    private const float Lean = 0.8f;
    private const float StandsOut = 1.2f;

    // The mean interval of some ten beats is the tempo, unless the period is elsewhere by now.
    private const int IntervalsMax = 10;
    private const float IntervalShare = 0.025f;

    // A period is renewed by so much of the difference.
    private const float SteerShare = 0.85f;

    private const int Mask = PulseHistory.Length - 1;

    private readonly PulseHistory _history;
    private bool _leant;
    private float _sinceBeat;
    private float _interval;
    private int _intervals;

    /// <summary>How often it began to count anew.</summary>
    public int Starts;

    public BeatClock(PulseHistory history) => _history = history;

    /// <summary>Hops from beat to beat.</summary>
    public float Period = 30f;

    /// <summary>Hops until the next beat, at most 1.3 periods.</summary>
    public float UntilBeat = 30f;

    /// <summary>False until a beat was found for the first time.</summary>
    public bool IsRunning;

    /// <summary>Hops from beat to beat as they were of late: the clock leans to the pulses, and so their mean is finer than
    /// its period.</summary>
    public float MeanPeriod
    {
        get
        {
            float off = _interval - Period;
            off = off < 0f ? -off : off;
            return _intervals > 0 && off < IntervalShare * Period ? _interval : Period;
        }
    }

    /// <summary>
    /// Lets a hop pass, <paramref name="ago"/> hops after the newest frame's end; true when the beat falls in it.
    /// </summary>
    public bool Tick(int ago)
    {
        float untilBeat = UntilBeat - 1f;
        UntilBeat = untilBeat;
        _sinceBeat += 1f;
        if (untilBeat < 0.5f)
        {
            CountInterval(_sinceBeat + untilBeat);
            _sinceBeat = -untilBeat;
            UntilBeat = untilBeat + Period;
            _leant = false;
            return IsRunning;
        }

        if (!_leant && untilBeat + untilBeat < Period)
        {
            _leant = true;
            LeanTo(ago);
        }

        return false;
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
        _intervals = -1;
        Starts++;
        IsRunning = true;
    }

    /// <summary>Takes a better known period, the beat staying where it is.</summary>
    public void Steer(float period) => Period += SteerShare * (period - Period);

    // The first one after a start began elsewhere.
    private void CountInterval(float interval)
    {
        _intervals += _intervals < IntervalsMax ? 1 : 0;
        if (_intervals > 0)
        {
            _interval += (interval - _interval) / _intervals;
        }
    }

    // Half way between two beats: all of the last one is in the history by now.
    private void LeanTo(int ago)
    {
        byte[] all = _history.All;
        float period = Period / PulseHistory.HopsPerFrame;
        float beat = _history.Place + 0.5f - ((Period - UntilBeat - FrameDelay - ago) / PulseHistory.HopsPerFrame);
        int first = (int)beat;
        int second = (int)(beat - period);
        int third = (int)(beat - period - period);
        int near = (int)(NearShare * period);
        near = near < 1 ? 1 : near;
        int best = 0;
        int bestAt = 0;
        int sum = 0;
        int before = 0;
        int previous = 0;
        int next = 0;
        for (int at = -near - 1; at <= near + 1; at++)
        {
            sum = (Newest * all[(first + at) & Mask]) + (Second * all[(second + at) & Mask]) + (Third * all[(third + at) & Mask]);
            if (bestAt == at - 1)
            {
                next = sum;
            }

            if (sum > best && at >= -near && at <= near)
            {
                best = sum;
                bestAt = at;
                before = previous;
            }

            previous = sum;
        }

        float usual = (Newest + Second + Third) * (_history.MeanLow + _history.MeanMid + _history.MeanHigh);
        if (best > StandsOut * usual)
        {
            int least = before < next ? before : next;
            int weight = before + best + next - (3 * least);
            float late = bestAt + (weight <= 0 ? 0f : (next - before) / (float)weight) - (beat - first - 0.5f);
            UntilBeat += Lean * PulseHistory.HopsPerFrame * late;
        }
    }
}
