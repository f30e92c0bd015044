using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>A groove played at one tempo that wanders, by a plain band in a quiet room, with the truth about its beats.</summary>
internal sealed class PlainSong
{
    private const int RateHz = Hearing.SampleRateHz;
    private const double FirstSeconds = 0.37;
    private const double ChordHz = 220;
    private const double BassHz = 73.4;
    private const double PeakDb = -15;
    private const long NoiseSeed = 77;

    // How much of a beat's wander the next one remembers.
    private const double Memory = 0.9;

    private readonly float[] _mix;
    private readonly List<double> _beats = new();
    private readonly List<double> _downbeats = new();

    private readonly double _soft;

    /// <param name="groove">What is played: the first pattern of each voice.</param>
    /// <param name="bpm">Its tempo.</param>
    /// <param name="wander">Most by which a beat's length differs from it.</param>
    /// <param name="seconds">How long.</param>
    /// <param name="seed">Chooses the instruments and the wander.</param>
    /// <param name="soft">How loud what is marked 'o' is.</param>
    internal PlainSong(Groove groove, double bpm, double wander, double seconds, long seed, double soft = 0.5)
    {
        _soft = soft;
        var random = new SeededRandom(seed);
        _mix = new float[(int)(seconds * RateHz)];
        var kit = new Kit(_mix, random);
        double off = 0;
        double time = FirstSeconds;
        for (int beat = 0; time < seconds; beat++)
        {
            off = Math.Clamp((Memory * off) + (0.4 * wander * random.NextNormal()), -wander, wander);
            double length = 60 / (bpm * (1 + off));
            Write(groove, kit, beat % groove.BeatsPerBar, time, length);
            time += length;
        }

        Scale();
    }

    internal IReadOnlyList<double> Beats => _beats;

    internal IReadOnlyList<double> Downbeats => _downbeats;

    /// <summary>It at −15 dBFS over the microphone's own noise.</summary>
    internal float[] Render()
    {
        var signal = new float[_mix.Length];
        new NoiseSource(NoiseSource.SelfNoiseDb, NoiseColour.White, NoiseSeed).Read(0, RateHz, signal);
        for (int i = 0; i < signal.Length; i++)
        {
            signal[i] += _mix[i];
        }

        return signal;
    }

    private void Write(Groove groove, Kit kit, int beat, double time, double length)
    {
        _beats.Add(time);
        if (beat == 0)
        {
            _downbeats.Add(time);
        }

        for (int step = 0; step < groove.StepsPerBeat; step++)
        {
            double at = time + (step * length / groove.StepsPerBeat);
            foreach ((Voice voice, string[] patterns) in groove.Patterns)
            {
                char sign = patterns[0][(beat * groove.StepsPerBeat) + step];
                double velocity = sign == 'o' ? _soft : BandSong.VelocityOf(sign);
                if (velocity > 0 && at * RateHz < _mix.Length)
                {
                    kit.Play(voice, at, velocity, voice == Voice.Bass ? BassHz : ChordHz, 0.8 * length);
                }
            }
        }
    }

    private void Scale()
    {
        float gain = (float)(FullScale.Peak(PeakDb) / _mix.Max(MathF.Abs));
        for (int i = 0; i < _mix.Length; i++)
        {
            _mix[i] *= gain;
        }
    }
}
