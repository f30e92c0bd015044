namespace NanoFirmware.Audio;

/// <summary>
/// Asks once in a while whether the beat lies where the clock has it: rates eight guesses, each in two hops, and the clock's own
/// where it is none of them.
/// </summary>
public sealed partial class BeatSearch
{
    // A search takes 29 hops at most. At odds of 7 to 1 the next one may wait, and asks for the two best periods alone.
    private const float SureOdds = 2f;
    private const int HopsPerSearch = 150;
    private const int HopsUnsure = 32;

    // Where no note begins nobody waits for the next one.
    private const int HopsOfRest = 35;
    private const int FoundWhenSure = 2;
    private const int HopsPerRating = 4;

    // A first guess needs 1 s of music; after 6 s without any the next sound is a new beginning.
    private const int FirstHops = 60;
    private const int SilentHops = 360;
    private const float MusicPulse = 0.3f;

    // Log odds of what nobody would follow, and of what was not rated.
    private const float Unlikely = -9f;
    private const float Unheard = -999f;

    private readonly PulseHistory _history;
    private readonly PeriodFinder _periods = new PeriodFinder();
    private readonly BeatRater _rater;
    private float _low;
    private float _mid;
    private float _high;
    private int _hop;
    private int _firstHop = -SilentHops;
    private int _lastHop = -SilentHops;
    private int _wait;
    private int _step;
    private int _found;
    private int _turn;
    private int _peaks;
    private float _period;
    private bool _isDescribed;
    private float _guessPeriod;
    private float _guessAgo;
    private int _hopOfNewest;
    private float _own;
    private float _ownPeriod;
    private float _ownAgo;
    private float _steered;
    private float _rival;
    private float _rivalPeriod;
    private float _rivalAgo;
    private float _doubt;

    /// <summary>How likely the clock is right, as the logarithm of its odds.</summary>
    public float Odds = Unlikely;

    /// <summary>Hops since the newest frame ended, 0 or 1.</summary>
    public int Ago;

    /// <summary>Whether a guess was described in the newest hop, which is dear.</summary>
    public bool HasDescribed;

    /// <summary>Whether a search has begun that has not come to its end.</summary>
    public bool IsAtWork => _step > 0;

    /// <summary>True after 6 s without music.</summary>
    public bool IsSilent => _hop - _lastHop > SilentHops;

    public BeatSearch(PulseHistory history)
    {
        _history = history;
        _rater = new BeatRater(history, _periods.Correlator);
    }

    /// <summary>
    /// Takes the next hop; true when a search came to its end and <paramref name="clock"/> was judged, and moved if need be.
    /// </summary>
    public bool Follow(NoveltyMeter novelty, BeatClock clock)
    {
        float pulse = novelty.Pulse;
        int hop = ++_hop;
        _periods.Follow(pulse);
        float[] pulses = novelty.Pulses;
        if ((hop & 1) == 0)
        {
            Ago = 0;
            _history.Add(_low + pulses[2], _mid + pulses[1], _high + pulses[0]);
        }
        else
        {
            Ago = 1;
            _low = pulses[2];
            _mid = pulses[1];
            _high = pulses[0];
        }

        if (pulse > MusicPulse)
        {
            if (hop - _lastHop > SilentHops)
            {
                _firstHop = hop;
                _wait = FirstHops;
            }

            _lastHop = hop;
        }

        HasDescribed = false;
        return --_wait <= 0 && Step(clock);
    }

    /// <summary>Lets the next search wait: for long no note began, in silence or in noise.</summary>
    public void Rest() => _wait += HopsOfRest;

    private bool Step(BeatClock clock)
    {
        int step = _step++;
        if (step < HopsPerRating)
        {
            _periods.Rate(step * (PeriodFinder.Tried / HopsPerRating), (step + 1) * (PeriodFinder.Tried / HopsPerRating));
            return false;
        }

        if (step == HopsPerRating)
        {
            Begin();
            FindOwn(clock);
            return false;
        }

        if (_isDescribed)
        {
            _isDescribed = false;
            Weigh();
            return false;
        }

        if (_turn > _peaks)
        {
            _turn = 0;
            _found--;
        }

        if (_found < 0 && _own == Unheard && _ownPeriod > 0f)
        {
            DescribeOwn();
            return false;
        }

        if (_found < 0)
        {
            _step = 0;
            Decide(clock);
            _wait = (Odds > SureOdds ? HopsPerSearch : HopsUnsure) - step;
            return true;
        }

        if (_turn == 0)
        {
            _period = _periods.Found(_found) / PulseHistory.HopsPerFrame;
            _peaks = _rater.Fold(_period);

            // A description is dear: what it needs of the correlation is looked up in the hop before.
            _rater.Relate(_period);
        }
        else
        {
            Describe(_period, _rater.Peaks[_turn - 1]);
        }

        _turn++;
        return false;
    }

    private void Begin()
    {
        int found = _periods.Choose();
        _found = (found > FoundWhenSure && Odds > SureOdds ? FoundWhenSure : found) - 1;
        _isDescribed = false;
        _turn = 0;
        _peaks = 0;
        int age = ((_hop - _firstHop) / PulseHistory.HopsPerFrame) + 8;
        _rater.Begin(age < _history.Newest ? age : _history.Newest - 1, _periods.Mean());
        _hopOfNewest = PulseHistory.HopsPerFrame * _history.Newest;
        _own = Unheard;
        _rival = Unlikely;
        _ownPeriod = 0f;
        _steered = 0f;
    }
}
