namespace NanoFirmware.Audio;

/// <content>Guesses are described and weighed; the best one is the clock's own or moves it.</content>
public sealed partial class BeatSearch
{
    // A guess is the clock's own within 5 % of its period and 15 % of its phase.
    private const float SamePeriod = 0.05f;
    private const float SamePhase = 0.15f;

    // A better guess must be that much better, summed over searches; the very first one more likely than 1 to 7.
    private const float RivalMargin = 0.5f;
    private const float RivalDoubt = 2.5f;
    private const float FirstOdds = -2f;

    private void FindOwn(BeatClock clock)
    {
        if (clock.IsRunning)
        {
            float period = clock.Period;
            float since = period - clock.UntilBeat - BeatClock.FrameDelay - (_hop - _hopOfNewest);
            while (since < 0f)
            {
                since += period;
            }

            _ownPeriod = period / PulseHistory.HopsPerFrame;
            _ownAgo = since / PulseHistory.HopsPerFrame;
        }
    }

    // None of the guesses lay where the clock has the beat.
    private void DescribeOwn()
    {
        if (_period != _ownPeriod)
        {
            _period = _ownPeriod;
            _rater.Relate(_period);
        }
        else
        {
            Describe(_period, _ownAgo);
        }
    }

    // A guess is dear: described in one hop, weighed in the next.
    private void Describe(float period, float ago)
    {
        _rater.Describe(period, ago);
        _guessPeriod = period;
        _guessAgo = ago;
        _isDescribed = true;
        HasDescribed = true;
    }

    private void Weigh()
    {
        float odds = _rater.Rate();
        if (_ownPeriod > 0f && IsOwn(_guessPeriod, _guessAgo))
        {
            if (odds > _own)
            {
                _own = odds;
                _steered = _guessPeriod * PulseHistory.HopsPerFrame;
            }
        }
        else if (odds > _rival)
        {
            _rival = odds;
            _rivalPeriod = _guessPeriod;
            _rivalAgo = _guessAgo;
        }
    }

    private bool IsOwn(float period, float ago)
    {
        float change = (period / _ownPeriod) - 1f;
        if (change > SamePeriod || change < -SamePeriod)
        {
            return false;
        }

        float shift = (ago - _ownAgo) / period;
        shift -= (int)shift;
        shift = shift < 0f ? shift + 1f : shift;
        return shift < SamePhase || shift > 1f - SamePhase;
    }

    private void Decide(BeatClock clock)
    {
        if (_steered > 0f)
        {
            clock.Steer(_steered);
        }

        _own = _own < Unlikely ? Unlikely : _own;
        float over = _rival - _own - RivalMargin;
        float doubt = _doubt + over;
        _doubt = doubt < 0f ? 0f : doubt;
        if (clock.IsRunning ? over > 0f && doubt > RivalDoubt : _rival > FirstOdds)
        {
            float since = (PulseHistory.HopsPerFrame * _rivalAgo) + BeatClock.FrameDelay + (_hop - _hopOfNewest);
            clock.Start(_rivalPeriod * PulseHistory.HopsPerFrame, since);
            _doubt = 0f;
            _own = _rival;
        }

        Odds = _own;
    }
}
