using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>A band's instruments, drawn at random: no two songs have the same kick, snare or mix.</summary>
internal sealed class Kit
{
    private const int RateHz = Hearing.SampleRateHz;

    // A note softer than this is over.
    private const double Inaudible = 1e-4;

    private static readonly double[] Chord = { 1, 1.2, 1.5, 2 };

    private readonly SeededRandom _random;
    private readonly float[] _mix;
    private readonly double[] _gains;
    private readonly double _kickFromHz;
    private readonly double _kickToHz;
    private readonly double _kickSeconds;
    private readonly double _kickClick;
    private readonly double _snareHz;
    private readonly double _snareSeconds;
    private readonly double _snareTone;
    private readonly double _snareBrightness;
    private readonly bool _isClap;
    private readonly bool _isSineChord;
    private readonly double _hatSeconds;
    private readonly double _hatBrightness;
    private readonly double _openSeconds;
    private readonly double _rimHz;
    private readonly double _rimSeconds;
    private readonly double _rimNoise;
    private readonly double _tomHz;
    private readonly double _tomSeconds;
    private readonly double _bassSeconds;
    private readonly double _bassBrightHz;
    private readonly double _chordRise;
    private readonly double _chordSeconds;
    private readonly double _chordBrightHz;
    private readonly double _leadBrightHz;

    /// <summary>Plays into <paramref name="mix"/>.</summary>
    internal Kit(float[] mix, SeededRandom random)
    {
        _mix = mix;
        _random = random;
        (_kickFromHz, _kickToHz, _kickSeconds, _kickClick) = (Even(90, 220), Even(42, 70), Log(0.06, 0.28), Even(0, 0.4));
        (_snareHz, _snareSeconds) = (Even(170, 280), Log(0.05, 0.2));
        (_snareTone, _snareBrightness) = (Even(0.15, 0.6), Even(0.3, 0.8));
        (_isClap, _isSineChord) = (random.NextUnit() < 0.25, random.NextUnit() < 0.3);
        (_hatSeconds, _hatBrightness, _openSeconds) = (Log(0.015, 0.06), Even(0.6, 0.97), Log(0.07, 0.35));
        (_rimHz, _rimSeconds, _rimNoise) = (Log(400, 3000), Log(0.012, 0.12), Even(0, 0.4));
        (_tomHz, _tomSeconds) = (Log(80, 300), Log(0.06, 0.2));
        (_bassSeconds, _bassBrightHz, _leadBrightHz) = (Log(0.15, 0.9), Log(250, 1200), Log(1500, 5000));
        _chordRise = random.NextUnit() < 0.3 ? Even(0.03, 0.18) : Even(0.002, 0.012);
        (_chordSeconds, _chordBrightHz) = (Log(0.25, 1.6), Log(900, 4500));
        _gains =
        [
            Even(0.5, 1), Even(0.35, 0.8), Log(0.06, 0.3), Log(0.06, 0.3), Even(0.2, 0.6),
            Even(0.3, 0.7), Even(0.25, 0.7), Even(0.07, 0.22), Even(0.1, 0.3),
        ];
    }

    /// <summary>Adds one note; pitch and length matter to basses, chords and leads only.</summary>
    internal void Play(Voice voice, double seconds, double velocity, double hz, double length)
    {
        int at = (int)(seconds * RateHz);
        double level = voice == Voice.Brush ? 0 : velocity * _gains[(int)voice];
        switch (voice)
        {
            case Voice.Kick:
                Drop(at, level, _kickFromHz, _kickToHz, _kickSeconds);
                Hiss(at, _kickClick * level, 0.004, 0);
                break;
            case Voice.Snare when _isClap:
                Hiss(at, 0.4 * level, 0.01, 0.5);
                Hiss(at + (RateHz / 90), 0.4 * level, 0.01, 0.5);
                Hiss(at + (RateHz / 45), 0.6 * level, _snareSeconds, 0.5);
                break;
            case Voice.Snare:
                Drop(at, _snareTone * level, 1.25 * _snareHz, _snareHz, 0.06);
                Hiss(at, 0.7 * level, _snareSeconds, _snareBrightness);
                break;
            case Voice.Hat: Hiss(at, level, _hatSeconds, _hatBrightness); break;
            case Voice.OpenHat: Hiss(at, level, _openSeconds, _hatBrightness); break;
            case Voice.Rim:
                Drop(at, level, _rimHz, _rimHz, _rimSeconds);
                Hiss(at, _rimNoise * level, 0.01, 0.5);
                break;
            case Voice.Tom: Drop(at, level, 1.3 * _tomHz, _tomHz, _tomSeconds); break;
            case Voice.Brush: Swish(at, velocity * _gains[(int)Voice.Snare]); break;
            case Voice.Bass: Tone(at, level, hz, length, _bassSeconds, _bassBrightHz, 0.003, _bassBrightHz > 900); break;
            case Voice.Chord: Strum(at, level, hz, length); break;
            default: Tone(at, level, hz, length, 0.4, _leadBrightHz, 0.006, false); break;
        }
    }

