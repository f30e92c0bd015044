namespace NanoHost.Audio;

internal enum Instrument
{
    Click,
    Kick,
    Snare,
    ClosedHat,
    OpenHat,
    Bass,
    Chord,
    Lead,
}

internal enum SongPart
{
    Intro,
    Verse,
    Chorus,
    Break,
}

/// <summary>Who plays on which sixteenth of a bar: '.' rests, 'x' plays, 'o' plays softly.</summary>
internal static class SongPatterns
{
    internal const int Steps = 16;

    private const string Rest = "................";

    internal static string Of(Groove groove, SongPart part, Instrument instrument)
    {
        if (groove == Groove.Click)
        {
            return instrument == Instrument.Click ? "x...x...x...x..." : Rest;
        }

        return (part, instrument) switch
        {
            (_, Instrument.Click) => Rest,
            (SongPart.Break, Instrument.Kick) => "x...............",
            (SongPart.Break, Instrument.Snare) => Rest,
            (SongPart.Break, Instrument.ClosedHat) => "x...x...x...x...",
            (SongPart.Break, Instrument.OpenHat) => Rest,
            (SongPart.Break, Instrument.Lead) => "x.x.x.x.x.x.x.x.",
            (SongPart.Intro, Instrument.Snare or Instrument.Lead) => Rest,
            (SongPart.Verse, Instrument.Lead) => Rest,
            (SongPart.Chorus, Instrument.Lead) => "x...x.x...x.x...",
            (_, Instrument.Chord) when groove == Groove.OneDrop => "..x...x...x...x.",
            (SongPart.Chorus, Instrument.Chord) => "x.......x.......",
            (_, Instrument.Chord) => "x...............",
            _ => Rhythm(groove, instrument),
        };
    }

    private static string Rhythm(Groove groove, Instrument instrument) => (groove, instrument) switch
    {
        (Groove.House, Instrument.Kick) => "x...x...x...x...",
        (Groove.House, Instrument.Snare) => "....x.......x...",
        (Groove.House, Instrument.ClosedHat) => "x...x...x...x...",
        (Groove.House, Instrument.OpenHat) => "..x...x...x...x.",
        (Groove.House, Instrument.Bass) => "..x...x...x...x.",
        (Groove.Rock, Instrument.Kick) => "x.......x.x.....",
        (Groove.Rock, Instrument.Snare) => "....x.......x...",
        (Groove.Rock, Instrument.ClosedHat) => "x.o.x.o.x.o.x.o.",
        (Groove.Rock, Instrument.Bass) => "x.o.x.o.x.o.x.o.",
        (Groove.Breakbeat, Instrument.Kick) => "x.....x...x.....",
        (Groove.Breakbeat, Instrument.Snare) => "....x..o....x...",
        (Groove.Breakbeat, Instrument.ClosedHat) => "x.x.x.x.x.x.x.x.",
        (Groove.Breakbeat, Instrument.OpenHat) => "..............x.",
        (Groove.Breakbeat, Instrument.Bass) => "x.....x...x.....",
        (Groove.OneDrop, Instrument.Kick) => "....x.......x...",
        (Groove.OneDrop, Instrument.Snare) => "....x.......x...",
        (Groove.OneDrop, Instrument.ClosedHat) => "x.o.x.o.x.o.x.o.",
        (Groove.OneDrop, Instrument.Bass) => "..x.x...x.x.x...",
        (Groove.Clave, Instrument.Kick) => "x.......x.......",
        (Groove.Clave, Instrument.Snare) => "x..x..x...x.x...",
        (Groove.Clave, Instrument.OpenHat) => "x...x...x...x...",
        (Groove.Clave, Instrument.ClosedHat) => "o.x.o.x.o.x.o.x.",
        (Groove.Clave, Instrument.Bass) => "...x..x....x..x.",
        _ => Rest,
    };
}
