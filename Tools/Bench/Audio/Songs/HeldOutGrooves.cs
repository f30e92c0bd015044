namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>Rhythms that nothing is trained or tuned on: they tell how well the ears do on what they have never heard.</summary>
internal static class HeldOutGrooves
{
    internal static readonly Groove[] All =
    {
        new Groove("techno", 125, 145) { IsHeldOut = true }.With(Voice.Kick, "x...x...x...x...")
            .With(Voice.Snare, "................|....x.......x...").With(Voice.Hat, "..x...x...x...x.|xoxoxoxoxoxoxoxo")
            .With(Voice.Rim, "x..x..x..x..x.x.|..x..x..x..x..x.").With(Voice.Bass, "..x...x...x...x.|..xx..xx..xx..xx"),
        new Groove("rhythm and blues", 62, 96) { IsHeldOut = true }.With(Voice.Kick, "x......x..x.....|x.....x....x....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "x.xxx.xxx.xxx.xx|x.x.x.x.x.x.x.x.")
                .With(Voice.Bass, "x......x..x.....")
            .With(Voice.Chord, "x...............|x.....x........."),
        new Groove("afrobeat", 100, 128) { IsHeldOut = true }.With(Voice.Kick, "x.....x.x.....x.|x...x..x..x.....")
            .With(Voice.Snare, "....x..x....x..x|......x...x.....").With(Voice.Hat, "x.xxx.xxx.xxx.xx")
                .With(Voice.Rim, "x..x..x...x.x...")
            .With(Voice.Bass, "x.x...x.x...x...|..x.x..x..x.x..."),
        new Groove("UK garage", 126, 138) { Swing = 0.4, IsHeldOut = true }.With(Voice.Kick, "x.........x.....|x.....x...x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "..x...x...x...x.|x.x..xx.x.x..xx.")
                .With(Voice.Bass, "x..x......x..x..")
            .With(Voice.Chord, "...x..x....x..x."),
        new Groove("train beat", 92, 124) { IsHeldOut = true }.With(Voice.Snare, "ooxoooxoooxoooxo|xoooxoooxoooxooo")
            .With(
                Voice.Kick,
                "x...x...x...x...|x.......x.......").With(Voice.Bass, "x.......x.......").With(Voice.Chord, "..x...x...x...x."),
        new Groove("accented click", 60, 180) { IsHeldOut = true }.With(Voice.Rim, "X...o...o...o..."),
        new Groove("indie in sixteenths", 76, 120) { IsHeldOut = true }.With(Voice.Kick, "x..x....x.x.....|x.....x...x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "xxxxxxxxxxxxxxxx|xoxoxoxoxoxoxoxo")
                .With(Voice.Bass, "x.x.x.x.x.x.x.x.")
            .With(Voice.Chord, "x..x..x.........|x.x.x.x.x.x.x.x."),
        new Groove("cumbia", 80, 106) { IsHeldOut = true }.With(Voice.Kick, "x...x...x...x...")
            .With(Voice.Rim, "x.xxx.xxx.xxx.xx|x...xx..x...xx..")
            .With(Voice.Bass, "x...x.x.x...x.x.").With(Voice.Chord, "..x...x...x...x."),
        new Groove("zouk", 88, 104) { IsHeldOut = true }.With(Voice.Kick, "x..x..x.x..x..x.")
            .With(Voice.Snare, "...x..x....x..x.")
            .With(Voice.Hat, "x.xxx.xxx.xxx.xx").With(Voice.Bass, "x.....x.x...x...").With(Voice.Chord, "x.......x......."),
        new Groove("new jack swing", 96, 112) { Swing = 0.7, IsHeldOut = true }.With(
            Voice.Kick, "x.....x.x.x.....|x..x..x...x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.Hat, "xxxxxxxxxxxxxxxx").With(Voice.Bass, "x..x..x...x..x..")
            .With(Voice.Chord, "......x.......x."),
        new Groove("synthwave", 80, 118) { IsHeldOut = true }.With(Voice.Kick, "x...x...x...x...|x.......x.......")
            .With(Voice.Snare, "....x.......x...").With(Voice.Bass, "x.x.x.x.x.x.x.x.|xxxxxxxxxxxxxxxx")
                .With(Voice.Chord, "x...............")
            .With(Voice.Lead, "x.....x.....x..."),
        new Groove("bluegrass", 100, 150) { IsHeldOut = true }.With(Voice.Bass, "x.......x.......")
            .With(Voice.Chord, "....x.......x...")
            .With(Voice.Lead, "x.xxx.xxx.xxx.xx|xxxxxxxxxxxxxxxx"),
        new Groove("second line", 90, 120) { IsHeldOut = true }.With(Voice.Kick, "x..x..x...x.x...|x.....x.....x...")
            .With(Voice.Snare, "x.xx.xx.x.xx.xxx").With(Voice.Bass, "x.....x.x...x..."),
        new Groove("cha-cha", 104, 128) { IsHeldOut = true }.With(Voice.Rim, "x...x...x...x...")
            .With(Voice.Tom, "........x...x.x.")
            .With(Voice.Hat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.....x.x.......").With(Voice.Chord, "..x...x...x...x."),
        new Groove("rock ballad", 60, 84) { IsHeldOut = true }.With(Voice.Kick, "x.......x.......|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.OpenHat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.......x.......")
            .With(Voice.Chord, "x..............."),
        new Groove("pop punk", 150, 178) { IsHeldOut = true }.With(Voice.Kick, "x.x...x.x.x.....|x.......x.x.....")
            .With(Voice.Snare, "....x.......x...").With(Voice.OpenHat, "x.x.x.x.x.x.x.x.").With(Voice.Bass, "x.x.x.x.x.x.x.x.")
            .With(Voice.Chord, "x.x.x.x.x.x.x.x."),
    };
}
