using System;

namespace NanoFirmware.Audio;

/// <summary>Rates a guess "the beats lie this period apart and the last one fell then" by what the last seconds hold on and between them.</summary>
/// <remarks>
/// It looks at each of the last beats, half way between them and at the quarters, in three bands, apart for every second beat: what a
/// kick on one and three and a snare on two and four look like was learnt by <see cref="BeatNetwork"/>.
/// Periods and ages are in frames of <see cref="PulseHistory"/> here.
/// </remarks>
public sealed class BeatRater
{
    /// <summary>Figures that describe a guess.</summary>
    public const int FeatureCount = 35;

    private const int BeatsMax = 8;
    private const int Mask = PulseHistory.Length - 1;

    // Frames back that are still there after a whole search.
    private const int Reach = 220;

    private const int PeaksMax = 2;
    private const int LongestPeriod = 38;

    // Features are whole: 32 is a band's mean, four times as much says no more; 64 is a full correlation; tempo in 32nds.
    private const float RatioUnit = 32f;
    private const int RatioMax = 128;
    private const float CorrelationUnit = 64f;
    private const float TempoUnit = 32f;
    private const int BeatUnit = 8;

    // The correlation ends here, in its own frames.
    private const float LongestLag = 64f;

    // 120 BPM.
    private const float MiddlePeriod = 15f;

    private readonly PulseHistory _history;
    private readonly LagCorrelator _correlator;
    private readonly int[] _sums = new int[LongestPeriod];

    /// <summary>The guess last described; see <see cref="Describe"/> for the order.</summary>
    public readonly int[] Features = new int[FeatureCount];

    /// <summary>Where the pulses of the folded period peak: frames before the newest one, strongest first.</summary>
    public readonly float[] Peaks = new float[PeaksMax];

    private int _newest;
    private int _age;
    private float _chance;
    private float _perLow;
    private float _perMid;
    private float _perHigh;
    private float _perCorrelation;

    public BeatRater(PulseHistory history, LagCorrelator correlator)
    {
        _history = history;
        _correlator = correlator;
    }

    /// <summary>Looks from here on at what is known now: <paramref name="age"/> frames of music, <paramref name="chance"/> the mean correlation.</summary>
    public void Begin(int age, float chance)
    {
        PulseHistory history = _history;
        _newest = history.Place;
        _age = age > Reach ? Reach : age;
        _chance = chance;
        _perLow = RatioUnit / (history.MeanLow + 1f);
        _perMid = RatioUnit / (history.MeanMid + 1f);
        _perHigh = RatioUnit / (history.MeanHigh + 1f);

        // In silence nothing is like itself more than by chance.
        float spread = _correlator.At[0] - chance;
        _perCorrelation = spread > 0f ? CorrelationUnit / spread : 0f;
    }

    /// <summary>Lays the last beats of a period on top of each other; returns how many <see cref="Peaks"/> there are, 0 to 2.</summary>
    public int Fold(float period)
    {
        byte[] all = _history.All;
        int[] sums = _sums;
        int length = (int)(period + 0.999f), beats = (int)((_age - length) / period);
        if (beats < 1)
        {
            return 0;
        }

        // Five beats in one pass; where fewer are known the newest stands for the others.
        int a = _newest, b = beats > 1 ? FrameAt(1, period) : a, c = beats > 2 ? FrameAt(2, period) : a;
        int d = beats > 3 ? FrameAt(3, period) : a, e = beats > 4 ? FrameAt(4, period) : a;
        for (int ago = 0; ago < length; ago++)
        {
            sums[ago] = all[(a - ago) & Mask] + all[(b - ago) & Mask] + all[(c - ago) & Mask] + all[(d - ago) & Mask] + all[(e - ago) & Mask];
        }

        return FindPeaks(length);
    }

    /// <summary>How likely the guess is, as the logarithm of its odds.</summary>
    public float Rate(float period, float ago)
    {
        Describe(period, ago);
        return BeatNetwork.Rate(Features);
    }

