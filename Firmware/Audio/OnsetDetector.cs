namespace NanoFirmware.Audio;

/// <summary>Calls an onset when the novelty stands out from what is usual.</summary>
/// <remarks>The usual is a running median and a running spread, so that neither drums nor noise can move it far.</remarks>
public sealed class OnsetDetector
{
    // Least novelty of an onset, and how far it must lie above the median: 10 spreads are beyond anything noise does in an hour.
    private const float Least = 0.6f;
    private const float Spreads = 10f;
    private const float Medians = 0.6f;

    private const float MedianStep = 0.03f;
    private const float SpreadRise = 1.034f;
    private const float SpreadFall = 0.918f;
    private const float SpreadLeast = 0.02f;

    // 83 ms between onsets, and none in the first 270 ms: the microphone settles, and floors are not learnt yet.
    private const int RestHops = 5;
    private const int SettlingHops = 16;

    private float _median;
    private float _spread = SpreadLeast;
    private int _rest = SettlingHops;

    /// <summary>Strength of an onset in this hop, 1–255; 0 when there is none.</summary>
    public int Detect(float flux)
    {
        float median = _median, spread = _spread, distance = flux - median;
        float above = flux - (Least + (Medians * median) + (Spreads * spread));

        median += distance > 0f ? MedianStep * (spread + 0.01f) : -MedianStep * (spread + 0.01f);
        distance = distance < 0f ? -distance : distance;
        spread *= distance > spread ? SpreadRise : SpreadFall;
        _median = median < 0f ? 0f : median;
        _spread = spread < SpreadLeast ? SpreadLeast : spread;

        _rest--;
        if (above <= 0f || _rest > 0)
        {
            return 0;
        }

        _rest = RestHops;
        int strength = 64 + (int)(above * 64f);
        return strength > 255 ? 255 : strength;
    }
}
