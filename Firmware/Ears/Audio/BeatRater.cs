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
public sealed partial class BeatRater
{
    /// <summary>Figures that describe a guess.</summary>
    public const int FeatureCount = 41;

    private const int BeatsMax = 8;
    private const int Mask = PulseHistory.Length - 1;

    // Frames back that are still there after a whole search.
    private const int Reach = 220;

    private const int PeaksMax = 2;
    private const int LongestPeriod = 38;

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
}
