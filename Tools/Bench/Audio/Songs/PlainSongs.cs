using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>
/// Songs as the rooms have them: a plain band or a single voice in a quiet room, of the metres and tempos that are easily taken
/// for each other.
/// </summary>
internal static class PlainSongs
{
    private const double Seconds = 40;

    // What is soft is 26 to 6 dB below the rest.
    private const double Softest = 0.05;
    private const double SoftRange = 10;

    // Who counts in four wanders a little.
    private const double Wander = 0.015;

    // Taught grooves, and how often each is played.
    private static readonly (string Name, double Weight)[] Shares =
    [
        ("tapped three", 1), ("softly tapped three", 2), ("softly tapped three on a drum", 0.4), ("waltz", 1),
        ("fast waltz", 1.5), ("Viennese waltz", 1), ("country waltz", 0.5), ("ballad in six", 2.2), ("six without a snare", 3),
        ("tapped six", 0.4), ("drum and bass", 2.8), ("jungle", 0.7), ("quickstep", 1), ("fast rock", 1),
        ("fast rock in eighths", 1), ("gabber", 0.4), ("slow song", 1), ("slow rock", 1), ("click", 0.4), ("slow click", 0.8),
        ("clicked eighths", 1.2), ("even eighths", 1.6), ("wide click", 0.3), ("rock in eighths", 0.7), ("rock in quarters", 0.5),
        ("pop", 0.7), ("half-time", 0.5), ("trap", 0.3), ("swing", 0.5), ("shuffle", 0.4), ("house", 0.4), ("boom bap", 0.4),
        ("shuffle in twelve", 0.4), ("blues in twelve", 0.3),
    ];

    private static readonly Groove[] Grooves =
        [.. Shares.Select(share => TaughtGrooves.All.First(groove => groove.Name == share.Name) with { Weight = share.Weight })];

    /// <summary>The song of a seed.</summary>
    internal static PlainSong Make(long seed)
    {
        var random = new SeededRandom(12_345_000 + (seed * 7919));
        Groove drawn = Groove.Draw(Grooves, random);
        Groove groove = drawn with
        {
            Patterns = drawn.Patterns.ToDictionary(
                voice => voice.Key, voice => new[] { voice.Value[random.Next(voice.Value.Length)] }),
        };
        double bpm = groove.SlowestBpm * Math.Pow(groove.FastestBpm / groove.SlowestBpm, random.NextUnit());
        double soft = Softest * Math.Pow(SoftRange, random.NextUnit());
        double wander = (groove.Wander > 0 ? groove.Wander : Wander) * random.NextUnit();
        return new PlainSong(groove, bpm, wander, Seconds, 3_000_000 + seed, soft);
    }
}