    private double Even(double from, double to) => from + (to - from) * _random.NextUnit();

    private double Log(double from, double to) => from * Math.Pow(to / from, _random.NextUnit());

    private void Strum(int at, double level, double hz, double length)
    {
        foreach (double interval in Chord)
        {
            int late = (int)(0.012 * RateHz * _random.NextUnit());
            Tone(at + late, level, hz * interval, length, _chordSeconds, _chordBrightHz, _chordRise, _isSineChord);
        }
    }

    // A sine that falls from one pitch to another, four times as fast as it fades.
    private void Drop(int at, double level, double fromHz, double toHz, double seconds)
    {
        double fade = Math.Exp(-1 / (seconds * RateHz));
        double glide = Math.Exp(-4 / (seconds * RateHz));
        double phase = 0.25;
        double above = fromHz - toHz;
        for (int i = at; i < _mix.Length && level > Inaudible; i++)
        {
            _mix[i] += (float)(level * Math.Sin(2 * Math.PI * phase));
            phase += (toHz + above) / RateHz;
            above *= glide;
            level *= fade;
        }
    }

    // Noise that fades; brightness 0 is white, towards 1 the lows go.
    private void Hiss(int at, double level, double seconds, double brightness)
    {
        double fade = Math.Exp(-1 / (seconds * RateHz));
        double last = 0;
        for (int i = at; i < _mix.Length && level > Inaudible; i++)
        {
            double noise = 0.6 * _random.NextNormal();
            _mix[i] += (float)(level * (noise - (brightness * last)));
            last = noise;
            level *= fade;
        }
    }

    // A brush drawn over a drum: noise that swells for 50 ms and fades.
    private void Swish(int at, double level)
    {
        const double riseSeconds = 0.05;
        const double fadeSeconds = 0.12;
        double last = 0;
        for (int i = 0; i < 4 * fadeSeconds * RateHz && at + i < _mix.Length; i++)
        {
            double seconds = (double)i / RateHz;
            double noise = 0.3 * _random.NextNormal();
            double swell = Math.Min(1, seconds / riseSeconds) * Math.Exp(-seconds / fadeSeconds);
            _mix[at + i] += (float)(level * swell * (noise - (0.6 * last)));
            last = noise;
        }
    }

    // A sawtooth through a gentle low-pass, or a sine; it rises evenly, fades, and is let go in 20 ms.
    private void Tone(int at, double level, double hz, double length, double seconds, double brightHz, double rise, bool isSine)
    {
        double fade = Math.Exp(-1 / (seconds * RateHz));
        double release = Math.Exp(-1 / (0.02 * RateHz));
        double pass = 1 - Math.Exp(-2 * Math.PI * brightHz / RateHz);
        double phase = _random.NextUnit();
        double smooth = 0;
        double envelope = 0;
        int struck = (int)(rise * RateHz) + 1;
        int held = (int)(length * RateHz);
        for (int i = 0; at + i < _mix.Length && (i <= struck || envelope > Inaudible); i++)
        {
            double kept = i < held ? fade : release;
            envelope = i < struck ? level * (i + 1) / struck : envelope * kept;
            smooth += pass * ((isSine ? Math.Sin(2 * Math.PI * phase) : (2 * phase) - 1) - smooth);
            _mix[at + i] += (float)(envelope * smooth);
            phase += hz / RateHz;
            phase -= Math.Floor(phase);
        }
    }
}
