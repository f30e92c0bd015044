using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// Sound without a beat: talk, swelling noise, blows at random times, chords that waver, and tones that beat or are held.
/// </summary>
internal static class NoMusic
{
    private const int RateHz = Hearing.SampleRateHz;
    private const int Kinds = 8;

    internal static short[] Make(long seed, double seconds)
    {
        var random = new SeededRandom(seed * 7919);
        var mix = new float[(int)(seconds * RateHz)];
        double levelDb = -50 + (35 * random.NextUnit());
        switch (seed % Kinds)
        {
            case 0: new SpeechSource(levelDb, 1, seed).Read(0, RateHz, mix); break;
            case 1: new SpeechSource(levelDb, 2 + random.Next(7), seed).Read(0, RateHz, mix); break;
            case 2: Swell(mix, levelDb, random, seed); break;
            case 3: Strike(mix, random); break;
            case 4: Waver(mix, random); break;
            case 5: Beat(mix, levelDb, random, seed); break;
            case 6: Rumble(mix, levelDb, random, seed); break;
            default: Hold(mix, levelDb, random, seed); break;
        }

        return Hearing.Quantise(mix);
    }

    private static void Swell(float[] mix, double levelDb, SeededRandom random, long seed)
    {
        new NoiseSource(levelDb, random.Next(2) == 0 ? NoiseColour.White : NoiseColour.Pink, seed).Read(0, RateHz, mix);
        double depth = 0.5 * random.NextUnit();
        double hz = 0.1 + (0.6 * random.NextUnit());
        for (int i = 0; i < mix.Length; i++)
        {
            mix[i] *= (float)(1 + (depth * Math.Sin(2 * Math.PI * hz * i / RateHz)));
        }
    }

    private static void Strike(float[] mix, SeededRandom random)
    {
        double mean = 0.15 + (0.5 * random.NextUnit());
        double next = 0;
        while ((next -= Math.Log(1 - random.NextUnit()) * mean) * RateHz < mix.Length)
        {
            double decay = 0.01 + (0.15 * random.NextUnit());
            double hz = 60 * Math.Pow(60, random.NextUnit());
            bool isNoise = random.Next(2) == 0;
            int at = (int)(next * RateHz);
            for (int i = 0; i < RateHz && at + i < mix.Length; i++)
            {
                double tone = isNoise ? (2 * random.NextUnit()) - 1 : Math.Sin(2 * Math.PI * hz * i / RateHz);
                mix[at + i] += (float)(0.1 * Math.Exp(-i / (decay * RateHz)) * tone);
            }
        }
    }

    // Two tones so close that they beat, half of them as deeply as tones can.
    private static void Beat(float[] mix, double levelDb, SeededRandom random, long seed)
    {
        double hz = 60 * Math.Pow(40, random.NextUnit());
        double beatHz = 0.7 + (2.8 * random.NextUnit());
        double other = random.Next(2) == 0 ? 1 : 0.3 + (0.7 * random.NextUnit());
        double level = FullScale.Rms(levelDb);
        new NoiseSource(NoiseSource.SelfNoiseDb, NoiseColour.White, seed).Read(0, RateHz, mix);
        for (int i = 0; i < mix.Length; i++)
        {
            double time = (double)i / RateHz;
            double second = other * Math.Sin(2 * Math.PI * (hz + beatHz) * time);
            mix[i] += (float)(level * (Math.Sin(2 * Math.PI * hz * time) + second));
        }
    }

    // Low noise that swells about as often as music beats: wind, an engine, surf.
    private static void Rumble(float[] mix, double levelDb, SeededRandom random, long seed)
    {
        new NoiseSource(levelDb, NoiseColour.White, seed).Read(0, RateHz, mix);
        double pass = 0.04 + (0.2 * random.NextUnit());
        double depth = 0.05 + (0.35 * random.NextUnit());
        double hz = 0.9 + (2.2 * random.NextUnit());
        double low = 0;
        for (int i = 0; i < mix.Length; i++)
        {
            low += pass * (mix[i] - low);
            mix[i] = (float)(low * (1 + (depth * Math.Sin(2 * Math.PI * hz * i / RateHz))));
        }
    }

    // A tone with its harmonics.
    private static void Hold(float[] mix, double levelDb, SeededRandom random, long seed)
    {
        double hz = 40 * Math.Pow(8, random.NextUnit());
        int step = 1 + random.Next(2);
        double level = FullScale.Rms(levelDb);
        new NoiseSource(NoiseSource.SelfNoiseDb, NoiseColour.White, seed).Read(0, RateHz, mix);
        for (int harmonic = 1; harmonic * hz < 7000; harmonic += step)
        {
            for (int i = 0; i < mix.Length; i++)
            {
                mix[i] += (float)(level / harmonic * Math.Sin(2 * Math.PI * harmonic * hz * i / RateHz));
            }
        }
    }

    private static void Waver(float[] mix, SeededRandom random)
    {
        for (int voice = 0; voice < 5; voice++)
        {
            double hz = 80 * Math.Pow(8, random.NextUnit());
            double level = 0.03 * (0.2 + (0.8 * random.NextUnit()));
            double waverHz = 0.05 + (5 * random.NextUnit());
            double depth = 0.3 * random.NextUnit();
            double phase = 0;
            for (int i = 0; i < mix.Length; i++)
            {
                double waver = Math.Sin(2 * Math.PI * waverHz * i / RateHz);
                phase += hz * (1 + (0.004 * waver)) / RateHz;
                mix[i] += (float)(level * (1 + (depth * waver)) * Math.Sin(2 * Math.PI * phase));
            }
        }
    }
}
