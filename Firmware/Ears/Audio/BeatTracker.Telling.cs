using System;

namespace NanoFirmware.Audio;

/// <content>How sure the beat is, and when it is shown.</content>
public sealed partial class BeatTracker
{
    // Below this confidence no tempo is named.
    private const int NamedFrom = 64;

    // Below this one it is not trusted, and so is no bar.
    private const int Trusted = 128;

    // A likelier beat is believed at once for the most part, a less likely one slowly, one that no onset falls on sooner.
    private const float RiseShare = 0.8f;
    private const float FallShare = 0.2f;
    private const float UnheardShare = 0.4f;

    // Odds of 1 to 9 are a confidence of one half: below them a light does better to follow the onsets.
    private const float EvenOdds = 2.2f;

    // Fewer onsets than this on the beats of the last seconds, and there is no beat that anybody hears.
    private const int LeastOnBeats = 3;

    // At odds of 7 to 1 one is enough, at even odds for a beat that is trusted already: in noise and in halls few stand out.
    private const float SureOdds = 2f;
    private const float KeptOdds = 0f;
    private const int LeastWhenSure = 1;

    private void Judge()
    {
        if (!_evidence.IsRecent)
        {
            _search.Rest();
        }

        float sureFrom = _confidence >= Trusted ? KeptOdds : SureOdds;
        int least = _search.Odds > sureFrom ? LeastWhenSure : LeastOnBeats;
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
