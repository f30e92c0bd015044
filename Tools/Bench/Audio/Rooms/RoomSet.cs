using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>The rooms: recordings of their own beside the scorecard's, each with one figure and what it should be.</summary>
internal sealed class RoomSet
{
    // The three songs of the levels.
    private static readonly SongOptions[] Songs =
    {
        new() { Groove = Groove.House, Bpm = 124, Seconds = 30, Seed = 901 },
        new() { Groove = Groove.Rock, Bpm = 96, Seconds = 30, Seed = 902 },
        new() { Groove = Groove.Breakbeat, Bpm = 168, Seconds = 30, Seed = 903 },
    };

    // Who reads the text of the speech, and how fast.
    private static readonly (string Voice, int Pace)[] Voices = [("en-us+m3", 155), ("en-gb+f2", 170), ("en-us+m7", 185)];

    private readonly List<RoomCase> _cases = new();

    private RoomSet()
    {
    }

    /// <summary>All of them, by rows.</summary>
    internal static IReadOnlyList<RoomCase> Make()
    {
        var set = new RoomSet();
        set.AddSquelch();
        set.AddEnds();
        set.AddBeatless();
        set.AddBuried();
        set.AddQuietMusic();
        set.AddSteadyNoise();
        set.AddClaps();
        set.AddHeldTones();
        set.AddTempos();
        set.AddGhosts();
        set.AddNoMusic();
        set._cases.AddRange(MeterCases.Make());
        return set._cases;
    }

    private void AddSquelch()
    {
        foreach (SongOptions song in Songs)
        {
            Add("squelch above the music", $"{song.Groove} at −40 dBFS", () => RoomSounds.Song(song, -40), heard =>
                heard.Hops.Count(IsTelling),
                "hops that say something", 0, squelch: 255);
        }
    }

    private static bool IsTelling(RoomHop hop) =>
        hop.Onset || hop.Beat || hop.Confidence > 0 || hop.Bpm > 0 || hop.LoudestPeak > 0;

    private void AddEnds()
    {
        foreach (SongOptions song in Songs)
        {
            float[] Render() => RoomSounds.OverSelfNoise(RoomSounds.Joined(RoomSounds.Song(song with { Seconds = 20.3 }, -25),
                RoomSounds.Silence(12)));
            Add("trust after the music", $"{song.Groove}", Render, heard =>
                heard.TrustedBeats(heard.LastOnset(21) + 2.05), "trusted beats", 0);
            Add("glow after the music", $"{song.Groove}", Render,
                heard => heard.After(heard.LastOnset(21) + 2.5).Max(hop => hop.LoudestPeak + hop.Level), "of 255", 0);
        }
    }

    private void AddBeatless()
    {
        for (int seed = 1; seed <= 12; seed++)
        {
            int own = seed;
            AddTrusted("beats in noise", $"white, −50 dBFS, seed {own}", () => RoomSounds.Noise(60, -50, 300 + own));
        }

        foreach (double levelDb in new double[] { -60, -70, -87 })
        {
            AddTrusted("beats in noise", $"white, {levelDb} dBFS", () => RoomSounds.Noise(60, levelDb, 320));
        }

        foreach ((double hz, double beatHz) in new (double, double)[] { (220, 2), (440, 2), (110, 1.5), (1000, 2.3), (330, 1) })
        {
            AddTrusted("beats in beating tones", $"{hz} and {hz + beatHz} Hz", () =>
                RoomSounds.BeatingTones(hz, beatHz, -25, 40));
        }

        long swell = 400;
        foreach (double depth in new[] { 0.1, 0.2, 0.3 })
        {
            foreach (double hz in new[] { 1.4, 2, 2.7 })
            {
                long seed = swell++;
                AddTrusted("beats in swelling noise", $"{100 * depth} % at {hz} Hz", () =>
                    RoomSounds.SwellingNoise(-35, depth, hz, 40, seed));
            }
        }

        const double blowSeconds = 240;
        foreach (long seed in new long[] { 601, 602, 603 })
        {
            Add("blows in noise", $"seed {seed}", () => RoomSounds.SeldomBlows(-45, -16, blowSeconds, seed), heard =>
                heard.TrustedBeats() * 60 / blowSeconds, "trusted beats a minute", 10);
        }

        void AddTrusted(string row, string name, Func<float[]> render) =>
            Add(row, name, render, heard => heard.TrustedBeats(), "trusted beats", 0);
    }

