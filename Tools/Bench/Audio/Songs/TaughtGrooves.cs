namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>Rhythms that the beat network learns from, written down from common knowledge of the styles.</summary>
internal static class TaughtGrooves
{
    /// <summary>All of them: bars of four, of three, and beats parted in three.</summary>
    internal static readonly Groove[] All = [.. Fours(), .. TaughtTernaryGrooves.All];

    private static Groove[] Fours() =>
    [
        new Groove("disco", 108, 130).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.xxx.xxx.xxx.xx|x...x...x...x...").With(Voice.OpenHat, "..x...x...x...x.")
            .With(Voice.Bass, "x.x.x.x.x.x.x.x.|x..xx..xx..xx..x").With(Voice.Chord, "..x...x...x...x.|x......x..x.....")
            .With(Voice.Lead, "x...x.x...x.x..."),
        new Groove("house", 116, 132).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "....x.......x...|................")
            .With(Voice.Hat, "xxxxxxxxxxxxxxxx|................").With(Voice.OpenHat, "..x...x...x...x.")
            .With(Voice.Bass, "..x...x...x...x.|...x..x....x..x.|..xx..xx..xx..xx")
            .With(Voice.Chord, "x..x..x...x..x..|..x...x...x...x."),
        new Groove("trance", 130, 142).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "....x.......x...")
            .With(Voice.OpenHat, "..x...x...x...x.").With(Voice.Bass, ".xxx.xxx.xxx.xxx").With(Voice.Lead, "x.xx.xx.x.xx.xx.")
            .With(Voice.Chord, "x..............."),
        new Groove("rock in eighths", 70, 170) { Weight = 2 }
            .With(Voice.Kick, "x.......x.......|x.....x.x.......|x.......x.x.....|x..x....x.......|x.x.....x.x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.|xoxoxoxoxoxoxoxo")
            .With(Voice.Bass, "x.x.x.x.x.x.x.x.|x.......x.x.....").With(Voice.Chord, "x...............|x...x...x...x...")
            .With(Voice.Lead, "x...x.x...x.x..."),
        new Groove("rock in quarters", 100, 178) { Weight = 1.5 }
            .With(Voice.Kick, "x.......x.......|x...x...x...x...|x.......x...x...")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x...x...x...x...|x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x...x...x...x...|x.x.x.x.x.x.x.x.").With(Voice.Chord, "x.......x.......|x.x.x.x.x.x.x.x."),
        new Groove("punk", 150, 180).With(Voice.Kick, "x.......x.......|x.x.....x.x.....").With(Voice.Snare, "....x.......x...")
            .With(Voice.OpenHat, "x...x...x...x...|x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.x.x.x.x.x.x.x.")
            .With(Voice.Chord, "x.x.x.x.x.x.x.x."),
        new Groove("boom bap", 78, 104) { Swing = 0.35, Weight = 1.5 }
            .With(Voice.Kick, "x.....xx..x.....|x..x......xx....|x.x.......x..x..")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.....x...x.....|x..x....x.......")
            .With(Voice.Chord, "x.........x.....|x..............."),
        new Groove("trap", 126, 156) { Weight = 0.7 }.With(Voice.Kick, "x.....x....x....|x..x......x.....|x.........x..x..")
            .With(Voice.Snare, "........x.......").With(Voice.Hat, "x.x.x.x.x.x.x.x.|x.x.x.xxx.x.x.xx")
            .With(Voice.Bass, "x.....x....x....|x...............").With(Voice.Chord, "x..............."),
        new Groove("half-time", 62, 80).With(Voice.Kick, "x.....x...x.....|x.........x.....|x..x......x.....")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "xxxxxxxxxxxxxxxx|x.x.x.x.x.x.x.x.|x.xxx.xxx.xxx.xx")
            .With(Voice.Bass, "x.........x.....|x...............")
            .With(Voice.Chord, "x..............."),
        new Groove("drum and bass", 160, 198) { Weight = 3 }
            .With(Voice.Kick, "x.........x.....|x..x......x.....|x.........x..x..")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.OpenHat, "................|..............x.")
            .With(Voice.Bass, "x...............|x.....x...x.....").With(Voice.Chord, "x..............."),
        new Groove("breakbeat", 115, 160) { Weight = 1.2 }.With(Voice.Kick, "x.x.......xx....|x.x.....x..x....|x.....x...x.....")
            .With(Voice.Snare, "....x..x.x..x..x|....x..o.o..x...|....x.......x..o").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.x.......xx....|x..x..x...x....."),
        new Groove("funk", 90, 122) { Weight = 1.5 }.With(Voice.Kick, "x.x...x...x..x..|x..x..x..xx.....|x......x..x.....")
            .With(Voice.Snare, "....x..o.o..x..o|....x.......x...")
            .With(Voice.Hat, "xxxxxxxxxxxxxxxx|xoxoxoxoxoxoxoxo|x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x..x..x.x.x...x.|x.xx..x...x..x..|x...........x.xx")
            .With(Voice.Chord, "..x..x....x..x..|...x..x....x..x."),
        new Groove("pop", 84, 132) { Weight = 2 }.With(Voice.Kick, "x.......x.......|x.....x.x.......|x...x...x...x...")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.|x...x...x...x...")
            .With(Voice.Bass, "x.....x.x.....x.|x.......x.......")
            .With(Voice.Chord, "x.......x.......|x...x...x...x...|x..x..x.x..x..x.")
            .With(Voice.Lead, "x.x...x.x...x.x.|..x.x.x...x.x..."),
        new Groove("bossa", 112, 150).With(Voice.Kick, "x.....x.x.....x.").With(Voice.Rim, "x..x..x...x..x..|x..x...x..x..x..")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.|xxxxxxxxxxxxxxxx").With(Voice.Bass, "x.....x.x.....x.")
            .With(Voice.Chord, "x..x..x...x..x..|..x..x....x..x.."),
        new Groove("samba", 92, 118).With(Voice.Kick, "x..xx..xx..xx..x").With(Voice.Tom, "....x.......x...")
            .With(Voice.Hat, "xoxxxoxxxoxxxoxx")
            .With(Voice.Rim, "x.xx.x.xx.x.xx.x").With(Voice.Bass, "x..xx..xx..xx..x"),
        new Groove("one drop", 62, 92).With(Voice.Kick, "....x.......x...").With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.|x.xxx.xxx.xxx.xx").With(Voice.Chord, "..x...x...x...x.")
            .With(Voice.Bass, "x..x..x.x.....x.|..x.x...x.x.x...|x.x...x...x.x..."),
        new Groove("steppers", 64, 92).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "....x.......x...|........x.......")
            .With(Voice.Rim, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Chord, "..x...x...x...x.")
            .With(Voice.Bass, "x..x..x.x.....x."),
        new Groove("ska", 120, 170).With(Voice.Kick, "x.......x.......|....x.......x...").With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Chord, "..x...x...x...x.").With(Voice.Bass, "x...x...x...x..."),
        new Groove("ballad", 60, 82) { Weight = 2 }.With(Voice.Kick, "x.......x.......|x.......x.x.....|x.....x.x.......")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.|x...x...x...x...")
            .With(Voice.Bass, "x.......x.......|x......xx.......").With(Voice.Chord, "x.......x.......|x...............")
            .With(Voice.Lead, "x...x.....x.x..."),
        new Groove("piano ballad", 60, 90).With(Voice.Chord, "x...x...x...x...|x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.......x.......")
            .With(Voice.Lead, "x...x.x.x...x...").With(Voice.Kick, "................|x.......x.......")
            .With(Voice.Snare, "................|....x.......x..."),
        new Groove("swing", 110, 178) { Swing = 1, Weight = 1.5 }.With(Voice.Kick, "o...o...o...o...|x...............")
            .With(Voice.Snare, "................|......o.......o.").With(Voice.OpenHat, "x...x.x.x...x.x.")
            .With(Voice.Hat, "....x.......x...")
            .With(Voice.Bass, "x...x...x...x...").With(Voice.Chord, "......x.......x.|x.....x.........|..........x....."),
        new Groove("shuffle", 80, 140) { Swing = 1 }.With(Voice.Kick, "x.......x.....x.|x.......x.......")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.x.x.x.x.x.x.x.|x...x...x...x...")
            .With(Voice.Chord, "x...............|..x...x...x...x."),
        new Groove("motown", 100, 145).With(Voice.Kick, "x.......x.x.....|x..x....x..x....")
            .With(Voice.Snare, "x...x...x...x...|....x.......x...")
            .With(Voice.Rim, "x.x.x.x.x.x.x.x.").With(Voice.Hat, "x...x...x...x...")
            .With(Voice.Bass, "x..x..x.x..x..x.|x.xx..x.x.xx..x."),
        new Groove("country", 90, 160).With(Voice.Kick, "x.......x.......").With(Voice.Snare, "..x...x...x...x.|....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.......x.......").With(Voice.Chord, "....x.......x..."),
        new Groove("reggaeton", 84, 104).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "...x..x....x..x.")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.....x.x.....x.|x...x...x...x...")
            .With(Voice.Chord, "..x...x...x...x.|x..............."),
        new Groove("dembow", 86, 110).With(Voice.Kick, "x.......x.......").With(Voice.Snare, "...x..x....x..x.")
            .With(Voice.Hat, "x...x...x...x...")
            .With(Voice.Bass, "x..x..x.x..x..x.").With(Voice.Chord, "x..............."),
        new Groove("salsa", 80, 110) { Weight = 1.2 }.With(Voice.Rim, "x.x.xx.xx.x.xx.x|x..x..x...x.x...")
            .With(Voice.OpenHat, "x...x...x...x...")
            .With(Voice.Tom, "......xx......xx").With(Voice.Bass, "...x..x....x..x.")
            .With(Voice.Chord, "x.xx.x.x.x.xx.x.|.x.x.xx..x.x.xx.")
            .With(Voice.Kick, "................|x.......x......."),
        new Groove("rumba", 85, 125).With(Voice.Rim, "x..x...x..x.x...|x..x..x...x.x...")
            .With(Voice.Tom, "......x.......x.|..x...x...x...xx")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "...x..x....x..x."),
        new Groove("electro", 112, 134).With(Voice.Kick, "x.....x...x.....|x..x..x...x.....")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.xxx.xxx.xxx.xx").With(Voice.Rim, "...x...x..x....x").With(Voice.Bass, "x..x..x...x..x.."),
        new Groove("dubstep", 136, 144) { Weight = 0.4 }.With(Voice.Kick, "x...............|x.....x.........")
            .With(Voice.Snare, "........x.......")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x..x..x..x..x..x"),
        new Groove("metal", 90, 178).With(Voice.Kick, "x.x.x.x.x.x.x.x.|xxxxxxxxxxxxxxxx|x.xxx.xxx.xxx.xx")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.OpenHat, "x...x...x...x...").With(Voice.Bass, "x.xxx.xxx.xxx.xx").With(Voice.Chord, "x.xxx.xxx.xxx.xx"),
        new Groove("march", 96, 130).With(Voice.Kick, "x.......x.......|x...x...x...x...")
            .With(Voice.Snare, "x..xx..xx..xx.xx|....x.......x.xx")
            .With(Voice.Bass, "x.......x.......").With(Voice.Chord, "....x.......x..."),
        new Groove("hats alone", 90, 150) { Weight = 0.3 }.With(Voice.Hat, "x.o.x.o.x.o.x.o.")
            .With(Voice.Chord, "x.......x......."),
        new Groove("click", 60, 180) { Weight = 0.8 }.With(Voice.Rim, "x...x...x...x..."),
        new Groove("kick alone", 60, 180) { Weight = 0.4 }.With(Voice.Kick, "x...x...x...x..."),
        new Groove("stomp and clap", 80, 130) { Weight = 0.6 }.With(Voice.Kick, "x.x.....x.x.....")
            .With(Voice.Snare, "....x.......x..."),
        new Groove("gospel", 66, 100) { Swing = 1 }.With(Voice.Kick, "x.......x.x.....").With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.....x.x.....x.").With(Voice.Chord, "x...x...x...x..."),
        new Groove("quickstep", 186, 212) { Swing = 0.3 }.With(Voice.Kick, "x.......x.......|x...x...x...x...")
            .With(Voice.Snare, "....x.......x...|....o.......o...")
            .With(Voice.Hat, "x...x...x...x...|x.x.x.x.x.x.x.x.|....x.......x...")
            .With(Voice.Bass, "x.......x.......|x...x...x...x...")
            .With(Voice.Chord, "....x.......x...|..x.....x.x....."),
        new Groove("jungle", 164, 196) { Weight = 1.2 }.With(Voice.Kick, "x.x.......x.....|x.........x.....|x.x.......xx....")
            .With(Voice.Snare, "....x..o.o..x...|....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.|xxxxxxxxxxxxxxxx").With(Voice.Bass, "x.......x.......|x.....x...x....."),
        new Groove("fast rock", 176, 213) { Weight = 2.5 }.With(Voice.Kick, "x.......x.......|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x...x...x...x...|x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.x.x.x.x.x.x.x.|x...x...x...x...")
            .With(Voice.Chord, "x.......x.......|x...x...x...x..."),
        new Groove("gabber", 170, 212).With(Voice.Kick, "x...x...x...x...").With(Voice.OpenHat, "..x...x...x...x.")
            .With(Voice.Lead, "x..x..x.x..x..x.|................"),
        new Groove("slow song", 50, 66) { Weight = 3 }.With(Voice.Kick, "x.......x.......|x.....x.x.......|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.|xxxxxxxxxxxxxxxx").With(Voice.Bass, "x.......x.......|x.....x.x.......")
            .With(Voice.Chord, "x.......x.......|x...x...x...x..."),
        new Groove("slow dub", 50, 72).With(Voice.Kick, "x...x...x...x...|x.......x.......")
            .With(Voice.Snare, "....x.......x...|........x.......").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Chord, "..x...x...x...x.").With(Voice.Bass, "x.....x.x.....x."),
        new Groove("wide click", 50, 214) { Weight = 0.6 }.With(Voice.Rim, "X...o...o...o..."),

        // Clicks all alike are beats up to 180 a minute; softer ones between them are eighths.
        new Groove("slow click", 50, 180) { Weight = 0.4 }.With(Voice.Rim, "x...x...x...x..."),
        new Groove("clicked eighths", 66, 150) { Weight = 3 }
            .With(Voice.Rim, "x.o.x.o.x.o.x.o.|X.o.x.o.X.o.x.o.|x.s.x.s.x.s.x.s."),
        new Groove("even eighths", 86, 108) { Weight = 2 }.With(Voice.Rim, "x.x.x.x.x.x.x.x.|x.o.x.o.x.o.x.o."),
        new Groove("slow rock", 50, 66) { Weight = 2 }.With(Voice.Kick, "x.......x.......|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x...x...x...x...|x.x.x.x.x.x.x.x.|x.......x......."),
        new Groove("fast rock in eighths", 180, 214) { Weight = 2 }.With(Voice.Kick, "x.......x.......|x...x...x...x...")
            .With(Voice.Snare, "....x.......x...|....o.......o...").With(Voice.Hat, "x.x.x.x.x.x.x.x.|....x.......x...")
            .With(Voice.Bass, "x...x...x...x...|x.......x.......").With(Voice.Chord, "................|....o.......o..."),
        .. Syncopated(),
    ];

    // What drums play beside the beat, in threes over fours for the most part.
    private static Groove[] Syncopated() =>
    [
        new Groove("kizomba", 80, 104).With(Voice.Kick, "x...x...x...x...|x.......x.......")
            .With(Voice.Rim, "x..x..x.x..x..x.|...x..x....x..x.").With(Voice.Hat, "x.x.x.x.x.x.x.x.|x.xxx.xxx.xxx.xx")
            .With(Voice.Bass, "x.....x.x.....x.|x..x..x.x..x..x.").With(Voice.Chord, "x...............|x.......x......."),
        new Groove("soca", 104, 156).With(Voice.Kick, "x...x...x...x...").With(Voice.Snare, "...x..x....x..x.|...x..x...x.x...")
            .With(Voice.Hat, "..x...x...x...x.|x.x.x.x.x.x.x.x.").With(Voice.Bass, "x..x..x.x..x..x.|x.....x.x.....x.")
            .With(Voice.Chord, "..x...x...x...x."),
        new Groove("baiao", 88, 126).With(Voice.Kick, "x..x....x..x....|x..x..x.x..x..x.")
            .With(Voice.Rim, "..x...x...x...x.|....x.......x...").With(Voice.Hat, "xoxxxoxxxoxxxoxx|x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x..x....x..x....").With(Voice.Chord, "..x...x...x...x.|x..............."),
        new Groove("maracatu", 78, 116) { Weight = 0.8 }.With(Voice.Kick, "x......x..x.x...|x..x..x.x...x...")
            .With(Voice.Snare, "xooxoooxooxoxooo|xoxxoxoxxoxoxxox").With(Voice.Rim, "x.x.xx.x.x.xx.x.|x.xx.x.xx.xx.x.x")
            .With(Voice.OpenHat, "x...x...x...x..."),
        new Groove("street beat", 86, 124) { Swing = 0.3 }.With(Voice.Kick, "x.....x...x.....|x..x......x.x...|x.....x.....x...")
            .With(Voice.Snare, "xooxooxoooxoxooo|x.xxx.x.xx.xx.xx|XoxoXoxxoxXoxoxo")
            .With(Voice.OpenHat, "................|....x.......x...").With(Voice.Bass, "x.....x.x.....x.|x...x...x...x...")
            .With(Voice.Lead, "x.xx.xx.x.......|................"),
        new Groove("calypso", 88, 132).With(Voice.Kick, "x.....x.x.....x.|x.......x.......").With(Voice.Snare, "....x..x....x..x")
            .With(Voice.Hat, "x.xxx.xxx.xxx.xx").With(Voice.Bass, "x.....x.x...x...|x..x..x...x.x...")
            .With(Voice.Chord, "..x...x...x...x."),
        new Groove("songo", 84, 116) { Weight = 0.8 }.With(Voice.Kick, "......x.......x.|...x..x....x..x.")
            .With(Voice.Snare, "....x..o.o..x..o|........x......o").With(Voice.Rim, "x...x...x...x...|x.x.xx.xx.x.xx.x")
            .With(Voice.Bass, "......x.....x...|...x..x....x..x.").With(Voice.Chord, "x.xx.x.x.x.xx.x."),
        new Groove("highlife", 100, 136).With(Voice.Rim, "x.x.xx.x.x.xx.x.|x..x..x...x.x...")
            .With(Voice.Kick, "x...x...x...x...|x.......x.x.....").With(Voice.Hat, "..x...x...x...x.|x.x.x.x.x.x.x.x.")
            .With(Voice.Bass, "x.....x.x...x...|x...x.x.x...x.x.").With(Voice.Lead, "x.xx.xx.x.xx.xx."),
        new Groove("bhangra", 84, 112) { Swing = 0.7, Weight = 0.8 }.With(Voice.Kick, "x.....x.x.......|x..x....x..x....")
            .With(Voice.Rim, "x..xx..xx..xx..x|x.xxx.xxx.xxx.xx").With(Voice.Bass, "x.......x......."),
        new Groove("threes over fours", 88, 130).With(Voice.Kick, "x..x..x.x..x..x.|x..x..x...x..x..|x..x..x...x.x...")
            .With(Voice.Snare, "....x.......x...|............x...")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.|x...x...x...x...|................")
            .With(Voice.Bass, "x..x..x.x..x..x.|x.......x.......").With(Voice.Chord, "x..x..x.x..x..x.|x..............."),
    ];
}