    /// <summary>
    /// Fills <see cref="Features"/>: low, mid, high on even beats, on odd beats, half way before even beats, before odd beats, at the
    /// quarter after, at the quarter before the beat, all over their means; six correlations; tempo, its square; beats looked at;
    /// correlations at a third and two thirds; low, mid, high on the strongest beats by threes and on the others.
    /// </summary>
    public void Describe(float period, float ago)
    {
        byte[] low = _history.Low, mid = _history.Mid, high = _history.High;
        int beats = (int)(((_age - ago) / period) - 0.75f);
        beats = beats > BeatsMax ? BeatsMax : beats;
        beats = beats < 1 ? 1 : beats;
        int evenLow = 0, evenMid = 0, evenHigh = 0, oddLow = 0, oddMid = 0, oddHigh = 0;
        int evenHalfLow = 0, evenHalfMid = 0, evenHalfHigh = 0, oddHalfLow = 0, oddHalfMid = 0, oddHalfHigh = 0;
        int afterLow = 0, afterMid = 0, afterHigh = 0, beforeLow = 0, beforeMid = 0, beforeHigh = 0;
        // What each band holds on beats by threes, low, mid and high of each third, where the fold was summed before.
        int[] thirds = _sums;
        Array.Clear(thirds, 0, 9);
        int third = 0;
        float quarter = 0.25f * period, frame = _newest - ago + 0.5f;
        for (int beat = 0; beat < beats; beat++)
        {
            int on = (int)frame & Mask;
            frame -= quarter;
            int before = (int)frame & Mask;
            frame -= quarter;
            int half = (int)frame & Mask;
            frame -= quarter;
            int after = (int)frame & Mask;
            frame -= quarter;

            int onLow = low[on], onMid = mid[on], onHigh = high[on];
            thirds[third] += onLow;
            thirds[third + 1] += onMid;
            thirds[third + 2] += onHigh;
            third = third == 6 ? 0 : third + 3;
            afterLow += low[after];
            afterMid += mid[after];
            afterHigh += high[after];
            beforeLow += low[before];
            beforeMid += mid[before];
            beforeHigh += high[before];
            if ((beat & 1) == 0)
            {
                evenLow += onLow;
                evenMid += onMid;
                evenHigh += onHigh;
                evenHalfLow += low[half];
                evenHalfMid += mid[half];
                evenHalfHigh += high[half];
            }
            else
            {
                oddLow += onLow;
                oddMid += onMid;
                oddHigh += onHigh;
                oddHalfLow += low[half];
                oddHalfMid += mid[half];
                oddHalfHigh += high[half];
            }
        }

        int odd = beats >> 1;
        float perEven = 1f / (beats - odd), perOdd = odd == 0 ? 0f : 1f / odd, perBeat = 1f / beats;

        // The even ones are to be those with more bass and less snare.
        bool swapped = ((evenLow * perEven) - (oddLow * perOdd)) * _perLow < ((evenMid * perEven) - (oddMid * perOdd)) * _perMid;
        int first = swapped ? 3 : 0, second = 3 - first;
        Put(first, evenLow, evenMid, evenHigh, perEven);
        Put(second, oddLow, oddMid, oddHigh, perOdd);
        Put(6 + first, evenHalfLow, evenHalfMid, evenHalfHigh, perEven);
        Put(6 + second, oddHalfLow, oddHalfMid, oddHalfHigh, perOdd);
        Put(12, afterLow, afterMid, afterHigh, perBeat);
        Put(15, beforeLow, beforeMid, beforeHigh, perBeat);
        Relate(period);
        Features[26] = BeatUnit * beats;
        PutThirds(beats);
    }

