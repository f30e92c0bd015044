using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>What sounds in a room besides music; every sound is an array of −1…+1 at the microphone's rate.</summary>
internal static class RoomSounds
{
    private const int RateHz = Hearing.SampleRateHz;

    // Harmonics of a held tone go up to here.
    private const double TopHz = 7000;

    internal static float[] Read(IAudioSource source, double seconds)
    {
        var signal = new float[(int)(seconds * RateHz)];
        source.Read(0, RateHz, signal);
        return signal;
    }

    internal static float[] Noise(double seconds, double levelDb, long seed = 1, NoiseColour colour = NoiseColour.White) =>
        Read(new NoiseSource(levelDb, colour, seed), seconds);

    internal static float[] Song(SongOptions options) => new Song(options).Render(RateHz);

    /// <summary>A song brought to a mean level.</summary>
    internal static float[] Song(SongOptions options, double levelDb) => Scaled(Song(options), levelDb);

    /// <summary>The same at another RMS.</summary>
    internal static float[] Scaled(float[] signal, double levelDb)
    {
        double gain = FullScale.Rms(levelDb) / FullScale.RmsOf(signal);
        return signal.Select(value => (float)(value * gain)).ToArray();
    }

    internal static float[] Mix(params float[][] parts)
    {
        var mix = new float[parts.Max(part => part.Length)];
        foreach (float[] part in parts)
        {
            for (int i = 0; i < part.Length; i++)
            {
                mix[i] += part[i];
            }
        }

        return mix;
    }

    internal static float[] Joined(params float[][] parts) => parts.SelectMany(part => part).ToArray();

    internal static float[] Silence(double seconds) => new float[(int)(seconds * RateHz)];

    /// <summary>A bowed or blown tone: every harmonic at its share, from one second on, over the microphone's own
    /// noise.</summary>
    internal static float[] HeldTone(double hz, double levelDb, double seconds, bool isOdd = false)
    {
        var tone = Silence(seconds);
        for (int harmonic = 1; harmonic * hz < TopHz; harmonic += isOdd ? 2 : 1)
        {
            for (int i = 0; i < tone.Length; i++)
            {
                tone[i] += (float)(Math.Sin(2 * Math.PI * harmonic * hz * i / RateHz) / harmonic);
            }
        }

        return OverSelfNoise(Joined(Silence(1), Scaled(tone, levelDb)));
    }

    /// <summary>What a dimmer or an LED driver does to a microphone: an impulse every half wave of the mains.</summary>
    internal static float[] Buzz(double levelDb, double seconds, double hz = 100)
    {
        var buzz = Silence(seconds);
        for (int pulse = 0; pulse < seconds * hz; pulse++)
        {
            buzz[(int)(pulse * RateHz / hz)] = 1;
        }

        return OverSelfNoise(Scaled(buzz, levelDb));
    }

    /// <summary>A click on every beat and a softer one half way.</summary>
    internal static float[] Eighths(double bpm, double peakDb, double seconds)
    {
        float[] between = Joined(Silence(30 / bpm), Read(new ClickSource(bpm, peakDb - 5), seconds - 1));
        return Mix(Read(new ClickSource(bpm, peakDb), seconds), between);
    }

    /// <summary>Steady tones so close that they beat.</summary>
    internal static float[] BeatingTones(double hz, double beatHz, double levelDb, double seconds)
    {
        var tones = Silence(seconds);
        for (int i = 0; i < tones.Length; i++)
        {
            double time = (double)i / RateHz;
            tones[i] = (float)(Math.Sin(2 * Math.PI * hz * time) + Math.Sin(2 * Math.PI * (hz + beatHz) * time));
        }

        return OverSelfNoise(Scaled(tones, levelDb));
    }

    /// <summary>Noise below some hundred hertz that swells and fades: wind on a microphone, an engine, surf.</summary>
    internal static float[] SwellingNoise(double levelDb, double depth, double swellHz, double seconds, long seed)
    {
        float[] noise = Noise(seconds, -20, seed);
        double low = 0;
        for (int i = 0; i < noise.Length; i++)
        {
            low += 0.15 * (noise[i] - low);
            noise[i] = (float)(low * (1 + (depth * Math.Sin(2 * Math.PI * swellHz * i / RateHz))));
        }

        return OverSelfNoise(Scaled(noise, levelDb));
    }

