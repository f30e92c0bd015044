namespace NanoHost.Audio;

/// <summary>A metronome: a short 1 kHz ping on every beat, the first at time 0.</summary>
public sealed class ClickSource : IAudioSource
{
    private const double ToneHz = 1000;
    private const double DecaySeconds = 0.010;
    private const double PingSeconds = 0.100;

    private readonly double _beatSeconds;
    private readonly double _peak;

    /// <summary><paramref name="bpm"/> clicks a minute whose peak is <paramref name="levelDb"/> dBFS.</summary>
    public ClickSource(double bpm, double levelDb = -12)
    {
        _beatSeconds = 60 / bpm;
        _peak = FullScale.Peak(levelDb);
    }

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        for (int i = 0; i < mono.Length; i++)
        {
            double sinceClick = (double)(firstFrame + i) / sampleRateHz % _beatSeconds;
            mono[i] = sinceClick < PingSeconds ? (float)(_peak * Ping(sinceClick)) : 0;
        }
    }

    // A cosine, so that the click begins with its full height: an onset is where its time says it is.
    private static double Ping(double seconds) =>
        Math.Exp(-seconds / DecaySeconds) * Math.Cos(2 * Math.PI * ToneHz * seconds);
}
