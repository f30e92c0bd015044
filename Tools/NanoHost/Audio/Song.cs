namespace NanoHost.Audio;

/// <summary>A song of drums, bass, chords and lead, made up from a seed, that knows where its beats are.</summary>
public sealed class Song
{
    private readonly SongScore _score;

    public Song(SongOptions options)
    {
        Options = options;
        _score = new SongScore(options);
    }

    public SongOptions Options { get; }

    public SongTruth Truth => _score.Truth;

    public double Seconds => _score.Seconds;

    /// <summary>The whole song at <paramref name="sampleRateHz"/>: music at its level, plus noise.</summary>
    public float[] Render(int sampleRateHz)
    {
        var mix = new float[(int)Math.Round(Seconds * sampleRateHz)];
        var instruments = new Instruments(sampleRateHz, Options.Seed);
        foreach (Note note in _score.Notes)
        {
            int first = Math.Min(mix.Length, (int)Math.Round(note.Seconds * sampleRateHz));
            instruments.Play(note, mix.AsSpan(first));
        }

        Mute(mix, sampleRateHz);
        Limit(mix);
        if (Options.RoomSeconds > 0)
        {
            new Room(Options.RoomSeconds, sampleRateHz).Fill(mix);
        }

        Scale(mix);
        AddNoise(mix);
        return mix;
    }

    // What was struck before a pause must not ring into it: it is let go within 20 ms.
    private void Mute(float[] mix, int sampleRateHz)
    {
        foreach (Pause pause in Options.Pauses)
        {
            int first = (int)(pause.AtSeconds * sampleRateHz);
            int end = (int)((pause.AtSeconds + pause.Seconds) * sampleRateHz);
            // Notes of the pause's end may be played up to 50 ms early.
            end -= sampleRateHz / 20;
            double gain = 1;
            double fade = Math.Exp(-1 / (0.005 * sampleRateHz));
            for (int i = first; i < Math.Min(end, mix.Length); i++)
            {
                gain *= fade;
                mix[i] *= (float)gain;
            }
        }
    }

    // Peaks are rounded off as on a record, or one kick on top of a snare would set the level of all: in the default song they
    // stand 11 dB above the RMS.
    private static void Limit(float[] mix)
    {
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] = MathF.Tanh(mix[i]);
        }
    }

    private void Scale(float[] mix)
    {
        float peak = mix.Max(MathF.Abs);
        float gain = peak > 0 ? (float)(FullScale.Peak(Options.LevelDb) / peak) : 0;
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] *= gain;
        }
    }

    private void AddNoise(float[] mix)
    {
        double noiseDb = Math.Max(NoiseSource.SelfNoiseDb, FullScale.LevelDb(FullScale.RmsOf(mix)) - Options.SnrDb);
        var noise = new float[mix.Length];
        new NoiseSource(noiseDb, NoiseColour.White, Options.Seed ^ 0x4015E).Read(0, 1, noise);
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] += noise[i];
        }
    }
}
