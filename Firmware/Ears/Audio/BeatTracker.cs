using System;

namespace NanoFirmware.Audio;

/// <summary>Finds onsets, the tempo and the beat in what the filter bank hears: novelty, onset, search, clock.</summary>
public sealed class BeatTracker
{
    // Below this confidence no tempo is named.
    private const int NamedFrom = 64;

    // Below this one it is not trusted, and so is no bar.
    private const int Trusted = 128;

    // From this one on, odds of 1 to 3, there is music, and what begins less sharply is shown too: a beat that is followed in
    // vain is less harm than talk that flashes.
    private const int MusicFrom = 190;

    // A likelier beat is believed at once for the most part, a less likely one slowly, one that no onset falls on sooner.
    private const float RiseShare = 0.8f;
    private const float FallShare = 0.2f;
    private const float UnheardShare = 0.4f;

    // Odds of 1 to 9 are a confidence of one half: below them a light does better to follow the onsets.
    private const float EvenOdds = 2.2f;

    // Fewer onsets than this on the beats of the last seconds, and there is no beat that anybody hears.
    private const int LeastOnBeats = 3;

    // At odds of 7 to 1 one is enough, and for a beat that is trusted already: in noise and in halls few stand out.
    private const float SureOdds = 2f;
    private const int LeastWhenSure = 1;

    // A hop is 1/60 s: 16 667 µs.
    private const float HopsPerMs = 0.06f;

    /// <summary>Whether somebody else heard a note begin in this hop.</summary>
    public bool IsPeakTold;

    private readonly FilterBank _bank;
    private readonly NoiseGate _gate;
    private readonly int[] _controls;
    private readonly NoveltyMeter _novelty = new NoveltyMeter();
    private readonly OnsetDetector _onsets = new OnsetDetector();
    private readonly OnsetClassifier _kinds = new OnsetClassifier();
    private readonly BeatEvidence _evidence = new BeatEvidence();
    private readonly BeatSearch _search;
    private readonly BeatClock _clock;
    private readonly BarTracker _bars;
    private float _likelihood;
    private int _confidence;
    private int _bpm10;
    private int _untilShown = -1;
    private bool _isToldQuiet = true;
    private bool _isDue = true;

    /// <summary>Listens to the bank of <paramref name="spectrum"/>, before gate and gain: a beat is a beat at any volume, but
    /// for what the user's squelch shuts out.</summary>
    public BeatTracker(SpectrumAnalyzer spectrum)
    {
        _bank = spectrum.Bank;
        _gate = spectrum.Gate;
        _controls = spectrum.Controls.Values;
        var history = new PulseHistory();
        _search = new BeatSearch(history);
        _clock = new BeatClock(history);
        _bars = new BarTracker(history);
    }

    /// <summary>Completes <paramref name="snapshot"/> with onset and beat, from the hop that the bank took last.</summary>
    /// <param name="snapshot">The same in every hop: what changes seldom stays in it.</param>
    public void Track(AudioSnapshot snapshot)
    {
        NoveltyMeter novelty = _novelty;
        novelty.Measure(_bank.Energy);

        NoiseGate gate = _gate;
        int strength = _onsets.Detect(novelty.Flux, _confidence);
        if (IsPeakTold && strength == 0)
        {
            strength = _onsets.Believe();
        }

        BeatEvidence evidence = _evidence;
        evidence.Hop++;
        if (_onsets.IsWitness && !gate.IsSquelched)
        {
            evidence.AddOnset();
        }
        else if (!gate.IsShown)
        {
            evidence.AddQuiet();
        }

        gate.IsNote = false;
        snapshot.Onset = false;
        if (strength > 0 && !gate.IsSquelched)
        {
            NoteOnset(snapshot, strength);
        }

        BeatClock clock = _clock;
        BeatSearch search = _search;
        bool found = search.Follow(novelty, clock);
        int ago = search.Ago;
        bool beat = clock.Tick(ago);
        BarTracker bars = _bars;
        if (beat)
        {
            bars.Count(clock, ago);
        }

        // Nothing for the bar in a hop that describes a guess: either is dear, and of two hops of a search one describes none.
        if (bars.IsDue)
        {
            LookAtBar();
        }
        else if (ago == 0 && !search.HasDescribed && clock.UntilBeat < BarTracker.DrumlessShare * clock.Period)
        {
            // Every second hop: harmony is slow.
            bars.Hear(_bank.Energy, _bank.Lag);
        }

        if (found)
        {
            Judge();
            Tell(snapshot);
        }
        else if (evidence.IsQuiet != _isToldQuiet)
        {
            Tell(snapshot);
        }

        int latencyMs = _controls[AudioControls.LatencyIndex];
        float untilShown = clock.UntilBeat + (latencyMs * HopsPerMs);
        snapshot.BeatPhase = (int)(256f - (256f * untilShown / clock.Period)) & 255;
        snapshot.Beat = false;
        if (beat || latencyMs != 0 || _untilShown >= 0)
        {
            Show(snapshot, beat, latencyMs, untilShown);
        }
    }

