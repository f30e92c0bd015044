namespace NanoHost.Audio;

/// <summary>The rhythm a song is built on.</summary>
public enum Groove
{
    /// <summary>Kick on every beat, open hats between.</summary>
    House,

    /// <summary>Kick on one and three, snare on two and four, hats in eighths.</summary>
    Rock,

    /// <summary>Broken kicks, ghosted sixteenths.</summary>
    Breakbeat,

    /// <summary>Reggae: kick and rim together on two and four, nothing on one, chords between the beats.</summary>
    OneDrop,

    /// <summary>Latin: the son clave over congas and a bell on the beat, the bass ahead of it.</summary>
    Clave,

    /// <summary>Nothing but a click on every beat.</summary>
    Click,
}

/// <summary>A new tempo, reached at once or evenly over some seconds.</summary>
public sealed record TempoChange(double AtSeconds, double Bpm, double OverSeconds = 0);

/// <summary>A stretch in which nothing plays while the beat goes on counting.</summary>
public sealed record Pause(double AtSeconds, double Seconds)
{
    public bool Contains(double seconds) => seconds >= AtSeconds && seconds < AtSeconds + Seconds;
}

/// <summary>What a synthetic song is like; the same options always give the same samples.</summary>
public sealed record SongOptions
{
    /// <summary>Chooses melody, chords, variations and noise.</summary>
    public long Seed { get; init; } = 1;

    public Groove Groove { get; init; } = Groove.House;

    /// <summary>Tempo at the start, in beats a minute.</summary>
    public double Bpm { get; init; } = 124;

    /// <summary>Length; 0 means once through intro, verse, chorus, break and chorus.</summary>
    public double Seconds { get; init; }

    /// <summary>Silence before the first beat.</summary>
    public double LeadInSeconds { get; init; }

    /// <summary>How late the off-eighths come: 0 straight, 1 as the third of a triplet.</summary>
    public double Swing { get; init; }

    /// <summary>Share (0…1) of the movable notes that leave their beat for a sixteenth or an eighth beside it.</summary>
    public double Syncopation { get; init; }

    /// <summary>Standard deviation of how far a played note misses the grid.</summary>
    public double JitterMs { get; init; }

    public IReadOnlyList<TempoChange> TempoChanges { get; init; } = Array.Empty<TempoChange>();

    public IReadOnlyList<Pause> Pauses { get; init; } = Array.Empty<Pause>();

    /// <summary>Reverberation time (until 60 dB down) of the room it is heard in; 0 is the open air.</summary>
    public double RoomSeconds { get; init; }

    /// <summary>Peak of the music, in dBFS.</summary>
    public double LevelDb { get; init; } = -12;

    /// <summary>RMS of the music over that of added white noise; infinite leaves the microphone's own noise alone.</summary>
    public double SnrDb { get; init; } = double.PositiveInfinity;

    /// <summary>The tempo at a time, in beats a minute.</summary>
    public double BpmAt(double seconds)
    {
        double bpm = Bpm;
        foreach (TempoChange change in TempoChanges)
        {
            if (seconds < change.AtSeconds)
            {
                break;
            }

            double share = change.OverSeconds <= 0 ? 1 : Math.Min(1, (seconds - change.AtSeconds) / change.OverSeconds);
            bpm += share * (change.Bpm - bpm);
        }

        return bpm;
    }
}
