namespace NanoHost.Audio;

/// <summary>A room's echo in the manner of Schroeder: four combs for the decay, two all-passes for the density.</summary>
internal sealed class Room
{
    // Half of what the microphone hears comes from the walls: a few metres from the loudspeaker.
    private const float Wet = 0.5f;

    private static readonly double[] CombMs = { 29.7, 37.1, 41.1, 43.7 };
    private static readonly double[] AllPassMs = { 5.0, 1.7 };

    private readonly double _seconds;
    private readonly int _rateHz;

    internal Room(double reverberationSeconds, int sampleRateHz)
    {
        _seconds = reverberationSeconds;
        _rateHz = sampleRateHz;
    }

    /// <summary>Adds the room's answer to <paramref name="mix"/>.</summary>
    internal void Fill(float[] mix)
    {
        var echo = new float[mix.Length];
        foreach (double ms in CombMs)
        {
            AddComb(mix, echo, (int)(ms / 1000 * _rateHz), (float)Math.Pow(10, -3 * ms / 1000 / _seconds));
        }

        foreach (double ms in AllPassMs)
        {
            PassAll(echo, (int)(ms / 1000 * _rateHz));
        }

        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] += Wet * echo[i];
        }
    }

    private static void AddComb(float[] mix, float[] echo, int delay, float gain)
    {
        var line = new float[delay];
        for (int i = 0; i < mix.Length; i++)
        {
            float late = line[i % delay];
            line[i % delay] = mix[i] + gain * late;
            echo[i] += late / 2;
        }
    }

    private static void PassAll(float[] echo, int delay)
    {
        const float gain = 0.7f;
        var line = new float[delay];
        for (int i = 0; i < echo.Length; i++)
        {
            float late = line[i % delay];
            float now = echo[i] + gain * late;
            line[i % delay] = now;
            echo[i] = late - gain * now;
        }
    }
}
