namespace NanoFirmware.Audio;

/// <summary>
/// What share of each second passes between a hop and the frames that were drawn of it, by the µs clock: what ears and renderers
/// work, and whatever else was let in between. A first board can be held against the model by it.
/// </summary>
internal sealed class BusyMeter
{
    /// <summary>From here on little is left for requests.</summary>
    public const int MuchPercent = 70;

    private const int WindowUs = 1000000;

    private long _windowStartUs;
    private int _workedUs;

    /// <summary>The share in the last full second.</summary>
    public int Percent;

    /// <summary>One hop and its frames were worked at from one time to another.</summary>
    public void Worked(long fromUs, long untilUs)
    {
        if (_windowStartUs == 0)
        {
            _windowStartUs = fromUs;
        }

        _workedUs += (int)(untilUs - fromUs);
        long windowUs = untilUs - _windowStartUs;
        if (windowUs >= WindowUs || windowUs < 0)
        {
            Percent = windowUs > 0 ? (int)(_workedUs * 100L / windowUs) : Percent;
            _windowStartUs = untilUs;
            _workedUs = 0;
        }
    }
}
