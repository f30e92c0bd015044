using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>The scorecard's recordings, made up from fixed seeds.</summary>
internal sealed class VectorSet
{
    private const double SlowestBpm = 60;
    private const double FastestBpm = 180;
    private const double Seconds = 30;
    private const double ChangeSeconds = 40;

    private static readonly Groove[] Grooves = { Groove.House, Groove.Rock, Groove.Breakbeat, Groove.Click };

    private readonly List<TestVector> _vectors = new();
    private readonly int _perGroove;
    private long _seed;

    private VectorSet(int perGroove, long firstSeed)
    {
        _perGroove = perGroove;
        _seed = firstSeed;
    }

    /// <summary>
    /// All of them, or, for a quick look, a share of each kind. Another first seed gives other songs of the same kinds.
    /// </summary>
    internal static IReadOnlyList<TestVector> Make(bool isQuick, long firstSeed = 1)
    {
        var set = new VectorSet(isQuick ? 1 : 3, firstSeed);
        set.AddNoiseAndJitter(isQuick);
        set.AddTempos();
        set.AddRhythms();
        set.AddChanges();
        set.AddLevels();
        set.AddQuiet(isQuick ? 60 : 600, isQuick ? 30 : 120);
        return set._vectors;
    }

    private void AddNoiseAndJitter(bool isQuick)
    {
        double[] snrs = isQuick ? [double.PositiveInfinity, 10] : [double.PositiveInfinity, 20, 10, 0];
        double[] jitters = isQuick ? [0, 20] : [0, 10, 20];
        foreach (double snrDb in snrs)
        {
            foreach (double jitterMs in jitters)
            {
                string snr = double.IsInfinity(snrDb) ? "no noise" : $"SNR {snrDb} dB";
                AddSongs($"{snr}, jitter {jitterMs} ms", Grooves, options => options with { SnrDb = snrDb, JitterMs = jitterMs });
            }
        }
    }

    private void AddTempos()
    {
        for (double bpm = SlowestBpm; bpm < FastestBpm; bpm += 20)
        {
            double from = bpm;
            AddSongs($"{from} to {from + 20} BPM", Grooves, options => options with
            {
                Bpm = Math.Round(from + 20 * Share(options.Bpm), 1),
                SnrDb = 20,
                JitterMs = 5,
            });
        }
    }

    private void AddRhythms()
    {
        Groove[] drums = Grooves[..3];
        AddSongs("swing 50 %", drums, options => options with { Swing = 0.5 });
        AddSongs("swing 100 %", drums, options => options with { Swing = 1 });
        AddSongs("syncopation 25 %", drums, options => options with { Syncopation = 0.25 });
        AddSongs("syncopation 50 %", drums, options => options with { Syncopation = 0.5 });
        AddSongs(
            "one-drop", [Groove.OneDrop, Groove.OneDrop],
            options => options with { Bpm = Math.Round(60 + 35 * Share(options.Bpm), 1) });
        AddSongs(
            "son clave", [Groove.Clave, Groove.Clave],
            options => options with { Bpm = Math.Round(80 + 50 * Share(options.Bpm), 1) });
        AddSongs("in a room, 0.4 s", Grooves, options => options with { RoomSeconds = 0.4, SnrDb = 30 });
        AddSongs("in a hall, 1.2 s", Grooves, options => options with { RoomSeconds = 1.2, SnrDb = 30 });
    }

    private void AddChanges()
    {
        AddSongs("tempo step", Grooves, options => options with
        {
            Seconds = ChangeSeconds,
            TempoChanges = [new TempoChange(18, Other(options.Bpm, 1.25))],
        });
        AddSongs("tempo ramp", Grooves, options => options with
        {
            Seconds = ChangeSeconds,
            TempoChanges = [new TempoChange(10, Other(options.Bpm, 1.3), OverSeconds: 25)],
        });
        AddSongs("pauses", Grooves, options => options with
        {
            Seconds = ChangeSeconds,
            Pauses = [new Pause(14, 2), new Pause(25, 4)],
        });
    }

    private void AddLevels()
    {
        foreach (double levelDb in new double[] { -60, -50, -40, -20, -3 })
        {
            AddSongs($"level {levelDb} dBFS".Replace('-', '−'), Grooves, options => options with { LevelDb = levelDb });
        }
    }

    private void AddQuiet(double longSeconds, double shortSeconds)
    {
        Add("silence", "digital zero", shortSeconds, () => new ZeroSource());
        Add("silence", "microphone's own noise", longSeconds, () => new NoiseSource(NoiseSource.SelfNoiseDb));
        Add("hiss", "white −70 dBFS", longSeconds, () => new NoiseSource(-70, NoiseColour.White, 2));
        Add("hiss", "white −50 dBFS", shortSeconds, () => new NoiseSource(-50, NoiseColour.White, 3));
        Add("hiss", "pink −50 dBFS", shortSeconds, () => new NoiseSource(-50, NoiseColour.Pink, 4));
        Add("hiss", "pink −30 dBFS", shortSeconds, () => new NoiseSource(-30, NoiseColour.Pink, 5));
        Add("speech-like noise", "babble of eight −30 dBFS", shortSeconds, () => new SpeechSource(-30, 8, 6));
        Add("speech-like noise", "babble of eight −50 dBFS", shortSeconds, () => new SpeechSource(-50, 8, 7));
        Add("speech-like noise", "one talker −30 dBFS", shortSeconds, () => new SpeechSource(-30, 1, 8));

        void Add(string row, string name, double seconds, Func<IAudioSource> source) =>
            _vectors.Add(TestVector.Of(row, name, seconds, source));
    }

    private void AddSongs(string row, Groove[] grooves, Func<SongOptions, SongOptions> change)
    {
        foreach (Groove groove in grooves)
        {
            for (int i = 0; i < _perGroove; i++)
            {
                _vectors.Add(TestVector.Of(row, change(Draw(groove))));
            }
        }
    }

    // A song like any other: its tempo even in octaves, a start that no hop boundary knows, a level as of a room with music.
    private SongOptions Draw(Groove groove)
    {
        var random = new SeededRandom(_seed * 7919);
        return new SongOptions
        {
            Seed = _seed++,
            Groove = groove,
            Seconds = Seconds,
            Bpm = Math.Round(SlowestBpm * Math.Pow(FastestBpm / SlowestBpm, random.NextUnit()), 1),
            LeadInSeconds = 0.3 + random.NextUnit(),
            LevelDb = -22 + 12 * random.NextUnit(),
        };
    }

    private static double Share(double bpm) => Math.Log(bpm / SlowestBpm) / Math.Log(FastestBpm / SlowestBpm);

    private static double Other(double bpm, double factor) =>
        Math.Round(bpm * factor <= FastestBpm - 2 ? bpm * factor : bpm / factor, 1);
}
