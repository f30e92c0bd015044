namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>Rhythms of three, and very slow and fast ones, that nothing is trained or tuned on.</summary>
internal static class HeldOutTernaryGrooves
{
    internal static readonly Groove[] All =
    [
        Three("Boston waltz", 80, 100).With(Voice.Bass, "x...........").With(Voice.Chord, "....o.......|....o...o...")
            .With(Voice.Lead, "x.......x...|x...x.x....."),
        Three("musette", 150, 196).With(Voice.Bass, "x...........").With(Voice.Chord, "....x...x...")
            .With(Voice.Lead, "x.x.x.x.x.x.|xxxxx.x.x...").With(Voice.Brush, "x...x...x...|............"),
        Three("slow waltz on brushes", 84, 120).With(Voice.Brush, "x...o...o...|o...x...x...").With(Voice.Bass, "x...........")
            .With(Voice.Chord, "x...........|....s...s..."),
        Three("Landler", 104, 150).With(Voice.Bass, "x...........").With(Voice.Chord, "....x...x...|....o...o...")
            .With(Voice.Snare, "....s...s...|............").With(Voice.Lead, "x...x...x.x."),
        Three("hip hop in three", 84, 108).With(Voice.Kick, "x.....x.....|x..x........")
            .With(Voice.Snare, "....x...x...|........x...").With(Voice.Hat, "x.x.x.x.x.x.").With(Voice.Bass, "x.....x....."),
        Three("accented three", 80, 200).With(Voice.Rim, "X...s...s...|X...o...s..."),
        (Three("bebop in three", 120, 200) with { Swing = 0.9 }).With(Voice.OpenHat, "x...x.x.x.x.|x.x.x...x...")
            .With(Voice.Hat, "....x.......|........x...")
            .With(Voice.Bass, "x...x...x...|x.......x...").With(Voice.Chord, "..x.....x...|......x....."),
        Three("bolero", 62, 84).With(Voice.Snare, "x.xxx.xxx.x.|x.xxx.xxxxxx").With(Voice.Bass, "x...x...x...")
            .With(Voice.Chord, "....o...o..."),
        Three("folk song in three", 90, 150).With(Voice.Chord, "x...x...x.x.|x..xx...x...").With(Voice.Bass, "x...........")
            .With(Voice.Lead, "x.......x...|x...x......."),
        Six("gospel in six", 52, 76).With(Voice.Kick, "x...........|x...x.......").With(Voice.Snare, "......x.....")
            .With(Voice.Hat, "x.x.x.x.x.x.|xxxxxxxxxxxx").With(Voice.Bass, "x.....x...x.")
            .With(Voice.Chord, "x.x.x.x.x.x.|x..........."),
        Six("shanty", 84, 124).With(Voice.Kick, "x.....x.....").With(Voice.Chord, "x...x.x...x.")
            .With(Voice.Bass, "x.....x.....").With(Voice.Lead, "x.x.x.x...x."),
        Six("march in six", 100, 126).With(Voice.Kick, "x.....x.....").With(Voice.Snare, "x...xxx...x.|......x.x.x.")
            .With(Voice.Bass, "x.....x.....").With(Voice.Chord, "....x.....x."),
        Six("lullaby in six", 50, 72).With(Voice.Chord, "x.x.x.x.x.x.|x.o.o.x.o.o.")
            .With(Voice.Bass, "x.....x.....|x...........").With(Voice.Lead, "x...x.x.....|x.....x...x."),
        new Groove("soul in twelve", 52, 72) { StepsPerBeat = 3, Wander = 0.02, IsHeldOut = true }
            .With(Voice.Kick, "x....xx.....|x.....x.....").With(Voice.Snare, "...x.....x..")
            .With(Voice.Hat, "xxxxxxxxxxxx").With(Voice.Chord, "x..x..x..x..|x...........")
            .With(Voice.Bass, "x....xx.....|x..x..x..x.."),
        new Groove("jive", 176, 204) { Swing = 0.8, IsHeldOut = true }.With(Voice.Kick, "x.......x.......|x...x...x...x...")
            .With(Voice.Snare, "....x.......x...").With(Voice.OpenHat, "x...x.x.x...x.x.")
            .With(Voice.Bass, "x...x...x...x...").With(Voice.Lead, "x...x.x.....x...|................"),
        new Groove("speed metal", 184, 212) { IsHeldOut = true }.With(Voice.Kick, "x.x.x.x.x.x.x.x.|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.OpenHat, "x...x...x...x...")
            .With(Voice.Chord, "x.x.x.x.x.x.x.x.|x...x.x.x...x.x.").With(Voice.Bass, "x.x.x.x.x.x.x.x."),
        new Groove("adagio", 50, 60) { IsHeldOut = true }.With(Voice.Kick, "x.......x.......|x..x....x.......")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.......x.......").With(Voice.Chord, "x...............|x...x...x...x...")
            .With(Voice.Lead, "x.....x.x.......|................"),
    ];

    private static Groove Three(string name, double slowest, double fastest) =>
        new(name, slowest, fastest) { BeatsPerBar = 3, Wander = 0.04, IsHeldOut = true };

    private static Groove Six(string name, double slowest, double fastest) =>
        new(name, slowest, fastest) { BeatsPerBar = 2, StepsPerBeat = 6, Wander = 0.03, IsHeldOut = true };
}
