namespace NanoFirmware.Audio;

/// <summary>Turns hops of samples into 16 bands and a level.</summary>
public sealed class SpectrumAnalyzer
{
    /// <summary>Analyses one hop: 256 frames of 4 bytes, the sample at <paramref name="slotOffset"/> of each, high byte first when <paramref name="swapped"/>.</summary>
    public void Analyze(byte[] hop, int slotOffset, bool swapped, AudioSnapshot snapshot)
    {
    }

    /// <summary>What one hop of silence sounds like.</summary>
    public void Silence(AudioSnapshot snapshot)
    {
    }
}
