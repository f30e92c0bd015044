using System;

namespace NanoFirmware.Audio;

/// <summary>
/// Rates a guess "the beats lie this period apart and the last one fell then" by what the last seconds hold on and between them.
/// </summary>
/// <remarks>
/// It looks at each of the last beats, half way between them and at the quarters, in three bands, apart for every second beat:
/// what a
/// kick on one and three and a snare on two and four look like was learnt by <see cref="BeatNetwork"/>.
/// Periods and ages are in frames of <see cref="PulseHistory"/> here.
/// </remarks>
public sealed class BeatRater
{
    /// <summary>Figures that describe a guess.</summary>
    public const int FeatureCount = 41;

    private const int BeatsMax = 8;
    private const int Mask = PulseHistory.Length - 1;

    // Frames back that are still there after a whole search.
    private const int Reach = 220;

    private const int PeaksMax = 2;
    private const int LongestPeriod = 38;

    // Where the sums on beats by threes begin, behind six times three others.
    private const int Thirds = 18;

    // Where the figures of the odd eighths lie, and of the thirds.
    private const int Eighths = 35;
    private const int Triplets = 39;

    // Features are whole. A band's mean is 51, four times as much 128, and 256 is never reached: of sparse music, slow or soft,
    // much lies far above the mean. 64 is a full correlation; tempo in 32nds.
    private const float RatioUnit = 32f;
    private const float RatioMax = 256f;
    private const float RatioHalf = 128f;
    private const float CorrelationUnit = 64f;
    private const float TempoUnit = 32f;
    private const int BeatUnit = 8;

    // What speaks for a fast beat speaks against a slow one: each has a part of the network (docs/adr/0107).
    private const int Tempo = 24;
    private const int MediumFrom = -4;
    private const int SlowFrom = 14;
    private const int Fast = 0;
    private const int Medium = 1;
    private const int Slow = 2;

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
    private float _perAll;
    private float _perCorrelation;

    // The period whose correlations are among the features.
    private float _related;

    public BeatRater(PulseHistory history, LagCorrelator correlator)
    {
        _history = history;
        _correlator = correlator;
    }

    /// <summary>
    /// Looks from here on at what is known now: <paramref name="age"/> frames of music, <paramref name="chance"/> the mean
    /// correlation.
    /// </summary>
    public void Begin(int age, float chance)
    {
        PulseHistory history = _history;
        _newest = history.Place;
        _age = age > Reach ? Reach : age;
        _related = 0f;
        _chance = chance;
        _perLow = RatioUnit / (history.MeanLow + 1f);
        _perMid = RatioUnit / (history.MeanMid + 1f);
        _perHigh = RatioUnit / (history.MeanHigh + 1f);
        _perAll = RatioUnit / (history.MeanLow + history.MeanMid + history.MeanHigh + 3f);

        // In silence nothing is like itself more than by chance.
        float spread = _correlator.At[0] - chance;
        _perCorrelation = spread > 0f ? CorrelationUnit / spread : 0f;
    }

    /// <summary>
    /// Lays the last beats of a period on top of each other; returns how many <see cref="Peaks"/> there are, 0 to 2.
    /// </summary>
    public int Fold(float period)
    {
        byte[] all = _history.All;
        int[] sums = _sums;
        int length = (int)(period + 0.999f);
        int beats = (int)((_age - length) / period);
        if (beats < 1)
        {
            return 0;
        }

        // Five beats in one pass; where fewer are known the newest stands for the others.
        int a = _newest;
        int b = beats > 1 ? FrameAt(1, period) : a;
        int c = beats > 2 ? FrameAt(2, period) : a;
        int d = beats > 3 ? FrameAt(3, period) : a;
        int e = beats > 4 ? FrameAt(4, period) : a;
        for (int ago = 0; ago < length; ago++)
        {
            sums[ago] = all[(a - ago) & Mask] + all[(b - ago) & Mask] + all[(c - ago) & Mask]
                + all[(d - ago) & Mask] + all[(e - ago) & Mask];
        }

        return FindPeaks(length);
    }

    /// <summary>How likely the guess last described is, as the logarithm of its odds.</summary>
    public float Rate()
    {
        int[] features = Features;
        int part = PartOf(features);
        if (part == Fast)
        {
            return BeatNetwork.Fast(features);
        }

        return part == Slow ? BeatNetwork.Slow(features) : BeatNetwork.Medium(features);
    }

