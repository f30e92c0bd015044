namespace NanoHost.Audio;

/// <summary>One steady tone.</summary>
public sealed class SineSource : IAudioSource
{
    private readonly double _hz;
    private readonly double _peak;

    /// <summary>A tone of <paramref name="hz"/> hertz whose peak is <paramref name="levelDb"/> dBFS.</summary>
    public SineSource(double hz, double levelDb = -12)
    {
        _hz = hz;
        _peak = FullScale.Peak(levelDb);
    }

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        double cyclesPerFrame = _hz / sampleRateHz;
        for (int i = 0; i < mono.Length; i++)
        {
            mono[i] = (float)(_peak * Math.Sin(2 * Math.PI * ((firstFrame + i) * cyclesPerFrame % 1)));
        }
    }
}
