namespace NanoFirmware.Audio;

/// <summary>
/// Finds the periods in which the pulses repeat themselves: by an autocorrelation up to 4 s back, a little in each hop.
/// </summary>
public sealed class PeriodFinder
{
    /// <summary>Shortest and longest period of a beat in hops: 217 and 49 BPM.</summary>
    public const float PeriodMin = 16.6f;
    public const float PeriodMax = 73f;

    /// <summary>Most periods found in a search.</summary>
    public const int FoundMax = 4;

    /// <summary>Periods tried, 4 % apart.</summary>
    public const int Tried = 40;

    /// <summary>Hops summed up to a frame of the correlation.</summary>
    public const int HopsPerFrame = 4;

    private const int HopsPerBatch = HopsPerFrame * LagCorrelator.Batch;
    private const int Lags = 64;
    private const float Step = 1.0387f;

    // A correlation keeps 92.2 % every 16 hops: it remembers 3.3 s.
    private const float Keep = 0.922f;

    // A period is rated by the mean correlation at its first multiples.
    private const int Multiples = 4;
    private const float LongestLag = 62f;

    // Correlations at shorter lags than a sixteenth note's say nothing about chance.
    private const int MeanFrom = 5;

    private readonly float[] _lags = new float[Tried];
    private readonly float[] _ratings = new float[Tried];
    private readonly int[] _found = new int[FoundMax];
    private float _pulse;
    private int _hop;

    /// <summary>Correlations of the pulses, 15 frames a second.</summary>
    public readonly LagCorrelator Correlator = new LagCorrelator(Lags, Keep);

    public PeriodFinder()
    {
        float lag = PeriodMin / HopsPerFrame;
        for (int i = 0; i < Tried; i++)
        {
            _lags[i] = lag;
            lag *= Step;
        }
    }

    /// <summary>Takes a hop's pulse, and does a share of the correlation in every second one.</summary>
    public void Follow(float pulse)
    {
        _pulse += pulse;
        int hop = _hop = (_hop + 1) & (HopsPerBatch - 1);
        if ((hop & (HopsPerFrame - 1)) == 0)
        {
            Correlator.Add(_pulse);
            _pulse = 0f;
        }

        if ((hop & 1) == 0)
        {
            Correlator.Correlate((hop >> 1) * LagCorrelator.LagsAtOnce, hop >> 2);
        }
    }

    /// <summary>Mean of the correlations: what chance gives.</summary>
    public float Mean()
    {
        float[] correlations = Correlator.At;
        float sum = 0f;
        for (int i = MeanFrom; i < Lags; i++)
        {
            sum += correlations[i];
        }

        return sum / (Lags - MeanFrom);
    }

    /// <summary>Rates the tried periods <paramref name="from"/> up to, but not with, <paramref name="to"/>.</summary>
    public void Rate(int from, int to)
    {
        float[] correlations = Correlator.At;
        float[] lags = _lags;
        float[] ratings = _ratings;
        for (int i = from; i < to; i++)
        {
            float lag = lags[i];
            float sum = 0f;
            float multiple = lag;
            int count = 0;
            while (count < Multiples && multiple < LongestLag)
            {
                int whole = (int)multiple;
                float first = correlations[whole];
                sum += first + ((multiple - whole) * (correlations[whole + 1] - first));
                multiple += lag;
                count++;
            }

            ratings[i] = sum / count;
        }
    }

    /// <summary>
    /// Chooses the best of the rated periods that are better than their neighbours; returns how many there are.
    /// </summary>
    public int Choose()
    {
        float[] ratings = _ratings;
        int[] found = _found;
        int count = 0;
        float before = 0f;
        float rating = ratings[0];
        for (int i = 0; i < Tried; i++)
        {
            float next = i + 1 < Tried ? ratings[i + 1] : 0f;
            if (rating >= before && rating > next)
            {
                int place = count < FoundMax ? count++ : FoundMax;
                while (place > 0 && ratings[found[place - 1]] < rating)
                {
                    if (place < FoundMax)
                    {
                        found[place] = found[place - 1];
                    }

                    place--;
                }

                if (place < FoundMax)
                {
                    found[place] = i;
                }
            }

            before = rating;
            rating = next;
        }

        return count;
    }

    /// <summary>
    /// A chosen period in hops: far multiples tell it best, so it is the line through the peaks near them, by least squares.
    /// </summary>
    public float Found(int index)
    {
        float lag = _lags[_found[index]];
        float sum = 0f;
        float weight = 0f;
        float multiple = lag;
        for (int count = 1; count <= Multiples && multiple < LongestLag; count++)
        {
            sum += count * Correlator.PeakNear(multiple);
            weight += count * count;
            multiple = (count + 1) * (sum / weight);
        }

        float period = HopsPerFrame * sum / weight;
        period = period < PeriodMin ? PeriodMin : period;
        return period > PeriodMax ? PeriodMax : period;
    }
}
