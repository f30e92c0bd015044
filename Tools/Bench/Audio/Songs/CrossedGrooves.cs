using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>
/// Rhythms crossed of two taught ones of the same metre: tempo and swing of the one, each voice by either. They are played
/// nowhere and could be, and a network that heard them knows fewer rhythms by heart.
/// </summary>
internal static class CrossedGrooves
{
    private const double Even = 0.5;

    /// <summary>The groove of a seed.</summary>
    internal static Groove Make(long seed)
    {
        var random = new SeededRandom(77_000_000 + (seed * 7919));
        Groove first = Groove.Draw(TaughtGrooves.All, random);
        Groove[] mates = [.. TaughtGrooves.All.Where(mate =>
            mate.BeatsPerBar == first.BeatsPerBar && mate.StepsPerBeat == first.StepsPerBeat)];
        Groove second = Groove.Draw(mates, random);
        var patterns = new Dictionary<Voice, string[]>();
        foreach (Voice voice in first.Patterns.Keys.Union(second.Patterns.Keys))
        {
            if (first.Patterns.TryGetValue(voice, out string[]? own))
            {
                bool isShared = second.Patterns.TryGetValue(voice, out string[]? other);
                patterns[voice] = isShared && random.NextUnit() >= Even ? other! : own;
            }
            else if (random.NextUnit() >= Even)
            {
                patterns[voice] = second.Patterns[voice];
            }
        }

        return first with { Name = "crossed", Patterns = patterns };
    }
}
