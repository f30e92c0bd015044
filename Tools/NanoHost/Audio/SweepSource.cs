namespace NanoHost.Audio;

/// <summary>A tone that glides evenly in octaves from 20 Hz to 7.6 kHz, again and again.</summary>
public sealed class SweepSource : IAudioSource
{
    public const double LowestHz = 20;

    /// <summary>Just below half of the microphone's 15 360 Hz.</summary>
    public const double HighestHz = 7600;

    private readonly double _seconds;
    private readonly double _peak;

    /// <summary>One glide takes <paramref name="seconds"/>; the peak is <paramref name="levelDb"/> dBFS.</summary>
    public SweepSource(double seconds = 10, double levelDb = -12)
    {
        _seconds = seconds;
        _peak = FullScale.Peak(levelDb);
    }

    /// <summary>The frequency at a time, in Hz.</summary>
    public double HzAt(double seconds) => LowestHz * Math.Pow(HighestHz / LowestHz, seconds % _seconds / _seconds);

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        // Cycles so far are the integral of HzAt, which is (HzAt(t) − HzAt(0)) / growth.
        double growth = Math.Log(HighestHz / LowestHz) / _seconds;
        for (int i = 0; i < mono.Length; i++)
        {
            double cycles = (HzAt((double)(firstFrame + i) / sampleRateHz) - LowestHz) / growth;
            mono[i] = (float)(_peak * Math.Sin(2 * Math.PI * (cycles % 1)));
        }
    }
}
