namespace NanoFirmware.Audio;

/// <summary>Finds onsets, the tempo and the beat in what the filter bank hears: novelty, onset, tempo, clock.</summary>
public sealed class BeatTracker
{
    // Contrast times clarity at which the beat is as sure as not: steady noise stays below 0.22, songs above 0.4.
    private const float EvenQuality = 0.2f;

    // Below this confidence no tempo is named.
    private const int NamedFrom = 64;

    // A hop is 1/60 s: 16 667 µs.
    private const float HopsPerMs = 0.06f;

    // An onset after silence starts the clock; a hop whose surroundings were 2.5 times louder is no silence.
    private const float QuietMeanRate = 0.1f;
    private const float QuietRatio = 2.5f;

    private readonly FilterBank _bank;
    private readonly AudioControls _controls;
    private readonly NoveltyMeter _novelty = new NoveltyMeter();
    private readonly OnsetDetector _onsets = new OnsetDetector();
    private readonly TempoEstimator _tempo = new TempoEstimator();
    private readonly BeatClock _clock = new BeatClock();
    private float _meanPower = -1f;
    private float _lastPower;
    private int _confidence;
    private int _bpm10;
    private int _untilShown;

    /// <summary>Listens to the bank of <paramref name="spectrum"/>, before gate and gain: a beat is a beat at any volume.</summary>
    public BeatTracker(SpectrumAnalyzer spectrum)
    {
        _bank = spectrum.Bank;
        _controls = spectrum.Controls;
    }

    /// <summary>Completes <paramref name="snapshot"/> with onset and beat, from the hop that the bank took last.</summary>
    public void Track(AudioSnapshot snapshot)
    {
        NoveltyMeter novelty = _novelty;
        TempoEstimator tempo = _tempo;
        novelty.Measure(_bank.Energy);

        int strength = _onsets.Detect(novelty.Flux);
        snapshot.Onset = strength > 0;
        snapshot.OnsetStrength = strength;

        float pulse = novelty.Pulse, before = tempo.Period;
        if (tempo.Follow(pulse, novelty.Backbeat))
        {
            _clock.Change(tempo.Period, before);
            Judge();
        }

        float period = tempo.Period;
        bool beat = _clock.Tick(pulse, period, strength > 0, EndsQuiet(_bank.TotalPower));
        Show(snapshot, beat, period);
    }

    // True when the hop before this one was not the ringing of something louder.
    private bool EndsQuiet(float power)
    {
        float mean = _meanPower < 0f ? power : _meanPower;
        bool quiet = mean < QuietRatio * _lastPower;
        _meanPower = mean + (QuietMeanRate * (power - mean));
        _lastPower = power;
        return quiet;
    }

    private void Judge()
    {
        float quality = _tempo.Clarity * _clock.Contrast;
        _confidence = quality <= 0f ? 0 : (int)(255f * quality / (quality + EvenQuality));
        _bpm10 = _confidence < NamedFrom ? 0 : (int)((36000f / _tempo.Period) + 0.5f);
    }

    // A speaker far away is heard late: the beat is shown that much earlier (a negative latency), by the prediction.
    private void Show(AudioSnapshot snapshot, bool beat, float period)
    {
        float untilBeat = _clock.UntilBeat;
        float shift = _controls.LatencyMs * HopsPerMs;
        if (beat)
        {
            _untilShown = (int)(shift >= 0f ? shift + 0.5f : untilBeat + shift + 0.5f) + 1;
        }

        _untilShown--;
        snapshot.Beat = _untilShown == 0;
        snapshot.Confidence = _confidence;
        snapshot.Bpm10 = _bpm10;

        float phase = 1f - ((untilBeat + shift) / period);
        phase = phase < 0f ? phase + 1f : phase;
        snapshot.BeatPhase = (int)(phase * 256f) & 255;
    }
}
