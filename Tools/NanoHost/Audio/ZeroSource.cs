namespace NanoHost.Audio;

/// <summary>Digital zero, as from a microphone that is not connected.</summary>
public sealed class ZeroSource : IAudioSource
{
    public void Read(long firstFrame, int sampleRateHz, Span<float> mono) => mono.Clear();
}
