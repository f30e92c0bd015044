namespace NanoFirmware.Audio;

/// <summary>
/// Finds the first beat of the bar: in three or in four, by where basses, snares and new harmonies fall (docs/adr/0073).
/// </summary>
/// <remarks>A beat is looked at when the next one begins: by then all that it brought is known.</remarks>
public sealed class BarTracker
{
    /// <summary>Figures that describe a beat: low, mid and high pulse over their means, and how new its harmony is.</summary>
    public const int FigureCount = 4;

    // Three and four divide it.
    private const int Places = 12;

    // What carries harmony: 60 Hz to 960 Hz.
    private const int FirstOctave = 3;
    private const int HarmonyOctaves = 4;
    private const float LeastEnergy = 1f;

    // A pulse of four times the usual says no more than one of three.
    private const float MostRatio = 3f;

    /// <summary>Share of the period before the next beat in which drums on this one are over.</summary>
    public const float DrumlessShare = 0.65f;

    private const float ChangeRate = 0.1f;
    private const float LeastChange = 0.02f;

    // Either meter costs a twentieth of a hop.
    private const int Steps = 2;

    private const int Mask = PulseHistory.Length - 1;

    // Fitted on songs over the taught grooves, so that the first beat's mean is the highest: a multinomial logistic regression.
    private static readonly float[] WeightsOfFour = { 1.5f, 1f, -1.5f, 1.8f };
    private static readonly float[] WeightsOfThree = { 2.2f, 0.75f, -0.9f, 0.85f };

    // A lead of two and a half standard errors is a confidence of one half: from there on five beats in six are numbered right on
    // the taught grooves, and a quarter of all beats is numbered.
    private const float LeadOfHalf = 6f;
    private const int Told = 128;

    private readonly PulseHistory _history;
    private readonly BarMeter _four = new BarMeter(4, WeightsOfFour);
    private readonly BarMeter _three = new BarMeter(3, WeightsOfThree);
    private readonly float[] _energies = new float[HarmonyOctaves];
    private readonly float[] _lags = new float[HarmonyOctaves];
    private readonly float[] _ratios = new float[HarmonyOctaves];
    private float _usualChange = LeastChange;
    private int _place;
    private int _starts;
    private int _frameDue;
    private int _placeDue;
    private int _stepsDue;

    /// <summary>Whether a beat was counted that is still to be looked at.</summary>
    public bool IsDue;

    /// <summary>The beat looked at last; see <see cref="FigureCount"/>.</summary>
    public readonly float[] Figures = new float[FigureCount];

    /// <summary>Beats of a bar, 3 or 4; 0 while unknown.</summary>
    public int BarBeats;

    /// <summary>How sure that and the place of the first beat are, 0–255.</summary>
    public int Confidence;

    public BarTracker(PulseHistory history) => _history = history;

    /// <summary>
    /// The beat of the bar that began last, or the one after it when <paramref name="ahead"/> is 1; −1 while unknown.
    /// </summary>
    public int Beat(int ahead)
    {
        if (BarBeats == 0)
        {
            return -1;
        }

        int first = BarBeats == 3 ? _three.First : _four.First;
        return (_place + ahead + BarBeats - first) % BarBeats;
    }

    /// <summary>Takes the harmony of a hop that is no beat's, from the octaves' energies and lags.</summary>
    public void Hear(float[] energies, float[] lags)
    {
        // One by one: a loop would cost half as much again.
        float[] sums = _energies;
        sums[0] += energies[FirstOctave];
        sums[1] += energies[FirstOctave + 1];
        sums[2] += energies[FirstOctave + 2];
        sums[3] += energies[FirstOctave + 3];
        sums = _lags;
        sums[0] += lags[FirstOctave];
        sums[1] += lags[FirstOctave + 1];
        sums[2] += lags[FirstOctave + 2];
        sums[3] += lags[FirstOctave + 3];
    }

    /// <summary>A beat begins: the one before is due to be looked at, <paramref name="ago"/> hops after the newest frame's
    /// end.</summary>
    public void Count(BeatClock clock, int ago)
    {
        if (clock.Starts != _starts)
        {
            _starts = clock.Starts;
            _four.Reset();
            _three.Reset();
            BarBeats = 0;
            Confidence = 0;
        }

        float since = clock.Period + clock.Period - clock.UntilBeat - BeatClock.FrameDelay - ago;
        _frameDue = (int)(_history.Place + 0.5f - (since / PulseHistory.HopsPerFrame));
        _placeDue = _place;
        _place = _place == Places - 1 ? 0 : _place + 1;
        _stepsDue = Steps;
        IsDue = true;
    }

    /// <summary>Looks at the beat that is due, in two steps, which may wait: nothing of it is lost until harmony is heard
    /// again.</summary>
    public void Look()
    {
        if (--_stepsDue == 0)
        {
            IsDue = false;
            Compare();
            return;
        }

        float change = Change();
        float ratio = change / (_usualChange + LeastChange);
        Figures[3] = ratio > MostRatio ? MostRatio : ratio;
        _usualChange += ChangeRate * (change - _usualChange);
        if (Measure(_frameDue))
        {
            _four.Add(_placeDue & 3, Figures);
        }
        else
        {
            IsDue = false;
        }
    }

    private void Compare()
    {
        _three.Add(_placeDue % 3, Figures);
        Decide();
    }

    // False when nothing sounded on the beat, in a pause: it says nothing of the bar.
    private bool Measure(int frame)
    {
        PulseHistory history = _history;
        float[] figures = Figures;
        figures[0] = Ratio(history.Low, frame, history.MeanLow);
        figures[1] = Ratio(history.Mid, frame, history.MeanMid);
        figures[2] = Ratio(history.High, frame, history.MeanHigh);
        return figures[0] + figures[1] + figures[2] > 0f;
    }

    private static float Ratio(byte[] pulses, int frame, float mean)
    {
        int before = pulses[(frame - 1) & Mask];
        int on = pulses[frame & Mask];
        int after = pulses[(frame + 1) & Mask];
        on = before > on ? before : on;
        on = after > on ? after : on;
        float ratio = on / (mean + mean + 1f);
        return ratio > MostRatio ? MostRatio : ratio;
    }

    // How far the harmony of the beat that ends lies from the one before: an octave's lag over its energy tells its pitch.
    private float Change()
    {
        float[] energies = _energies;
        float[] lags = _lags;
        float[] ratios = _ratios;
        float change = 0f;
        for (int i = 0; i < HarmonyOctaves; i++)
        {
            float ratio = energies[i] > LeastEnergy ? lags[i] / energies[i] : 0f;
            float off = ratio - ratios[i];
            change += off < 0f ? -off : off;
            ratios[i] = ratio;
            energies[i] = 0f;
            lags[i] = 0f;
        }

        return change;
    }

    private void Decide()
    {
        bool isThree = _three.Explained > _four.Explained;
        BarMeter bar = isThree ? _three : _four;
        float sure = 255f * bar.Lead / (bar.Lead + LeadOfHalf);
        Confidence = (int)sure;
        int beats = isThree ? 3 : 4;
        BarBeats = Confidence < Told ? 0 : beats;
    }
}
