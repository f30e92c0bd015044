namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>A row of the table of rooms in docs/audio.md.</summary>
/// <param name="Row">The cases that belong to it are of this row.</param>
/// <param name="What">What is asked for by this name in the list of what rooms do, and what is played.</param>
/// <param name="Before">Its worst figure before the ears knew of rooms; measured then, and not again.</param>
/// <param name="IsHeardByAll">Whether onsets, beats and tempos alone are judged, which the rivals tell too.</param>
internal sealed record RoomRow(string Row, string What, string Before, bool IsHeardByAll = false)
{
    internal static readonly RoomRow[] All =
    [
        new("held tone", "E1 · held tones, 41 to 196 Hz", "590", true),
        new("attack of a held tone", "E1 · their attack", "–", true),
        new("buzz", "E1 · impulses at 100 and 120 Hz, −45 dBFS", "513", true),
        new("waltz, tapped", "E2 · tapped waltz, 80 to 200 BPM, two and three at .05 to .3, wandering by 4 %", ".04 to .6", true),
        new("waltz, band", "E2 · waltz, a band", ".04 to .6", true),
        new("six eight", "E2 · six eight, 54 to 80 BPM, with and without a snare", ".04 to .6", true),
        new("fast", "E3 · rock, quickstep, drum and bass, 174 to 212 BPM", "mean .94 (7 of 9)", true),
        new("slow", "E3 · rock at 50.5 to 58 BPM", ".62", true),
        new("beats in noise", "E4 · white noise, −87 to −50 dBFS", "15", true),
        new("beats in beating tones", "E4 · two tones that beat", "76", true),
        new("beats in swelling noise", "E4 · low noise that swells by 10 to 30 %, 1.4 to 2.7 Hz", "74", true),
        new("blows in noise", "a blow every 3.5 s, at random, in white noise of −45 dBFS", "7", true),
        new("song below noise", "house, and white noise 9 dB louder", ".52", true),
        new("trust after the music", "E5 · the music stops: from 2 s after the last onset on", "10"),
        new("glow after the music", "E5 · the music stops: level and peaks 2.5 s later", "0"),
        new("squelch above the music", "E6 · squelch above the music", "1704"),
        new("quiet music, −60 dBFS", "E7 · music at −60 over −84 dBFS", ".81"),
        new("quiet music, −66 dBFS", "E7 · music at −66", ".30"),
        new("quiet music, −70 dBFS", "E7 · music at −70", ".06"),
        new("quiet music, −72 dBFS", "E7 · music at −72", ".00"),
        new("hiss before it is learnt", "E7 · hiss of −70 dBFS from the start", "0"),
        new("steady noise", "E8 · fan, hum, hiss, −64 to −46 dBFS", "255"),
        new("level over a learnt fan", "E8 · music 15 dB above a learnt fan", "1.01"),
        new("one clap", "E9 · one clap in music at −35 dBFS, 0.3 to 2.3 s later", ".55"),
        new("ghosts of a low tone", "E10 · a tone of 50 to 100 Hz at −12 dBFS: bands of other octaves", "79"),
        new("tempo", "E11 · clicks, eighths and songs", "(9 of 10)", true),
        new("speech", "E12 · three voices of espeak-ng", "48 to 365", true),
        new("speech-like", "E12 · three talkers, made up", "mean 89", true),
        new("applause", "E12 · applause of forty hands, of eight", "274, 552", true),
        new("rain", "E12 · rain", "134", true),
        new("wind", "E12 · wind", "36", true),
    ];
}