    private void NoteOnset(AudioSnapshot snapshot, int strength)
    {
        _gate.IsNote = true;

        // Without a beat it may be talk: then only what begins sharply is shown.
        if (_confidence >= MusicFrom || _onsets.IsSharp)
        {
            snapshot.Onset = true;
            _kinds.Weigh(_novelty.Rises, strength, snapshot);
        }
    }

    private void LookAtBar()
    {
        if (_search.HasDescribed)
        {
            return;
        }

        BarTracker bars = _bars;
        bars.Look();
        if (bars.IsDue && !_search.IsAtWork)
        {
            bars.Look();
        }
    }

    private void Judge()
    {
        if (!_evidence.IsRecent)
        {
            _search.Rest();
        }

        bool isSure = _confidence >= Trusted || _search.Odds > SureOdds;
        int least = isSure ? LeastWhenSure : LeastOnBeats;
        bool isHeard = _clock.IsRunning && !_search.IsSilent && _evidence.OnBeats(_clock) >= least;
        float likelihood = isHeard ? (float)(1 / (1 + Math.Exp(-_search.Odds - EvenOdds))) : 0f;
        float share = isHeard ? FallShare : UnheardShare;
        share = likelihood > _likelihood ? RiseShare : share;
        _likelihood += share * (likelihood - _likelihood);
        _confidence = (int)(255f * _likelihood);
        _bpm10 = _confidence < NamedFrom ? 0 : (int)((36000f / _clock.MeanPeriod) + 0.5f);
    }

    // What changes with a search, a silence or its end, and not with each hop.
    private void Tell(AudioSnapshot snapshot)
    {
        bool isQuiet = _evidence.IsQuiet;
        _isToldQuiet = isQuiet;
        snapshot.Confidence = isQuiet ? 0 : _confidence;
        snapshot.Bpm10 = isQuiet ? 0 : _bpm10;
        if (snapshot.Confidence < Trusted)
        {
            snapshot.Bar = -1;
            snapshot.BarBeats = 0;
            snapshot.BarConfidence = 0;
        }
    }

    // Where a beat falls, or may be shown that falls at another time.
    private void Show(AudioSnapshot snapshot, bool beat, int latencyMs, float untilShown)
    {
        bool isShown = beat;
        if (latencyMs < 0)
        {
            isShown = IsShownEarly(beat, untilShown);
        }
        else if (latencyMs > 0 || _untilShown >= 0)
        {
            isShown = IsShownLate(beat, latencyMs * HopsPerMs);
        }

        snapshot.Beat = isShown && !_evidence.IsQuiet;
        if (snapshot.Beat && _confidence >= Trusted)
        {
            BarTracker bars = _bars;
            snapshot.Bar = bars.Beat(latencyMs < 0 ? 1 : 0);
            snapshot.BarBeats = bars.BarBeats;
            snapshot.BarConfidence = bars.Confidence;
        }
    }

    // A speaker far away is heard late: the beat is shown that much earlier, by the clock's newest prediction, and once, wherever
    // the clock
    // begins anew.
    private bool IsShownEarly(bool beat, float untilShown)
    {
        _isDue = _isDue || beat;
        bool isShown = _isDue && untilShown < 0.5f && _clock.IsRunning;
        _isDue = _isDue && !isShown;
        return isShown;
    }

    private bool IsShownLate(bool beat, float hops)
    {
        if (beat)
        {
            _untilShown = (int)(hops + 0.5f) + 1;
        }

        _untilShown -= _untilShown >= 0 ? 1 : 0;
        return _untilShown == 0;
    }
}
