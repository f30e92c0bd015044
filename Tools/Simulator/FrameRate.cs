namespace NanoFirmware.Simulator;

/// <summary>Frames a second from the moments at which frames were latched: overall, at worst, and just now.</summary>
/// <remarks>
/// A window closes with the first frame that is a second or more behind its start, and its rate is frames over elapsed time:
/// a steady 60 reads 60 however the windows fall.
/// </remarks>
public sealed class FrameRate
{
    private const long SecondUs = 1_000_000;

    // Half a second without a frame is a standstill, and counts although no window closes.
    private const long StandstillUs = SecondUs / 2;

    // "Just now" are the last 32 frames: half a second at 60 a second.
    private readonly long[] _recentUs = new long[32];

    // Of the present run of frames; a restart of the device begins another.
    private long _run;
    private long _firstUs;
    private long _lastUs;
    private long _windowStartUs;
    private long _windowFrames;

    private long _earlierPeriods;
    private long _earlierUs;
    private double _worst = double.PositiveInfinity;

    /// <summary>Frames latched so far.</summary>
    public long Frames { get; private set; }

    /// <summary>Counts a frame.</summary>
    public void Add(long latchedUs)
    {
        if (_run == 0)
        {
            _firstUs = latchedUs;
            _windowStartUs = latchedUs;
        }

        _windowFrames += latchedUs > _windowStartUs ? 1 : 0;
        if (latchedUs - _windowStartUs >= SecondUs)
        {
            CloseWindow(latchedUs);
        }

        _recentUs[_run % _recentUs.Length] = latchedUs;
        _lastUs = latchedUs;
        _run++;
        Frames++;
    }

    /// <summary>The pause until the next frame does not count.</summary>
    public void Restart()
    {
        _earlierPeriods += Math.Max(0, _run - 1);
        _earlierUs += _lastUs - _firstUs;
        _firstUs = _lastUs;
        _run = 0;
        _windowFrames = 0;
    }

    /// <summary>
    /// Frames a second from the first frame to the last, or to now when the strip stands still; 0 below two frames.
    /// </summary>
    public double Mean(long nowUs) =>
        Rate(_earlierPeriods + Math.Max(0, _run - 1), _earlierUs + (_run > 0 ? Until(nowUs) - _firstUs : 0));

    /// <summary>The lowest rate of any second after the first one; the mean as long as there is none.</summary>
    public double Worst(long nowUs)
    {
        double open = _run > 0 && nowUs - _windowStartUs > SecondUs + StandstillUs
            ? Rate(_windowFrames, nowUs - _windowStartUs)
            : double.PositiveInfinity;
        double worst = Math.Min(_worst, open);
        return double.IsFinite(worst) ? worst : Mean(nowUs);
    }

    /// <summary>The rate of the last half second.</summary>
    public double Recent(long nowUs)
    {
        long kept = Math.Min(_run, _recentUs.Length);
        return kept < 2 ? 0 : Rate(kept - 1, Until(nowUs) - _recentUs[(_run - kept) % _recentUs.Length]);
    }

    // The first window is the first second: start-up is not what the worst second tells about.
    private void CloseWindow(long latchedUs)
    {
        if (_windowStartUs != _firstUs)
        {
            _worst = Math.Min(_worst, Rate(_windowFrames, latchedUs - _windowStartUs));
        }

        _windowStartUs = latchedUs;
        _windowFrames = 0;
    }

    private long Until(long nowUs) => nowUs - _lastUs > StandstillUs ? nowUs : _lastUs;

    private static double Rate(long frames, long us) => us > 0 ? frames * (double)SecondUs / us : 0;
}
