namespace NanoHost.Audio;

/// <summary>A part of a song and when it starts.</summary>
public sealed record SongSection(string Name, double AtSeconds);

/// <summary>What a listener should find in a song; all times are in seconds from its first sample, in rising order.</summary>
public sealed class SongTruth
{
    /// <summary>When something is struck: notes of the same sixteenth are one onset.</summary>
    public IReadOnlyList<double> Onsets { get; init; } = Array.Empty<double>();

    /// <summary>The beats as counted, without the jitter of the playing; those inside a pause are left out.</summary>
    public IReadOnlyList<double> Beats { get; init; } = Array.Empty<double>();

    /// <summary>The first beats of the bars, a subset of <see cref="Beats"/>.</summary>
    public IReadOnlyList<double> Downbeats { get; init; } = Array.Empty<double>();

    public IReadOnlyList<SongSection> Sections { get; init; } = Array.Empty<SongSection>();
}