    /// <summary>Which part of the network rates a guess of these features: one from 137 BPM on, one from 84 on, one
    /// below.</summary>
    public static int PartOf(int[] features)
    {
        int tempo = features[Tempo];
        if (tempo < MediumFrom)
        {
            return Fast;
        }

        return tempo < SlowFrom ? Medium : Slow;
    }

    /// <summary>
    /// Fills <see cref="Features"/>: low, mid, high on even beats, on odd beats, half way before even beats, before odd beats,
    /// at the quarter after, at the quarter before the beat, all over their means; six correlations; tempo, its square; beats
    /// looked at; correlations at a third and two thirds; low, mid, high on the strongest beats by threes and on the others; all
    /// bands together an eighth, three, five and seven eighths before the beat, and a third and two thirds.
    /// </summary>
    public void Describe(float period, float ago)
    {
        int beats = (int)(((_age - ago) / period) - 0.75f);
        beats = beats > BeatsMax ? BeatsMax : beats;
        beats = beats < 1 ? 1 : beats;
        Sum(period, ago, beats);
        int odd = beats >> 1;
        float perEven = 1f / (beats - odd);
        float perOdd = odd == 0 ? 0f : 1f / odd;
        float perBeat = 1f / beats;

        // The even ones are to be those with more bass and less snare.
        int[] sums = _sums;
        float bass = (sums[0] * perEven) - (sums[3] * perOdd);
        float snare = (sums[1] * perEven) - (sums[4] * perOdd);
        int first = bass * _perLow < snare * _perMid ? 3 : 0;
        int second = 3 - first;
        Put(first, 0, perEven);
        Put(second, 3, perOdd);
        Put(6 + first, 6, perEven);
        Put(6 + second, 9, perOdd);
        Put(12, 12, perBeat);
        Put(15, 15, perBeat);
        Relate(period);
        Features[26] = BeatUnit * beats;
        PutThirds(beats);
        PutEighths(period, ago, beats);
        PutTriplets(period, ago, beats);
    }

    // Where a beat is parted in eight nothing falls, unless it is two beats or lies a little beside one.
    private void PutEighths(float period, float ago, int beats)
    {
        byte[] all = _history.All;
        float quarter = 0.25f * period;
        float frame = _newest - ago + 0.5f - (0.125f * period);
        int first = 0;
        int third = 0;
        int fifth = 0;
        int seventh = 0;
        for (int beat = 0; beat < beats; beat++)
        {
            first += all[(int)frame & Mask];
            frame -= quarter;
            third += all[(int)frame & Mask];
            frame -= quarter;
            fifth += all[(int)frame & Mask];
            frame -= quarter;
            seventh += all[(int)frame & Mask];
            frame -= quarter;
        }

        float per = _perAll / beats;
        int[] features = Features;
        features[Eighths] = Squeezed(first * per);
        features[Eighths + 1] = Squeezed(third * per);
        features[Eighths + 2] = Squeezed(fifth * per);
        features[Eighths + 3] = Squeezed(seventh * per);
    }

    // A beat parted in three tells a slow six eight from a fast waltz.
    private void PutTriplets(float period, float ago, int beats)
    {
        byte[] all = _history.All;
        float part = period * (1f / 3f);
        float frame = _newest - ago + 0.5f - part;
        int first = 0;
        int second = 0;
        for (int beat = 0; beat < beats; beat++)
        {
            first += all[(int)frame & Mask];
            frame -= part;
            second += all[(int)frame & Mask];
            frame -= part + part;
        }

        float per = _perAll / beats;
        Features[Triplets] = Squeezed(first * per);
        Features[Triplets + 1] = Squeezed(second * per);
    }

    private static int Squeezed(float ratio) => (int)(RatioMax - (RatioMax * RatioHalf / (ratio + RatioHalf)));

