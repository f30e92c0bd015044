namespace NanoFirmware.Audio;

/// <summary>Calls an onset when the novelty stands out from what is usual, and from the echo of the onset before.</summary>
/// <remarks>
/// The usual is a running spread about a running median, so that neither drums nor noise can move it far. The echo is the highest
/// novelty of late, fading: what a hall or a long note adds after a blow stays below it. Constants are from a search over training songs.
/// </remarks>
public sealed class OnsetDetector
{
    // Least novelty of an onset, and how many spreads it must add: beyond what noise does in an hour.
    private const float Least = 0.55f;
    private const float Spreads = 10.5f;

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

    private float _median;
    private float _spread = SpreadLeast;
    private float _echo;
    private int _rest = SettlingHops;

    /// <summary>Strength of an onset that somebody else found, unless one was called a moment ago.</summary>
    public int Believe()
    {
        if (_rest > 0)
        {
            return 0;
        }

        _rest = RestHops;
        return Believed;
    }

    /// <summary>Strength of an onset in this hop, 1–255; 0 when there is none.</summary>
    public int Detect(float flux)
    {
        float median = _median, spread = _spread, echo = _echo, distance = flux - median;
        float above = flux - (Least + (Spreads * spread) + (EchoShare * echo));

        echo *= EchoKept;
        _echo = flux > echo ? flux : echo;
        median += distance > 0f ? MedianStep * (spread + 0.01f) : -MedianStep * (spread + 0.01f);
        distance = distance < 0f ? -distance : distance;
        spread *= distance > spread ? SpreadRise : SpreadFall;
        _median = median < 0f ? 0f : median;
        _spread = spread < SpreadLeast ? SpreadLeast : spread;

        _rest -= _rest > 0 ? 1 : 0;
        if (above <= 0f || _rest > 0)
        {
            return 0;
        }

        _rest = RestHops;
        int strength = 64 + (int)(above * 64f);
        return strength > 255 ? 255 : strength;
    }
}
