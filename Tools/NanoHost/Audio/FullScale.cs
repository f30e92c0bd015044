namespace NanoHost.Audio;

/// <summary>Levels in dBFS: 0 dBFS is a sine that just reaches full scale, for peaks as for RMS (AES17).</summary>
public static class FullScale
{
    /// <summary>Peak amplitude (0…1 and above) of a sine at <paramref name="levelDb"/> dBFS.</summary>
    public static double Peak(double levelDb) => Math.Pow(10, levelDb / 20);

    /// <summary>RMS amplitude of any signal at <paramref name="levelDb"/> dBFS: 3.01 dB below the sine's peak.</summary>
    public static double Rms(double levelDb) => Peak(levelDb) / Math.Sqrt(2);

    /// <summary>Level in dBFS of a signal with this RMS amplitude; −200 for silence.</summary>
    public static double LevelDb(double rms) => rms <= 0 ? -200 : 20 * Math.Log10(rms * Math.Sqrt(2));

    /// <summary>RMS amplitude of the samples, 0 when there are none.</summary>
    public static double RmsOf(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float sample in samples)
        {
            sum += (double)sample * sample;
        }

        return samples.Length == 0 ? 0 : Math.Sqrt(sum / samples.Length);
    }
}
