using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>Sound without a beat: talk, swelling noise, blows at random times, and chords that waver.</summary>
internal static class NoMusic
{
    private const int RateHz = Hearing.SampleRateHz;
    private const int Kinds = 5;

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
            default: Waver(mix, random); break;
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