    // Few notes stand out, and whoever dances hears the beat all the same.
    private void AddBuried()
    {
        foreach (long seed in new long[] { 31, 32, 33 })
        {
            var song = new Song(new SongOptions { Groove = Groove.House, Bpm = 108, Seconds = 40, Seed = seed });
            Add("song below noise", $"{song.Options.Groove}, seed {seed}, 9 dB below", () => RoomSounds.Mix(
                RoomSounds.Song(song.Options, -25), RoomSounds.Noise(song.Options.Seconds, -16, seed)),
                heard => heard.BeatF(song.Truth.Beats), "beat F", 0.9, isLeast: true);
        }
    }

    // Twelve seconds of the room alone, then the song.
    private void AddQuietMusic()
    {
        foreach (double levelDb in new double[] { -60, -63, -66, -70, -72 })
        {
            foreach (SongOptions song in Songs)
            {
                Add($"quiet music, {levelDb} dBFS".Replace('-', '−'), $"{song.Groove} after the room",
                    () => RoomSounds.OverNoise(RoomSounds.Joined(RoomSounds.Silence(12), RoomSounds.Song(song, levelDb)), -84),
                    heard => heard.LitShare(14, 41), "of the time lit", 0.9, isLeast: true);
                Add($"quiet music, {levelDb} dBFS".Replace('-', '−'), $"{song.Groove} from the start",
                    () => RoomSounds.OverNoise(RoomSounds.Song(song, levelDb), -84),
                    heard => heard.LitShare(11, 29), "of the time lit", 0.9, isLeast: true);
            }
        }

        Add("hiss before it is learnt", "white, −70 dBFS", () => RoomSounds.Noise(40, -70, 41), heard =>
            heard.Hops.Max(hop => hop.Level), "of 255", 0);
    }

    private void AddSteadyNoise()
    {
        foreach (double levelDb in new double[] { -64, -58, -52, -46 })
        {
            AddDark($"white, {levelDb} dBFS", () => RoomSounds.Noise(60, levelDb, 51));
            AddDark($"pink, {levelDb} dBFS", () => RoomSounds.Noise(60, levelDb, 52, NoiseColour.Pink));
            AddDark($"hum, {levelDb} dBFS", () => RoomSounds.HeldTone(50, levelDb, 60));
            AddDark($"fan, {levelDb} dBFS", () => RoomSounds.Mix(
                RoomSounds.Noise(60, levelDb - 1, 53, NoiseColour.Pink), RoomSounds.HeldTone(112, levelDb - 6, 59)));
        }

        foreach (SongOptions song in Songs)
        {
            Add("music over a learnt fan", $"{song.Groove} 15 dB above it", () => RoomSounds.OverNoise(
                    RoomSounds.Joined(RoomSounds.Silence(40), RoomSounds.Song(song, -35)), -50),
                heard => heard.LitShare(41, 69), "of the time lit", 0.9, isLeast: true);
            Add("level over a learnt fan", $"{song.Groove} 15 dB above it", () => RoomSounds.OverNoise(
                    RoomSounds.Joined(RoomSounds.Silence(40), RoomSounds.Song(song, -35)), -50),
                heard => heard.Between(41, 69).Average(hop => hop.Level) / LevelAlone(RoomSounds.Song(song, -35), 1, 29),
                "of the level without it", 0.85, isLeast: true);
        }

        void AddDark(string name, Func<float[]> render) =>
            Add("steady noise", name, render, heard =>
                heard.Between(45, 60).Average(hop => Math.Max(hop.Level, hop.LoudestBand)), "of 255 after 45 s", 8);
    }

    private void AddClaps()
    {
        foreach (SongOptions song in Songs)
        {
            foreach (double atSeconds in new[] { 15.1, 20.33 })
            {
                float[] music = RoomSounds.OverSelfNoise(RoomSounds.Song(song, -35));
                float[] clapped = RoomSounds.Mix(music, RoomSounds.Joined(RoomSounds.Silence(atSeconds), RoomSounds.Clap(-1)));
                Add("one clap", $"{song.Groove} at {atSeconds} s", () => clapped, heard =>
                    {
                        double from = atSeconds + 0.3;
                        double to = from + 2;
                        return 1 - (heard.Between(from, to).Average(hop => hop.Level) / LevelAlone(music, from, to));
                    }, "of the level lost", 0.15);
            }
        }
    }

