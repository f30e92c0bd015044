using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>
/// Rhythms of four beats made up by chance: what plays on the beat, half way and between is drawn voice by voice. A network that
/// heard a hundred of them knows fewer rhythms by heart.
/// </summary>
internal sealed class ChanceGrooves
{
    private const int Steps = 16;
    private const string Backbeat = "....x.......x...";
    private const string Rest = "................";
    private const string Quarters = "x...x...x...x...";
    private const string Halves = "x.......x.......";
    private const string Eighths = "x.x.x.x.x.x.x.x.";
    private const string Sixteenths = "xxxxxxxxxxxxxxxx";
    private const string OffBeats = "..x...x...x...x.";

    private static readonly string[] Gallops = ["x.xxx.xxx.xxx.xx", "xoxoxoxoxoxoxoxo", "x..xx..xx..xx..x", "xxx.xxx.xxx.xxx."];
    private static readonly string[] Threes = ["x..x..x...x.x...", "x..x..x.x..x..x.", "x..x..x..x..x.x.", "..x.x...x..x..x."];

    private readonly SeededRandom _random;

    private ChanceGrooves(long seed) => _random = new SeededRandom((seed * 104729) + 17);

    /// <summary>The groove of a seed.</summary>
    internal static Groove Make(long seed) => new ChanceGrooves(seed).Make();

    private Groove Make()
    {
        double bpm = 62 * Math.Pow(176 / 62.0, _random.NextUnit());
        var groove = new Groove("chance", Math.Max(60, bpm / 1.12), Math.Min(180, bpm * 1.12))
        {
            Swing = IsRare(0.22) ? 0.2 + (0.8 * _random.NextUnit()) : 0,
        };
        string kick = Kick();
        string bass = IsRare(0.25) ? kick : Bass();
        double kind = _random.NextUnit();
        if (kind < 0.06)
        {
            string clicks = IsRare(0.5) ? "X...o...o...o..." : Quarters;
            return groove.With(Voice.Rim, clicks) with { SlowestBpm = 60, FastestBpm = 180 };
        }

        bool hasDrums = kind < 0.93;
        groove = hasDrums ? WithDrums(groove, kick) : groove;
        groove = IsRare(0.9) || !hasDrums ? groove.With(Voice.Bass, bass) : groove;
        groove = IsRare(0.7) || !hasDrums ? groove.With(Voice.Chord, Chord()) : groove;
        return IsRare(0.3) || !hasDrums ? groove.With(Voice.Lead, Lead()) : groove;
    }

    private Groove WithDrums(Groove groove, string kick)
    {
        groove = IsRare(0.93) ? groove.With(Voice.Kick, kick) : groove;
        groove = IsRare(0.88) ? groove.With(Voice.Snare, Snare()) : groove;
        groove = IsRare(0.9) ? groove.With(IsRare(0.2) ? Voice.OpenHat : Voice.Hat, Hat()) : groove;
        if (!IsRare(0.3))
        {
            return groove;
        }

        Voice voice = Voice.Rim;
        if (!IsRare(0.6))
        {
            voice = IsRare(0.5) ? Voice.Tom : Voice.OpenHat;
        }

        return groove.With(voice, IsRare(0.4) ? OneOf(Threes) : Bar(0.4, 0.35, 0.3, 0.5));
    }

    private string Kick() => _random.NextUnit() switch
    {
        < 0.22 => Quarters,
        < 0.40 => Halves,
        < 0.70 => Bar(0.3, 0.3, 0.12, 0.97),
        < 0.85 => Bar(0.55, 0.25, 0.05, 0.95),
        _ => Draw(0.25, 0.3, 0.3, 0.85),
    };

    private string Snare() => _random.NextUnit() switch
    {
        < 0.58 => Backbeat,
        < 0.66 => "........x.......",
        < 0.76 => Rolled(),
        < 0.92 => Bar(0.35, 0.3, 0.25, 0.1),
        _ => Rest,
    };

    private string Hat() => _random.NextUnit() switch
    {
        < 0.30 => Eighths,
        < 0.45 => Sixteenths,
        < 0.58 => OffBeats,
        < 0.70 => OneOf(Gallops),
        < 0.78 => Quarters,
        < 0.90 => Bar(0.7, 0.6, 0.4, 0.8),
        _ => Rest,
    };

    private string Bass() => _random.NextUnit() switch
    {
        < 0.2 => Eighths,
        < 0.28 => Sixteenths,
        < 0.38 => OffBeats,
        < 0.5 => Halves,
        < 0.6 => Quarters,
        < 0.85 => Bar(0.35, 0.3, 0.15, 0.9),
        _ => Draw(0.3, 0.35, 0.3, 0.6),
    };

    private string Chord() => _random.NextUnit() switch
    {
        < 0.2 => "x...............",
        < 0.35 => Halves,
        < 0.5 => OffBeats,
        < 0.6 => Backbeat,
        < 0.7 => Eighths,
        < 0.9 => Bar(0.3, 0.3, 0.2, 0.5),
        _ => Bar(0.1, 0.3, 0.3, 0.1),
    };

    private string Lead()
    {
        string often = Bar(0.6, 0.5, 0.3, 0.7);
        string seldom = Draw(0.4, 0.4, 0.3, 0.5);
        return OneOf([Eighths, Sixteenths, often, seldom]);
    }

    // A roll with its accents.
    private string Rolled() => string.Concat(Draw(0.8, 0.25, 0.2, 0.6).Select(sign => sign == '.' && IsRare(0.85) ? 'o' : sign));

    // Half of them repeat their first half.
    private string Bar(double beat, double eighth, double sixteenth, double first)
    {
        string bar = Draw(beat, eighth, sixteenth, first);
        return IsRare(0.5) ? bar[..(Steps / 2)] + bar[..(Steps / 2)] : bar;
    }

    // Each step plays by its own chance: on the first, on beats, half way between them, elsewhere.
    private string Draw(double beat, double eighth, double sixteenth, double first)
    {
        var signs = new char[Steps];
        for (int step = 0; step < Steps; step++)
        {
            double chance = (step % 4) switch { 0 => beat, 2 => eighth, _ => sixteenth };
            signs[step] = IsRare(step == 0 ? first : chance) ? 'x' : '.';
        }

        return new string(signs);
    }

    private string OneOf(string[] all) => all[_random.Next(all.Length)];

    private bool IsRare(double share) => _random.NextUnit() < share;
}
