namespace NanoFirmware.Audio;

/// <summary>Watches how first each beat of a bar of three or of four looks, on average over the last bars.</summary>
public sealed class BarMeter
{
    // Means over so many bars, fewer while fewer were heard.
    private const int BarsMax = 8;

    // Before that many bars nothing is told.
    private const int BarsLeast = 2;

    // Below it what differs is rounding.
    private const float LeastVariance = 0.0001f;

    private readonly float[] _weights;
    private readonly float[] _means;
    private int _seen;
    private float _mean;
    private float _variance;
    private float _noise;

    /// <summary>The place, counted as <see cref="Add"/> counts, that looks most like the first of the bar.</summary>
    public int First;

    /// <summary>How far it is ahead of the next best, in standard errors; 0 while too few bars were heard.</summary>
    public float Lead;

    /// <summary>Share of what differs between beats that the bar explains, up to 1.</summary>
    public float Explained;

    /// <param name="beats">Beats of a bar.</param>
    /// <param name="weights">How much each figure of a beat speaks for the first.</param>
    public BarMeter(int beats, float[] weights)
    {
        _weights = weights;
        _means = new float[beats];
    }

    /// <summary>Forgets all bars.</summary>
    public void Reset()
    {
        _seen = 0;
        Lead = 0f;
        Explained = 0f;
    }

    /// <summary>Adds a beat at <paramref name="place"/> of the bar, 0 being any one of them.</summary>
    public void Add(int place, float[] figures)
    {
        float[] weights = _weights;
        float[] means = _means;
        float value = 0f;
        for (int i = 0; i < weights.Length; i++)
        {
            value += weights[i] * figures[i];
        }

        int bars = _seen / means.Length;
        _seen++;
        bars = bars < BarsMax ? bars : BarsMax;
        float rate = 1f / (bars + 1f);
        float off = value - means[place];
        means[place] = bars == 0 ? value : means[place] + (rate * off);
        if (bars == 0)
        {
            _mean = _variance = _noise = 0f;
            _mean = value;
            return;
        }

        float beatRate = 1f / ((bars * means.Length) + 1f);
        _noise += beatRate * ((off * off) - _noise);
        off = value - _mean;
        _mean += beatRate * off;
        _variance += beatRate * ((off * off) - _variance);
        Judge(bars);
    }

    private void Judge(int bars)
    {
        float[] means = _means;
        float best = means[0];
        float second = -1000f;
        int first = 0;
        for (int i = 1; i < means.Length; i++)
        {
            float mean = means[i];
            if (mean > best)
            {
                second = best;
                best = mean;
                first = i;
            }
            else if (mean > second)
            {
                second = mean;
            }
        }

        First = first;
        float variance = _variance + LeastVariance;
        Explained = 1f - (_noise / variance);
        float lead = best - second;
        Lead = bars < BarsLeast ? 0f : lead * lead * bars / (_noise + LeastVariance);
    }
}
