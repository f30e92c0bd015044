namespace NanoHost.Audio;

/// <summary>The sounds of the synthetic songs, each added to a signal from its first sample on.</summary>
internal sealed class Instruments
{
    // Fades below this share of their start are not worth their samples.
    private const double Inaudible = 1e-4;

    // Just intervals of a minor and a major triad above the root; the root decides which one fits A minor.
    private static readonly double[] Minor = { 1, 6.0 / 5, 3.0 / 2 };
    private static readonly double[] Major = { 1, 5.0 / 4, 3.0 / 2 };

    private readonly int _rateHz;
    private readonly SeededRandom _random;

    internal Instruments(int sampleRateHz, long seed)
    {
        _rateHz = sampleRateHz;
        _random = new SeededRandom(seed);
    }

    /// <summary>Adds a note to <paramref name="mix"/>, whose first sample is the note's.</summary>
    internal void Play(Note note, Span<float> mix)
    {
        double hz = 440 * Math.Pow(2, (note.Key - 69) / 12.0);
        switch (note.Instrument)
        {
            case Instrument.Click: Drop(mix, 0.8 * note.Velocity, 1000, 1000, 0.02); break;
            case Instrument.Kick: PlayKick(mix, note.Velocity); break;
            case Instrument.Snare: PlaySnare(mix, note.Velocity); break;
            case Instrument.ClosedHat: Hiss(mix, 0.25 * note.Velocity, 0.03, 0.9); break;
            case Instrument.OpenHat: Hiss(mix, 0.25 * note.Velocity, 0.09, 0.9); break;
            case Instrument.Bass: Tone(mix, 0.60 * note.Velocity, hz, note.Length, 0.5, 500); break;
            case Instrument.Chord: PlayChord(mix, note, hz); break;
            default: Tone(mix, 0.26 * note.Velocity, hz, note.Length, 0.25, 4000); break;
        }
    }

    private void PlayKick(Span<float> mix, double velocity)
    {
        Drop(mix, velocity, 160, 50, 0.11);
        Hiss(mix, 0.25 * velocity, 0.004, 0);
    }

    private void PlaySnare(Span<float> mix, double velocity)
    {
        Drop(mix, 0.35 * velocity, 240, 190, 0.06);
        Hiss(mix, 0.5 * velocity, 0.08, 0.5);
    }

    private void PlayChord(Span<float> mix, Note note, double hz)
    {
        double[] triad = note.Key % 12 is 9 or 2 or 4 ? Minor : Major;
        foreach (double interval in triad)
        {
            Tone(mix, 0.14 * note.Velocity, hz * interval, note.Length, 0.8, 2500);
        }
    }

    // A sine that falls from one pitch to another, four times as fast as it fades.
    private void Drop(Span<float> mix, double level, double fromHz, double toHz, double decaySeconds)
    {
        double fade = Math.Exp(-1 / (decaySeconds * _rateHz));
        double glide = Math.Exp(-4 / (decaySeconds * _rateHz));
        double phase = 0.25;
        double above = fromHz - toHz;
        double envelope = level;
        for (int i = 0; i < mix.Length && envelope > Inaudible; i++)
        {
            mix[i] += (float)(envelope * Math.Sin(2 * Math.PI * phase));
            phase += (toHz + above) / _rateHz;
            above *= glide;
            envelope *= fade;
        }
    }

    // Noise that fades; brightness 0 is white, towards 1 the lows go.
    private void Hiss(Span<float> mix, double level, double decaySeconds, double brightness)
    {
        double fade = Math.Exp(-1 / (decaySeconds * _rateHz));
        double last = 0;
        double envelope = level;
        for (int i = 0; i < mix.Length && envelope > Inaudible; i++)
        {
            double noise = _random.NextNormal();
            mix[i] += (float)(envelope * (noise - brightness * last));
            last = noise;
            envelope *= fade;
        }
    }

    // A sawtooth through a gentle low-pass, struck in 2 ms, fading and let go in 15 ms.
    private void Tone(Span<float> mix, double level, double hz, double seconds, double decaySeconds, double brightHz)
    {
        double step = hz / _rateHz;
        double phase = 0.5;
        double smooth = 0;
        double envelope = 0;
        double fade = Math.Exp(-1 / (decaySeconds * _rateHz));
        double release = Math.Exp(-1 / (0.015 * _rateHz));
        double pass = 1 - Math.Exp(-2 * Math.PI * brightHz / _rateHz);
        double rise = level / (0.002 * _rateHz);
        int struckFrames = (int)(0.002 * _rateHz);
        int heldFrames = (int)(seconds * _rateHz);
        for (int i = 0; i < mix.Length; i++)
        {
            double kept = i < heldFrames ? fade : release;
            envelope = i < struckFrames ? envelope + rise : envelope * kept;
            if (i > struckFrames && envelope < Inaudible)
            {
                return;
            }

            smooth += pass * (Saw(phase, step) - smooth);
            mix[i] += (float)(envelope * smooth);
            phase += step;
            phase -= Math.Floor(phase);
        }
    }

    // The jump is rounded over one sample to each side (a two-sample polynomial step), which keeps aliases low.
    private static double Saw(double phase, double step)
    {
        double value = 2 * phase - 1;
        if (phase < step)
        {
            double x = phase / step - 1;
            value += x * x;
        }
        else if (phase > 1 - step)
        {
            double x = (phase - 1) / step + 1;
            value -= x * x;
        }

        return value;
    }
}
