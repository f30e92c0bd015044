namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>Rhythms of three that the beat network learns from: bars of three beats, and beats parted in three.</summary>
internal static class TaughtTernaryGrooves
{
    internal static readonly Groove[] All =
    [
        Three("waltz", 80, 190, 2.5).With(Voice.Kick, "x...........|............").With(Voice.Chord, "....x...x...|....o...o...")
            .With(Voice.Bass, "x...........").With(Voice.Lead, "x...x.x.x...|x.......x.x.")
            .With(Voice.Hat, "....x...x...|............"),
        Three("waltz with soft chords", 80, 200, 1.5).With(Voice.Bass, "x...........")
            .With(Voice.Chord, "....s...s...|....o...o...|....s...o...")
            .With(Voice.Lead, "x...........|x.....x.x..."),
        Three("Viennese waltz", 150, 206, 1.5).With(Voice.Kick, "x...........|............").With(Voice.Bass, "x...........")
            .With(Voice.Chord, "....o...o...|....x...x...|....s...s...")
            .With(Voice.Lead, "x.x.x.x.x.x.|x...x...x..."),
        (Three("jazz waltz", 100, 200, 1) with { Swing = 1 }).With(Voice.OpenHat, "x...x.x.x...|x...x...x.x.")
            .With(Voice.Hat, "....x.......|....x...x...")
            .With(Voice.Bass, "x...........|x...x...x...").With(Voice.Kick, "o.......o...|x...........")
            .With(Voice.Chord, "......x.....|x.....x....."),
        Three("country waltz", 78, 130, 1).With(Voice.Kick, "x...........").With(Voice.Snare, "....o...o...|....s...s...")
            .With(Voice.Bass, "x...........|x.......x...")
            .With(Voice.Chord, "....x...x...").With(Voice.Lead, "x...x.x.x...|............"),
        Three("tapped three", 80, 200, 2).With(Voice.Rim, "X...s...s...|X...o...o...|x...s...o..."),
        Three("tapped three on a drum", 80, 200, 1).With(Voice.Tom, "X...s...s...|X...o...o...|x...s...s..."),
        Three("softly tapped three", 80, 206, 4.5)
            .With(Voice.Rim, "X...b...b...|x...b...b...|x...s...s...|x...s...b..."),
        Three("softly tapped three on a drum", 80, 206, 1).With(Voice.Tom, "X...b...b...|x...b...b...|x...s...s..."),
        Three("fast waltz", 140, 206, 2).With(Voice.Kick, "x...........").With(Voice.Bass, "x...........")
            .With(Voice.Chord, "....o...o...|....x...x...").With(Voice.Hat, "....o...o...|....x...x..."),
        Three("rock in three", 90, 180, 1.5).With(Voice.Kick, "x...........|x.....x.....|x.........x.")
            .With(Voice.Snare, "....x...x...|........x...|....x.......")
            .With(Voice.Hat, "x.x.x.x.x.x.|x...x...x...").With(Voice.Bass, "x...........|x...x...x...")
            .With(Voice.Chord, "x...........|x...x...x..."),
        Three("mazurka", 120, 170, 0.6).With(Voice.Bass, "x...........").With(Voice.Chord, "....x...x...|....X...o...")
            .With(Voice.Lead, "x.xxx...x...|x..xx...x..."),
        Three("minuet", 96, 144, 0.8).With(Voice.Bass, "x...x...x...|x...........")
            .With(Voice.Lead, "x...x.x.x.x.|x.x.x.x.x.x.").With(Voice.Chord, "x...........|............"),
        Three("ballad in three", 56, 100, 1).With(Voice.Chord, "x.x.x.x.x.x.|x...........").With(Voice.Bass, "x...........")
            .With(Voice.Lead, "x...x...x...|........x...")
            .With(Voice.Brush, "....x...x...|............"),
        Three("brushes in three", 80, 190, 1).With(Voice.Brush, "x...x...x...|....x...x...|x...o...o...")
            .With(Voice.Bass, "x...........|x...x...x...")
            .With(Voice.Chord, "x...........|....o...o..."),
        Six("ballad in six", 50, 80, 2.5).With(Voice.Kick, "x...........|x.........x.").With(Voice.Snare, "......x.....")
            .With(Voice.Hat, "x.x.x.x.x.x.")
            .With(Voice.Bass, "x...........|x.....x.....").With(Voice.Chord, "x...........|x.x.x.x.x.x.|............"),
        Six("six without a snare", 50, 100, 5).With(Voice.Kick, "x.....x.....|x...........|............")
            .With(Voice.Hat, "x.x.x.x.x.x.|x.o.o.x.o.o.")
            .With(Voice.Chord, "x.....x.....|x...x.x...x.|............").With(Voice.Bass, "x.....x.....|x...........")
            .With(Voice.Lead, "x.x.x.x...x.|............|............"),
        Six("jig", 96, 132, 1).With(Voice.Lead, "x.x.x.x.x.x.|x...x.x...x.").With(Voice.Kick, "x.....x.....")
            .With(Voice.Bass, "x.....x.....")
            .With(Voice.Chord, "x.....x.....|....x.....x."),
        Six("tarantella", 120, 168, 0.7).With(Voice.Hat, "x.x.x.x.x.x.").With(Voice.Lead, "x...x.x...x.|x.x.x.x.x.x.")
            .With(Voice.Bass, "x.....x.....").With(Voice.Chord, "....x.....x."),
        Six("tapped six", 50, 120, 1).With(Voice.Rim, "X.s.s.o.s.s.|X.s.s.x.s.s.|x.o.o.x.o.o."),
        Twelve("blues in twelve", 50, 76, 1).With(Voice.Hat, "xxxxxxxxxxxx|x..x..x..x..")
            .With(Voice.Kick, "x.....x.....|x.....x.x...").With(Voice.Snare, "...x.....x..")
            .With(Voice.Bass, "x..x..x..x..|x.xx.xx.xx.x").With(Voice.Chord, "x...........|..x..x..x..x"),
        Twelve("doo-wop", 52, 90, 1).With(Voice.Chord, "xxxxxxxxxxxx|xooxooxooxoo")
            .With(Voice.Bass, "x.....x..x..|x..x..x..x..").With(Voice.Snare, "...x.....x..|............")
            .With(Voice.Kick, "x.....x.....").With(Voice.Lead, "x..x..x.x..."),
        Twelve("shuffle in twelve", 90, 150, 1).With(Voice.Kick, "x.....x..x..|x.....x.....").With(Voice.Snare, "...x.....x..")
            .With(Voice.Hat, "x.xx.xx.xx.x").With(Voice.Bass, "x..x..x..x..|x.xx.xx.xx.x"),
    ];

    private static Groove Three(string name, double slowest, double fastest, double weight) =>
        new(name, slowest, fastest) { BeatsPerBar = 3, Weight = weight, Wander = 0.04 };

    private static Groove Six(string name, double slowest, double fastest, double weight) =>
        new(name, slowest, fastest) { BeatsPerBar = 2, StepsPerBeat = 6, Weight = weight, Wander = 0.03 };

    private static Groove Twelve(string name, double slowest, double fastest, double weight) =>
        new(name, slowest, fastest) { BeatsPerBar = 4, StepsPerBeat = 3, Weight = weight, Wander = 0.02 };
}
