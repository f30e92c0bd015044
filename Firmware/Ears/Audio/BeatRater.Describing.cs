namespace NanoFirmware.Audio;

/// <content>The figures of a guess.</content>
public sealed partial class BeatRater
{
    // Where the figures of the odd eighths lie, and of the thirds.
    private const int Eighths = 35;
    private const int Triplets = 39;

    // The correlation ends here, in its own frames.
    private const float LongestLag = 64f;

    // 120 BPM.
    private const float MiddlePeriod = 15f;

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
}