    /// <summary>One clap of hands in a room.</summary>
    internal static float[] Clap(double peakDb, double roomSeconds = 0.3)
    {
        float[] clap = Noise(1, 0, 5);
        double peak = FullScale.Peak(peakDb);
        for (int i = 0; i < clap.Length; i++)
        {
            double time = (double)i / RateHz;
            double height = Math.Exp(-time / 0.006) + (0.1 * Math.Exp(-6.9 * time / roomSeconds));
            clap[i] = (float)(Math.Clamp(clap[i], -1, 1) * peak * height);
        }

        return clap;
    }

    /// <summary>Many hands: claps at random, each damped.</summary>
    internal static float[] Applause(double levelDb, double seconds, int hands, long seed)
    {
        var random = new SeededRandom(seed);
        var sum = Silence(seconds);
        for (int hand = 0; hand < hands; hand++)
        {
            double rate = 2.5 + (2 * random.NextUnit());
            double loud = 0.2 + random.NextUnit();
            for (double at = random.NextUnit() / rate; at < seconds - 0.1; at += (0.85 + (0.3 * random.NextUnit())) / rate)
            {
                Strike(sum, at, loud * (0.5 + random.NextUnit()), 0.004 + (0.004 * random.NextUnit()), random);
            }
        }

        return OverSelfNoise(Scaled(sum, levelDb));
    }

    /// <summary>Drops at random: the near ones stand out of the rush of the far ones.</summary>
    internal static float[] Rain(double levelDb, double seconds, long seed)
    {
        var random = new SeededRandom(seed);
        float[] rain = Noise(seconds, -26, seed);
        for (double at = 0; at < seconds - 0.1; at -= Math.Log(1 - random.NextUnit()) / 25)
        {
            Strike(rain, at, 0.3 * Math.Pow(random.NextUnit(), 3), 0.002 + (0.004 * random.NextUnit()), random);
        }

        return OverSelfNoise(Scaled(rain, levelDb));
    }

    /// <summary>A door, a cup, a clap: a blow at random every three and a half seconds, over steady noise.</summary>
    internal static float[] SeldomBlows(double noiseDb, double peakDb, double seconds, long seed)
    {
        var random = new SeededRandom(seed);
        float[] sum = Noise(seconds, noiseDb, seed);
        for (double at = 0.7; at < seconds - 1; at += 1.5 - (2 * Math.Log(1 - random.NextUnit())))
        {
            double loud = FullScale.Peak(peakDb) * (0.6 + (0.8 * random.NextUnit()));
            Strike(sum, at, loud, 0.02 + (0.03 * random.NextUnit()), random);
        }

        return sum;
    }

    /// <summary>Gusts on a microphone: low noise whose loudness wanders.</summary>
    internal static float[] Wind(double levelDb, double seconds, long seed)
    {
        var random = new SeededRandom(seed);
        float[] wind = Noise(seconds, -20, seed);
        double low = 0;
        double gust = 0;
        double slow = 0;
        for (int i = 0; i < wind.Length; i++)
        {
            if (i % 384 == 0)
            {
                gust += (0.12 * random.NextNormal()) - (0.03 * gust);
            }

            slow += 0.002 * (gust - slow);
            low += 0.04 * (wind[i] - low);
            wind[i] = (float)(low * Math.Exp(2 * slow));
        }

        return OverSelfNoise(Scaled(wind, levelDb));
    }

    internal static float[] Speech(double levelDb, double seconds, int talkers, long seed) =>
        OverSelfNoise(Scaled(Read(new SpeechSource(levelDb, talkers, seed), seconds), levelDb));

    internal static float[] OverSelfNoise(float[] signal) => OverNoise(signal, NoiseSource.SelfNoiseDb);

    internal static float[] OverNoise(float[] signal, double levelDb, long seed = 77) =>
        Mix(signal, Noise((double)signal.Length / RateHz, levelDb, seed));

    private static void Strike(float[] sum, double at, double loud, double decaySeconds, SeededRandom random)
    {
        int from = (int)(at * RateHz);
        int length = (int)(8 * decaySeconds * RateHz);
        for (int i = 0; i < length && from + i < sum.Length; i++)
        {
            sum[from + i] += (float)(loud * random.NextNormal() * Math.Exp(-i / (decaySeconds * RateHz)));
        }
    }
}
