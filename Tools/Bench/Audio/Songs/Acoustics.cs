using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>
/// What lies between a band and the microphone's converter: limiter, room, loudspeaker, distance and noise, drawn at random.
/// </summary>
internal sealed class Acoustics
{
    private const int RateHz = Hearing.SampleRateHz;

    private static readonly double[] CombMs = { 29.7, 37.1, 41.1, 43.7 };

    private readonly SeededRandom _random;

    internal Acoustics(SeededRandom random) => _random = random;

    internal void Apply(float[] mix)
    {
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] = MathF.Tanh(1.2f * mix[i]);
        }

        if (IsRare(0.45))
        {
            AddRoom(mix, Log(0.2, 1.2), (float)Even(0.2, 0.6));
        }

        if (IsRare(0.4))
        {
            PassHigh(mix, Log(60, 220));
        }

        if (IsRare(0.3))
        {
            PassLow(mix, Log(1500, 6000));
        }

        Scale(mix, IsRare(0.7) ? Even(-22, -8) : Even(-55, -3));
        AddNoise(mix, DrawSnr());
    }

    private bool IsRare(double share) => _random.NextUnit() < share;

    private double Even(double from, double to) => from + (to - from) * _random.NextUnit();

    private double Log(double from, double to) => from * Math.Pow(to / from, _random.NextUnit());

    private double DrawSnr()
    {
        double kind = _random.NextUnit();
        return kind switch
        {
            < 0.5 => 99,
            < 0.7 => Even(15, 30),
            < 0.9 => Even(8, 15),
            _ => Even(0, 8),
        };
    }

    private static void AddRoom(float[] mix, double seconds, float wet)
    {
        var echo = new float[mix.Length];
        foreach (double ms in CombMs)
        {
            var line = new float[(int)(ms / 1000 * RateHz)];
            float gain = (float)Math.Pow(10, -3 * ms / 1000 / seconds);
            for (int i = 0; i < mix.Length; i++)
            {
                float late = line[i % line.Length];
                line[i % line.Length] = mix[i] + (gain * late);
                echo[i] += late / 2;
            }
        }

        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] += wet * echo[i];
        }
    }

    // A small loudspeaker has no bass …
    private static void PassHigh(float[] mix, double hz)
    {
        double keep = Math.Exp(-2 * Math.PI * hz / RateHz);
        double value = 0;
        double before = 0;
        for (int i = 0; i < mix.Length; i++)
        {
            value = keep * (value + mix[i] - before);
            before = mix[i];
            mix[i] = (float)value;
        }
    }

    // … and one behind a wall no treble.
    private static void PassLow(float[] mix, double hz)
    {
        double pass = 1 - Math.Exp(-2 * Math.PI * hz / RateHz);
        double value = 0;
        for (int i = 0; i < mix.Length; i++)
        {
            value += pass * (mix[i] - value);
            mix[i] = (float)value;
        }
    }

    private static void Scale(float[] mix, double levelDb)
    {
        float gain = (float)(FullScale.Peak(levelDb) / Math.Max(1e-6, mix.Max(MathF.Abs)));
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] *= gain;
        }
    }

    private void AddNoise(float[] mix, double snrDb)
    {
        double noiseDb = Math.Max(NoiseSource.SelfNoiseDb, FullScale.LevelDb(FullScale.RmsOf(mix)) - snrDb);
        var noise = new float[mix.Length];
        new NoiseSource(noiseDb, IsRare(0.4) ? NoiseColour.Pink : NoiseColour.White, (long)_random.NextBits())
            .Read(0, RateHz, noise);
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] += noise[i];
        }
    }
}
