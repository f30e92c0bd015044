namespace NanoFirmware.Outputs;

/// <summary>What one channel's frames cost and how many came out. Written by its render thread, read by anybody.</summary>
public sealed class FrameMetrics
{
    private const int MicrosecondsPerSecond = 1000000;

    // A strip that has sent nothing for a quarter of an hour needs no longer figure.
    private const int MostUs = 900 * MicrosecondsPerSecond;

    private long _windowStartUs;
    private int _framesBefore;
    private int _windowRenderUs;
    private int _windowMaxUs;
    private long _lastSentUs;
    private int _longestUs;

    /// <summary>Frames sent to the strip.</summary>
    public int Frames;

    /// <summary>Frames drawn but not sent, since the strip never became free.</summary>
    public int Dropped;

    /// <summary>
    /// All bytes of the frame last sent added up, or an estimate of it; <see cref="PowerBudget"/> makes mA of it.
    /// </summary>
    public int LitSum;

    /// <summary>Frames that the power limit darkened.</summary>
    public int Limited;

    /// <summary>Frames that the flash guard darkened.</summary>
    public int Guarded;

    /// <summary>Frames in which the pattern or the strip threw.</summary>
    public int Faults;

    /// <summary>What the last of them said; null if none did.</summary>
    public string LastFault;

    /// <summary>Frames a second in the last full second, in tenths.</summary>
    public int Fps10;

    /// <summary>Time from the raise to the start of the transmission, newest frame, in µs.</summary>
    public int LastRenderUs;

    /// <summary>The same, mean of the last full second.</summary>
    public int MeanRenderUs;

    /// <summary>The same, greatest of the last full second.</summary>
    public int MaxRenderUs;

    /// <summary>Age of the newest sample when the transmission of its frame started, in µs.</summary>
    public int LatencyUs;

    /// <summary>
    /// Counts a frame whose work began at <paramref name="startUs"/> and whose transmission did at <paramref name="sentUs"/>.
    /// </summary>
    public void Sent(long startUs, long sentUs, long capturedUs)
    {
        Frames++;
        int intervalUs = _lastSentUs == 0 ? 0 : (int)(sentUs - _lastSentUs);
        _lastSentUs = sentUs;
        if (intervalUs > _longestUs)
        {
            _longestUs = intervalUs;
        }

        int renderUs = (int)(sentUs - startUs);
        LastRenderUs = renderUs;
        LatencyUs = (int)(sentUs - capturedUs);

        _windowRenderUs += renderUs;
        if (renderUs > _windowMaxUs)
        {
            _windowMaxUs = renderUs;
        }

        int window = (int)(sentUs - _windowStartUs);
        if (window >= MicrosecondsPerSecond || window < 0)
        {
            CloseWindow(sentUs, window);
        }
    }

    /// <summary>
    /// The longest interval between two frames since the last call, in µs; one that lasts until <paramref name="nowUs"/> counts.
    /// </summary>
    public int TakeLongest(long nowUs)
    {
        long runningUs = nowUs - _lastSentUs;
        runningUs = runningUs > MostUs ? MostUs : runningUs;
        int longest = runningUs > _longestUs ? (int)runningUs : _longestUs;
        _longestUs = 0;
        return longest;
    }

    private void CloseWindow(long now, int window)
    {
        int frames = Frames - _framesBefore;
        if (window > 0)
        {
            Fps10 = (int)((((long)frames * 10 * MicrosecondsPerSecond) + (window / 2)) / window);
        }

        MeanRenderUs = _windowRenderUs / frames;
        MaxRenderUs = _windowMaxUs;
        _windowStartUs = now;
        _framesBefore = Frames;
        _windowRenderUs = 0;
        _windowMaxUs = 0;
    }
}
