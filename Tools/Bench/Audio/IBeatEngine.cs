namespace NanoFirmware.Bench.Audio;

/// <summary>Something that listens and says where the beat is: the firmware's engine and each rival.</summary>
internal interface IBeatEngine
{
    /// <summary>Forgets all it has heard.</summary>
    void Reset();

    /// <summary>
    /// Listens to the next hop of <see cref="Hearing.HopFrames"/> samples, as the microphone's converter puts them out.
    /// </summary>
    HopReport Process(ReadOnlySpan<short> hop);
}

/// <summary>A rival that is a program of its own and hears a recording at once.</summary>
internal interface IRecordingEngine : IBeatEngine
{
    /// <summary>What it said at the end of each hop.</summary>
    HopReport[] Hear(ReadOnlySpan<short> samples);
}

/// <summary>What an engine says at the end of a hop.</summary>
/// <param name="Onset">A note or drum began.</param>
/// <param name="Beat">A beat, as far as the engine itself would have a light act on it.</param>
/// <param name="Bpm">Tempo, 0 while it knows none.</param>
/// <param name="Confidence">How sure it is of the beat, 0…1.</param>
/// <param name="Bar">Beat of the bar, 0 being the first; −1 while it knows none.</param>
internal readonly record struct HopReport(bool Onset, bool Beat, double Bpm, double Confidence, int Bar = -1);
