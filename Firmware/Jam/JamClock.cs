namespace NanoFirmware.Jam;

/// <summary>
/// The session's time on this device: its own clock and an offset, which pings find and which then only ever drifts.
/// </summary>
internal sealed class JamClock
{
    /// <summary>Pings of which the quickest counts.</summary>
    public const int Pings = 8;

    // Further off than that is no drift: it is taken at once.
    private const int JumpUs = 100000;

    // While it is looked for nobody has heard a loop by it yet: the rest drifts within seconds.
    private const int SearchJumpUs = 15000;

    // A second of drift for a thousand: nobody hears a loop hurry by two ms in a second.
    private const int DriftPerMs = 2;

    // What a quick answer may take longer than the quickest.
    private const int SlackUs = 2000;

    private const int PingSeconds = 60;
    private const int RateShare = 4;

    // Two crystals of 50 millionths.
    private const int MostPpm = 100;

    // What two of them can make of a minute; more than that was told wrong before.
    private const int MostCrystalsUs = 2 * MostPpm * PingSeconds;

    private long _offsetUs;
    private long _wantedUs;
    private long _toldUs;
    private long _partUs;
    private int _bestUs;
    private int _ratePpm;
    private int _pings;

    /// <summary>Whether eight pings were answered since the clock was looked for.</summary>
    public bool IsSet => _pings >= Pings;

    public long SessionUs(long ownUs) => ownUs + _offsetUs;

    public int SessionMs(long ownUs) => (int)((ownUs + _offsetUs) / 1000);

    /// <summary>The session begins: its time is 0 now.</summary>
    public void Begin(long ownUs)
    {
        _offsetUs = -ownUs;
        _wantedUs = _offsetUs;
        _toldUs = ownUs;
        Search();
    }

    /// <summary>Looks for the clock anew.</summary>
    public void Search()
    {
        _pings = 0;
        _bestUs = int.MaxValue;
        _ratePpm = 0;
    }

    /// <summary>Another session is older: its time holds, as well as one message tells it.</summary>
    public void Adopt(int aheadMs)
    {
        _offsetUs += aheadMs * 1000L;
        _wantedUs = _offsetUs;
        Search();
    }

    /// <summary>Takes an answer to a ping; all four times in µs, the first and the last by the session's time here.</summary>
    public void Answered(int sentUs, int heardUs, int answeredUs, int gotUs)
    {
        int roundUs = gotUs - sentUs - (answeredUs - heardUs);
        int aheadUs = ((heardUs - sentUs) + (answeredUs - gotUs)) / 2;
        _pings++;
        if (roundUs < 0 || (_pings <= Pings && roundUs >= _bestUs))
        {
            return;
        }

        if (_pings <= Pings)
        {
            _bestUs = roundUs;
            _wantedUs = _offsetUs + aheadUs;
        }
        else
        {
            Follow(roundUs, aheadUs);
        }

        int mostUs = _pings > Pings ? JumpUs : SearchJumpUs;
        if (aheadUs > mostUs || aheadUs < -mostUs)
        {
            _offsetUs = _wantedUs;
        }
    }

    // One ping a minute: a slow one counts half, and what comes again and again is a crystal's error.
    private void Follow(int roundUs, int aheadUs)
    {
        bool isQuick = roundUs <= _bestUs + SlackUs;
        _bestUs = isQuick ? roundUs : _bestUs + SlackUs;
        int share = isQuick ? aheadUs : aheadUs / 2;
        _wantedUs = _offsetUs + share;
        bool isCrystals = share <= MostCrystalsUs && share >= -MostCrystalsUs;
        int ratePpm = _ratePpm + (isCrystals ? share / PingSeconds / RateShare : 0);
        ratePpm = ratePpm > MostPpm ? MostPpm : ratePpm;
        _ratePpm = ratePpm < -MostPpm ? -MostPpm : ratePpm;
    }

    /// <summary>Lets it drift to where it should be.</summary>
    public void Drift(long ownUs)
    {
        long passedUs = ownUs - _toldUs;
        long mostUs = passedUs * DriftPerMs / 1000;
        if (mostUs < 1)
        {
            return;
        }

        _toldUs = ownUs;
        _partUs += passedUs * _ratePpm;
        _wantedUs += _partUs / 1000000;
        _partUs %= 1000000;
        long missingUs = _wantedUs - _offsetUs;
        if (missingUs > mostUs)
        {
            missingUs = mostUs;
        }

        _offsetUs += missingUs < -mostUs ? -mostUs : missingUs;
    }
}