    private void AddHeldTones()
    {
        foreach (double hz in new double[] { 41, 49, 55, 65, 82, 98, 110, 131, 147, 165, 196 })
        {
            AddTone($"all harmonics of {hz} Hz", () => RoomSounds.HeldTone(hz, -20, 30));
            AddTone($"odd harmonics of {hz} Hz", () => RoomSounds.HeldTone(hz, -20, 30, isOdd: true));
        }

        foreach (double hz in new double[] { 100, 120 })
        {
            Add("buzz", $"impulses at {hz} Hz, −45 dBFS", () => RoomSounds.Buzz(-45, 30, hz), heard =>
                heard.OnsetsPerMinute(1), "onsets a minute", 0);
        }

        void AddTone(string name, Func<float[]> render)
        {
            Add("held tone", name, render, heard => heard.OnsetsPerMinute(1.5), "onsets a minute", 6);
            Add("attack of a held tone", name, render, heard =>
                heard.Between(0.95, 1.1).Count(hop => hop.Onset), "onsets", 1, isLeast: true);
        }
    }

    private void AddTempos()
    {
        foreach ((Groove groove, double bpm) in new[]
        {
            (Groove.Rock, 98.0), (Groove.Rock, 110), (Groove.Breakbeat, 144), (Groove.House, 128), (Groove.House, 123),
                (Groove.Click, 87),
            (Groove.Rock, 137), (Groove.Breakbeat, 171), (Groove.Click, 144), (Groove.Click, 98),
        })
        {
            var song = new SongOptions { Groove = groove, Bpm = bpm, Seconds = 40, Seed = 31 };
            Add("tempo", $"{groove} at {bpm}", () => RoomSounds.OverSelfNoise(RoomSounds.Song(song, -25)),
                heard => 100 * Math.Abs((heard.MedianBpm() / bpm) - 1), "% off", 0.5);
        }

        foreach (double bpm in new double[] { 98, 110, 117, 133 })
        {
            Add("tempo", $"straight eighths at {bpm}", () => RoomSounds.OverSelfNoise(RoomSounds.Eighths(bpm, -20, 40)),
                heard => 100 * Math.Abs((heard.MedianBpm() / bpm) - 1), "% off", 0.5);
        }
    }

    private void AddGhosts()
    {
        foreach (double hz in new[] { 50.0, 63, 100 })
        {
            Add("ghosts of a low tone", $"{hz} Hz, −12 dBFS", () => RoomSounds.Read(new SineSource(hz), 5),
                heard => heard.Between(3, 5).Max(hop => hop.Bands.Skip(hz < 60 ? 4 : 6).Max(band => (int)band)), "of 255", 8);
        }
    }

    private void AddNoMusic()
    {
        for (int voice = 1; voice <= 3; voice++)
        {
            int own = voice;
            AddOnsets("speech-like", $"talker {own}", () => RoomSounds.Speech(-30, 60, 1, 70 + own), 20);
        }

        foreach ((string voice, int pace) in EspeakVoice.IsInstalled ? Voices : [])
        {
            AddOnsets("speech", $"{voice} at {pace} words a minute", () => RoomSounds.OverSelfNoise(
                RoomSounds.Scaled(EspeakVoice.Read(voice, pace), -30)), 20);
        }

        // Half of what they were.
        AddOnsets("applause", "forty hands", () => RoomSounds.Applause(-25, 60, 40, 81), 137);
        AddOnsets("applause", "eight hands", () => RoomSounds.Applause(-30, 60, 8, 82), 276);
        AddOnsets("rain", "near a window", () => RoomSounds.Rain(-35, 60, 83), 67);
        AddOnsets("wind", "on the microphone", () => RoomSounds.Wind(-30, 60, 84), 18);

        void AddOnsets(string row, string name, Func<float[]> render, double limit) =>
            Add(row, name, render, heard => heard.OnsetsPerMinute(), "onsets a minute", limit);
    }

    private static double LevelAlone(float[] signal, double fromSeconds, double toSeconds) =>
        RoomHearing.Of(Hearing.Quantise(signal), 0).Between(fromSeconds, toSeconds).Average(hop => hop.Level);

    private void Add(
        string row, string name, Func<float[]> render, Func<RoomHearing, double> judge, string unit, double limit,
            bool isLeast = false, int squelch = 0) =>
        _cases.Add(new RoomCase(row, name, () => Hearing.Quantise(render()), judge, unit, limit, isLeast) { Squelch = squelch });
}
