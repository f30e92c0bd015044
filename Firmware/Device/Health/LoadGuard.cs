namespace NanoFirmware.Health;

/// <summary>
/// Sheds work when frames slip, least missed first: level 1 previews, 2 frequent polling, 3 metrics, 4 every second frame.
/// From level 1 on the web serves fewer requests a second. It goes back by itself. Every second frame is worth leaving out only
/// where the strips get hardly more of them anyhow: uneven frames are better than half of them.
/// </summary>
/// <remarks>
/// The measure is the 99th percentile of a second's frame intervals: of 60, the longest. One long frame, as a write to
/// flash makes it, is forgiven; two close to each other are not.
/// </remarks>
internal sealed class LoadGuard
{
    public const int Previews = 1;
    public const int Polling = 2;
    public const int Metrics = 3;
    public const int HalfRate = 4;

    // What an interval may have on top of a frame's own time. A request of a browser takes 20 ms of the chip (modelled): two of
    // them in a row are no reason to shed anything.
    private const int FrameUs = 16667;
    private const int CalmUs = 2 * FrameUs;
    private const int SlipUs = 4 * FrameUs;
    private const int StallUs = 6 * FrameUs;

    private const int SlipWeight = 3;
    private const int MostSlips = 8;
    private const int SlipsToShed = 5;
    private const int CalmLooksToReturn = 2;

    // More requests than this in a quarter of a second, refused ones too, and the load has not gone; whether it can be carried is
    // tried after five seconds.
    private const int CalmRequests = 6;
    private const int CalmLooksToTry = 20;

    // A level that comes back within a minute of its end was ended too early: the second time it is kept for 2 s, then for 8 s
    // and for 30 s. A minute without a relapse, and it is as quick to go as at first.
    private const int SteadyLooks = 240;
    private const int FreeRelapses = 1;
    private const int FirstHoldLooks = 8;
    private const int LongestHoldLooks = 120;

    // Frames in a second, over the last looks; half the rate is 30.
    private const int LooksASecond = 4;
    private const int FullFps = 60;
    private const int FewFps = 40;

    private int _slips;
    private int _calm;
    private int _relapses;
    private int _sinceReturn = SteadyLooks;
    private int _fps = FullFps;

    /// <summary>0 to 4, by itself.</summary>
    public int Level;

    /// <summary>Quarter seconds in which a strip stood still for a sixth of a second or longer.</summary>
    public int Stalls;

    /// <summary>Looks at a quarter of a second.</summary>
    /// <param name="longestUs">The longest interval between frames, in µs.</param>
    /// <param name="frames">Frames that were shown.</param>
    /// <param name="requests">Requests that arrived.</param>
    /// <param name="halfRate">Every second frame is left out.</param>
    public void Look(int longestUs, int frames, int requests, bool halfRate)
    {
        _fps += frames - (_fps / LooksASecond);
        int lateUs = longestUs - (halfRate ? 2 * FrameUs : FrameUs);
        Stalls += lateUs > StallUs ? 1 : 0;
        _sinceReturn += _sinceReturn < SteadyLooks ? 1 : 0;
        if (_sinceReturn == SteadyLooks && Level == 0)
        {
            _relapses = 0;
        }

        if (lateUs > SlipUs)
        {
            _calm = 0;
            _slips += lateUs > StallUs ? SlipsToShed : SlipWeight;
            _slips = _slips > MostSlips ? MostSlips : _slips;
            if (_slips >= SlipsToShed && Level < Most())
            {
                _relapses += _sinceReturn < SteadyLooks ? 1 : 0;
                _sinceReturn = SteadyLooks;
                Level++;
            }

            return;
        }

        _slips -= _slips > 0 ? 1 : 0;
        _calm = lateUs < CalmUs ? _calm + 1 : 0;
        int enough = requests <= CalmRequests ? CalmLooksToReturn : CalmLooksToTry;
        int held = HeldLooks();
        if (_calm > (held > enough ? held : enough) && Level > 0)
        {
            Level--;
            _sinceReturn = 0;
            _fps = FullFps;
            _calm = requests <= CalmRequests ? _calm : 0;
        }
    }

    private int Most() => _fps < FewFps ? HalfRate : Metrics;

    private int HeldLooks()
    {
        int held = 0;
        for (int relapse = FreeRelapses; relapse < _relapses && held < LongestHoldLooks; relapse++)
        {
            held = held == 0 ? FirstHoldLooks : held * 4;
        }

        return held < LongestHoldLooks ? held : LongestHoldLooks;
    }
}