    // The ones of a bar of three are to be those with the most bass, or the loudest.
    private void PutThirds(int beats)
    {
        int[] thirds = _sums;
        int one = 0;
        float most = -1f;
        for (int i = 0; i < 3; i++)
        {
            float weight = ((2f * thirds[3 * i] * _perLow) + (thirds[(3 * i) + 1] * _perMid) + (thirds[(3 * i) + 2] * _perHigh)) / ThirdOf(beats, i);
            if (weight > most)
            {
                most = weight;
                one = i;
            }
        }

        int ones = ThirdOf(beats, one), others = beats - ones;
        int left = one == 0 ? 3 : 0, right = one == 2 ? 3 : 6;
        one *= 3;
        Put(29, thirds[one], thirds[one + 1], thirds[one + 2], 1f / ones);
        float share = others == 0 ? 0f : 1f / others;
        Put(32, thirds[left] + thirds[right], thirds[left + 1] + thirds[right + 1], thirds[left + 2] + thirds[right + 2], share);
    }

    // Beats that are the i-th of three; one at least, so that nothing is divided by zero.
    private static int ThirdOf(int beats, int i)
    {
        int count = (beats + 2 - i) / 3;
        return count < 1 ? 1 : count;
    }

    private void Put(int at, int low, int mid, int high, float share)
    {
        int[] features = Features;
        int value = (int)(low * share * _perLow);
        features[at] = value > RatioMax ? RatioMax : value;
        value = (int)(mid * share * _perMid);
        features[at + 1] = value > RatioMax ? RatioMax : value;
        value = (int)(high * share * _perHigh);
        features[at + 2] = value > RatioMax ? RatioMax : value;
    }

    // How alike the pulses are to themselves half a beat, one, one and a half, two, three and four beats ago.
    private void Relate(float period)
    {
        int[] features = Features;
        LagCorrelator correlator = _correlator;
        float lag = period * ((float)PulseHistory.HopsPerFrame / PeriodFinder.HopsPerFrame), chance = _chance, per = _perCorrelation;
        features[18] = (int)((correlator.Between(0.5f * lag) - chance) * per);
        features[19] = (int)((correlator.Between(lag) - chance) * per);
        features[20] = (int)((correlator.Between(1.5f * lag) - chance) * per);
        features[21] = (int)((correlator.Between(lag + lag) - chance) * per);
        features[22] = (int)((correlator.Between(3f * lag) - chance) * per);
        float far = 4f * lag;
        features[23] = (int)((correlator.Between(far > LongestLag ? lag + lag : far) - chance) * per);
        features[27] = (int)((correlator.Between(lag * (1f / 3f)) - chance) * per);
        features[28] = (int)((correlator.Between(lag * (2f / 3f)) - chance) * per);
        float tempo = (period - MiddlePeriod) / MiddlePeriod;
        features[24] = (int)(TempoUnit * tempo);
        features[25] = (int)(TempoUnit * tempo * tempo);
    }

    private int FrameAt(int beat, float period) => (int)(_newest - (beat * period) + 0.5f);

    private int FindPeaks(int length)
    {
        int[] sums = _sums;
        int count = 0, best = -1, second = -1, before = sums[length - 1], sum = sums[0];
        for (int ago = 0; ago < length; ago++)
        {
            int next = sums[ago + 1 < length ? ago + 1 : 0];
            if (sum >= before && sum > next)
            {
                count++;
                if (best < 0 || sum > sums[best])
                {
                    second = best;
                    best = ago;
                }
                else if (second < 0 || sum > sums[second])
                {
                    second = ago;
                }
            }

            before = sum;
            sum = next;
        }

        if (best >= 0)
        {
            Peaks[0] = PeakAt(best, length);
        }

        if (second >= 0)
        {
            Peaks[1] = PeakAt(second, length);
        }

        return count > PeaksMax ? PeaksMax : count;
    }

    // The centre of gravity of three frames above their least.
    private float PeakAt(int ago, int length)
    {
        int left = _sums[ago == 0 ? length - 1 : ago - 1], right = _sums[ago + 1 == length ? 0 : ago + 1];
        int least = left < right ? left : right, sum = left + _sums[ago] + right - (3 * least);
        return sum <= 0 ? ago : ago + ((right - left) / (float)sum);
    }
}
