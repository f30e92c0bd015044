namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>A rhythm to learn from: each voice has one or several patterns of a bar, of which a song draws one.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="SlowestBpm">Tempos are drawn from here, evenly in octaves …</param>
/// <param name="FastestBpm">… to here.</param>
internal sealed record Groove(string Name, double SlowestBpm, double FastestBpm)
{
    private const char Separator = '|';

    /// <summary>Beats of a bar.</summary>
    internal int BeatsPerBar { get; init; } = 4;

    /// <summary>Steps of a beat: four sixteenths, or three or six where a beat is parted in three.</summary>
    internal int StepsPerBeat { get; init; } = 4;

    /// <summary>Steps of a bar.</summary>
    internal int Steps => BeatsPerBar * StepsPerBeat;

    /// <summary>Most by which the tempo may wander, slowly and by chance: dancers and singers do not count.</summary>
    internal double Wander { get; init; }

    /// <summary>
    /// Voices and their patterns ('x' plays, 'o' softly, 's' hardly, 'b' barely, 'X' loudly, '.' rests); several are parted
    /// by '|'.
    /// </summary>
    internal IReadOnlyDictionary<Voice, string[]> Patterns { get; init; } = new Dictionary<Voice, string[]>();

    /// <summary>How late the off-eighths come: 0 straight, 1 as the third of a triplet.</summary>
    internal double Swing { get; init; }

    /// <summary>How often it is drawn.</summary>
    internal double Weight { get; init; } = 1;

    /// <summary>True for the rhythms that nothing is ever trained or tuned on.</summary>
    internal bool IsHeldOut { get; init; }

    /// <summary>One of several, each as often as its weight says.</summary>
    internal static Groove Draw(IReadOnlyList<Groove> grooves, NanoHost.Audio.SeededRandom random)
    {
        double at = random.NextUnit() * grooves.Sum(groove => groove.Weight);
        return grooves.First(groove => (at -= groove.Weight) < 0);
    }

    internal Groove With(Voice voice, string patterns) =>
        this with { Patterns = new Dictionary<Voice, string[]>(Patterns) { [voice] = patterns.Split(Separator) } };
}

/// <summary>Who plays.</summary>
internal enum Voice
{
    Kick,
    Snare,
    Hat,
    OpenHat,
    Rim,
    Tom,
    Bass,
    Chord,
    Lead,
    Brush,
}
