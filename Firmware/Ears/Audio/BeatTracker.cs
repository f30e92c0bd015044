namespace NanoFirmware.Audio;

/// <summary>Finds onsets, the tempo and the beat in what the filter bank hears: novelty, onset, search, clock.</summary>
public sealed partial class BeatTracker
{
    // From this confidence on, odds of 1 to 3, there is music, and what begins less sharply is shown too: a beat that is followed
    // in vain is less harm than talk that flashes.
    private const int MusicFrom = 190;

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
}
