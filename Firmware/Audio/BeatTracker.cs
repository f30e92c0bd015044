namespace NanoFirmware.Audio;

/// <summary>Finds onsets, the tempo and the beat in a row of snapshots.</summary>
public sealed class BeatTracker
{
    /// <summary>Completes <paramref name="snapshot"/> with onset and beat.</summary>
    public void Track(AudioSnapshot snapshot)
    {
    }
}