    // Adds up what the bands hold, low, mid and high of each: on even beats, on odd ones, half way before either, at the quarter
    // after and at the one before; then on beats by threes. The fold's sums are not needed any more.
    private void Sum(float period, float ago, int beats)
    {
        byte[] low = _history.Low;
        byte[] mid = _history.Mid;
        byte[] high = _history.High;
        int[] sums = _sums;
        Array.Clear(sums, 0, Thirds + 9);
        float quarter = 0.25f * period;
        float newest = _newest - ago + 0.5f;
        int afterLow = 0;
        int afterMid = 0;
        int afterHigh = 0;
        int beforeLow = 0;
        int beforeMid = 0;
        int beforeHigh = 0;
        for (int odd = 0; odd < 2; odd++)
        {
            float frame = newest - (odd * period);
            int third = Thirds + (3 * odd);
            int onLow = 0;
            int onMid = 0;
            int onHigh = 0;
            int halfLow = 0;
            int halfMid = 0;
            int halfHigh = 0;
            for (int beat = odd; beat < beats; beat += 2)
            {
                int at = (int)frame & Mask;
                int value = low[at];
                onLow += value;
                sums[third] += value;
                value = mid[at];
                onMid += value;
                sums[third + 1] += value;
                value = high[at];
                onHigh += value;
                sums[third + 2] += value;
                third = third == Thirds ? Thirds + 6 : third - 3;

                frame -= quarter;
                at = (int)frame & Mask;
                beforeLow += low[at];
                beforeMid += mid[at];
                beforeHigh += high[at];
                frame -= quarter;
                at = (int)frame & Mask;
                halfLow += low[at];
                halfMid += mid[at];
                halfHigh += high[at];
                frame -= quarter;
                at = (int)frame & Mask;
                afterLow += low[at];
                afterMid += mid[at];
                afterHigh += high[at];
                frame -= quarter + period;
            }

            int side = 3 * odd;
            Keep(side, onLow, onMid, onHigh);
            Keep(side + 6, halfLow, halfMid, halfHigh);
        }

        Keep(12, afterLow, afterMid, afterHigh);
        Keep(15, beforeLow, beforeMid, beforeHigh);
    }

    private void Keep(int at, int low, int mid, int high)
    {
        int[] sums = _sums;
        sums[at] = low;
        sums[at + 1] = mid;
        sums[at + 2] = high;
    }

    // The ones of a bar of three are to be those with the most bass, or the loudest.
    private void PutThirds(int beats)
    {
        int[] sums = _sums;
        int one = 0;
        float most = -1f;
        for (int i = 0; i < 3; i++)
        {
            int at = Thirds + (3 * i);
            float weight = (2f * sums[at] * _perLow) + (sums[at + 1] * _perMid) + (sums[at + 2] * _perHigh);
            weight /= ThirdOf(beats, i);
            if (weight > most)
            {
                most = weight;
                one = i;
            }
        }

        int ones = ThirdOf(beats, one);
        int others = beats - ones;
        int left = Thirds + (one == 0 ? 3 : 0);
        int right = Thirds + (one == 2 ? 3 : 6);
        Put(29, Thirds + (3 * one), 1f / ones);
        float share = others == 0 ? 0f : 1f / others;
        sums[left] += sums[right];
        sums[left + 1] += sums[right + 1];
        sums[left + 2] += sums[right + 2];
        Put(32, left, share);
    }

    // Beats that are the i-th of three; one at least, so that nothing is divided by zero.
    private static int ThirdOf(int beats, int i)
    {
        int count = (beats + 2 - i) / 3;
        return count < 1 ? 1 : count;
    }

    // Three features from the three sums that lie at a place, as means over so many.
    private void Put(int at, int from, float share)
    {
        int[] features = Features;
        int[] sums = _sums;
        features[at] = Squeezed(sums[from] * share * _perLow);
        features[at + 1] = Squeezed(sums[from + 1] * share * _perMid);
        features[at + 2] = Squeezed(sums[from + 2] * share * _perHigh);
    }

    /// <summary>
    /// How alike the pulses are to themselves half a beat, one, one and a half, two, three and four beats ago; once for all
    /// guesses of a period that follow each other.
    /// </summary>
    public void Relate(float period)
    {
        if (period == _related)
        {
            return;
        }

        _related = period;
        int[] features = Features;
        LagCorrelator correlator = _correlator;
        float lag = period * ((float)PulseHistory.HopsPerFrame / PeriodFinder.HopsPerFrame);
        float chance = _chance;
        float per = _perCorrelation;
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
        features[Tempo] = (int)(TempoUnit * tempo);
        features[Tempo + 1] = (int)(TempoUnit * tempo * tempo);
    }

    private int FrameAt(int beat, float period) => (int)(_newest - (beat * period) + 0.5f);

    private int FindPeaks(int length)
    {
        int[] sums = _sums;
        int count = 0;
        int best = -1;
        int second = -1;
        int before = sums[length - 1];
        int sum = sums[0];

        // A period has no end: behind its last frame comes its first.
        sums[length] = sum;
        for (int ago = 0; ago < length; ago++)
        {
            int next = sums[ago + 1];
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
        int left = _sums[ago == 0 ? length - 1 : ago - 1];
        int right = _sums[ago + 1 == length ? 0 : ago + 1];
        int least = left < right ? left : right;
        int sum = left + _sums[ago] + right - (3 * least);
        return sum <= 0 ? ago : ago + ((right - left) / (float)sum);
    }
}
