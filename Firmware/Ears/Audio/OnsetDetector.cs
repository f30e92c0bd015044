namespace NanoFirmware.Audio;

/// <summary>Calls an onset when the novelty stands out from what is usual, and from the echo of the onset before.</summary>
/// <remarks>
/// The usual is a running spread about a running median, so that neither drums nor noise can move it far. The echo is the highest
/// novelty of late, fading: what a hall or a long note adds after a blow stays below it. Constants are from a search over
/// training songs.
/// </remarks>
public sealed class OnsetDetector
{
    // Least novelty of an onset, and how many spreads it must add: beyond what noise does in an hour.
    private const float Least = 0.55f;
    private const float Spreads = 10.5f;

    // Where there is a beat there is music: a little false light is less harm then than notes left out. From this confidence on
    // the beat is beyond doubt, and its softer notes are shown.
    private const int SureFrom = 221;
    private const float SureSpreads = 4f;

    private const float MedianStep = 0.015f;
    private const float SpreadRise = 1.02f;
    private const float SpreadFall = 0.908f;
    private const float SpreadLeast = 0.027f;

    // An echo fades by 2.1 dB a hop, and an onset must beat 56 % of it.
    private const float EchoKept = 0.787f;
    private const float EchoShare = 0.563f;

    // 67 ms between onsets, and none in the first 270 ms: the microphone settles, and floors are not learnt yet.
    private const int RestHops = 4;
    private const int SettlingHops = 16;

    private const int Believed = 128;

    // A drum or a plucked note is there at once, a syllable or a gust swells for some hops: what rose in the two before counts
    // against it, twice. Nine syllables in ten stay below, and two drums in a hundred.
    private const float SharpFrom = 116f;

    // What speaks for a beat may be softer than what is shown, and begins all the more at once.
    private const float WitnessSpreads = 7f;
    private const float WitnessShare = 0.9f;

    private float _median;
    private float _spread = SpreadLeast;
    private float _echo;
    private float _before;
    private float _beforeLast;
    private int _rest = SettlingHops;

    private float _sharpness;

    /// <summary>Whether the onset called last began so sharply that it is no talk, whatever else is known.</summary>
    public bool IsSharp => _sharpness >= SharpFrom;

    /// <summary>Whether something begins in this hop that speaks for a beat: what swells does not.</summary>
    public bool IsWitness;

    /// <summary>Strength of an onset that somebody else found, unless one was called a moment ago.</summary>
    public int Believe()
    {
        if (_rest > 0)
        {
            return 0;
        }

        _rest = RestHops;
        _sharpness = SharpFrom;
        IsWitness = true;
        return Believed;
    }

    /// <summary>Strength of an onset in this hop, 1–255; 0 when there is none.</summary>
    /// <param name="flux">The hop's novelty.</param>
    /// <param name="confidence">How sure the beat is.</param>
    public int Detect(float flux, int confidence)
    {
        if (_rest > 0)
        {
            _rest--;
        }

        // In most hops nothing begins.
        float echo = _echo;
        int strength = 0;
        IsWitness = false;
        if (flux > Least && flux > Least + (EchoShare * echo))
        {
            strength = Weigh(flux, confidence);
        }

        _beforeLast = _before;
        _before = flux;
        echo *= EchoKept;
        _echo = flux > echo ? flux : echo;

        float spread = _spread;
        float median = _median;
        float distance = flux - median;
        float step = MedianStep * (spread + 0.01f);
        if (distance > 0f)
        {
            _median = median + step;
        }
        else
        {
            median -= step;
            _median = median < 0f ? 0f : median;
            distance = -distance;
        }

        if (distance > spread)
        {
            _spread = spread * SpreadRise;
        }
        else
        {
            spread *= SpreadFall;
            _spread = spread < SpreadLeast ? SpreadLeast : spread;
        }

        return strength;
    }

    // How much something stands out that is louder than the echo.
    private int Weigh(float flux, int confidence)
    {
        float spread = _spread;
        float fresh = flux - Least - (EchoShare * _echo);
        float ofThree = flux + _before + _beforeLast;
        IsWitness = fresh > WitnessSpreads * spread && flux > WitnessShare * ofThree;
        float above = fresh - ((confidence >= SureFrom ? SureSpreads : Spreads) * spread);
        if (above <= 0f || _rest > 0)
        {
            return 0;
        }

        _rest = RestHops;
        float strength = 64f + (above * 64f);
        strength = strength > 255f ? 255f : strength;
        float share = flux / ofThree;
        _sharpness = strength * share * share;
        return (int)strength;
    }
}
