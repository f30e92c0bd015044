using NanoFirmware.Bench.Audio.Songs;
using Groove = NanoFirmware.Bench.Audio.Songs.Groove;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>Bars of three, beats parted in three, and tempos at the ends of the range.</summary>
internal static class MeterCases
{
    private const double Seconds = 40;
    private const double LeastF = 0.9;

    // How loud two and three are beside one.
    private static readonly double[] Soft = { 0.05, 0.15, 0.3 };

    internal static IEnumerable<RoomCase> Make() => [.. Waltzes(), .. Sixes(), .. Extremes()];

    private static IEnumerable<RoomCase> Waltzes()
    {
        long seed = 500;
        foreach (double bpm in new double[] { 80, 104, 132, 160, 176, 200 })
        {
            foreach (double soft in Soft)
            {
                yield return Beats("waltz, tapped", $"{bpm} BPM, two and three at {soft}", Tapped, bpm, 0.04, seed++, soft);
            }

            yield return Beats("waltz, band", $"{bpm} BPM", Band, bpm, 0.04, seed++);
        }
    }

    private static Groove Tapped => new Groove("taps", 80, 200) { BeatsPerBar = 3 }.With(Voice.Rim, "x...o...o...");

    private static Groove Band => new Groove("waltz", 80, 200) { BeatsPerBar = 3 }
        .With(Voice.Kick, "x...........").With(Voice.Bass, "x...........").With(Voice.Chord, "....o...o...")
        .With(Voice.Hat, "....o...o...");

    private static IEnumerable<RoomCase> Sixes()
    {
        Groove without = new Groove("six", 50, 90) { BeatsPerBar = 2, StepsPerBeat = 6 }
            .With(Voice.Kick, "x.....x.....").With(Voice.Hat, "x.x.x.x.x.x.").With(Voice.Bass, "x.....x.....");
        Groove with = new Groove("six", 50, 90) { BeatsPerBar = 2, StepsPerBeat = 6 }
            .With(Voice.Kick, "x...........").With(Voice.Snare, "......x.....").With(Voice.Hat, "x.x.x.x.x.x.")
            .With(Voice.Bass, "x.....x.....");
        long seed = 600;
        foreach (double bpm in new double[] { 54, 66, 80 })
        {
            yield return Beats("six eight", $"{bpm} BPM with a snare", with, bpm, 0.02, seed++);
            yield return Beats("six eight", $"{bpm} BPM without", without, bpm, 0.02, seed++);
        }
    }

    private static IEnumerable<RoomCase> Extremes()
    {
        Groove rock = new Groove("rock", 40, 215)
            .With(Voice.Kick, "x.......x.......").With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x...x...x...x...");
        Groove quickstep = new Groove("quickstep", 186, 215)
            .With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "....o.......o...").With(Voice.Hat, "....x.......x...")
            .With(Voice.Bass, "x.......x.......")
            .With(Voice.Chord, "....o.......o...");
        Groove breaks = new Groove("drum and bass", 170, 200)
            .With(Voice.Kick, "x.........x.....").With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.......x.......");
        long seed = 700;
        foreach (double bpm in new double[] { 188, 200, 212 })
        {
            yield return Beats("fast", $"rock at {bpm}", rock, bpm, 0.01, seed++);
            yield return Beats("fast", $"quickstep at {bpm}", quickstep, bpm, 0.01, seed++);
        }

        foreach (double bpm in new double[] { 174, 186, 196 })
        {
            yield return Beats("fast", $"drum and bass at {bpm}", breaks, bpm, 0.005, seed++);
        }

        foreach (double bpm in new double[] { 50.5, 54, 58 })
        {
            yield return Beats("slow", $"rock at {bpm}", rock, bpm, 0.01, seed++);
        }
    }

    // Made when it is played: most who ask for the cases want others.
    private static RoomCase Beats(string row, string name, Groove groove, double bpm, double wander, long seed, double soft = 0.5)
    {
        var song = new Lazy<PlainSong>(() => new PlainSong(groove, bpm, wander, Seconds, seed, soft));
        return new RoomCase(
            row,
            name,
            () => Hearing.Quantise(song.Value.Render()),
            heard => heard.BeatF(song.Value.Beats),
            "beat F",
            LeastF,
            IsLeast: true);
    }
}
