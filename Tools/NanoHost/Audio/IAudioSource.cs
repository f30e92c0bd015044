namespace NanoHost.Audio;

/// <summary>What the simulated microphone hears: one mono signal, read once, front to back.</summary>
public interface IAudioSource
{
    /// <summary>Fills the whole of <paramref name="mono"/> with the signal from <paramref name="firstFrame"/> on.</summary>
    /// <param name="firstFrame">Index of the first frame since the microphone started; each call continues where the last one
    /// ended.</param>
    /// <param name="sampleRateHz">Frames per second, the same in every call.</param>
    /// <param name="mono">Filled with samples, full scale −1…+1; what exceeds that is clipped by the microphone.</param>
    void Read(long firstFrame, int sampleRateHz, Span<float> mono);
}
