namespace NanoFirmware.Outputs;

/// <summary>
/// What a strip would draw if nothing limited it, told from frames whose palette is darkened already: the greatest of the last
/// eighth to fifth of a second, so that a strip keeps its share while a moving picture has a dimmer moment; of the last three
/// to five seconds where too bright a frame is dear.
/// </summary>
internal sealed class FrameWish
{
    // Three spans: the newest is still running, so the greatest of 8 to 12 frames counts, or of 180 to 270.
    private const int SpanFrames = 4;
    private const int LongSpanFrames = 90;
    private const int Full = 255;

    // Bytes of a frame, each of which a palette rounds down, and the most that they add up to.
    private readonly int _roundings;
    private readonly int _brightestSum;
    private readonly int _spanFrames;

    // The brightness at which the wish was told: the lower, the more was rounded away.
    private int _brightest = 1;
    private int _peak;
    private int _lastPeak;
    private int _olderPeak;
    private int _frames;

    /// <summary>The greatest of them, as if the palette were as bright as can be: its bytes added up.</summary>
    public int Peak;

    /// <param name="leds">Pixels of the strip.</param>
    /// <param name="isDear">A frame that turns out too bright costs the strip the next one.</param>
    public FrameWish(int leds, bool isDear)
    {
        _spanFrames = isDear ? LongSpanFrames : SpanFrames;
        _roundings = leds * 3;
        _brightestSum = _roundings * Full;
    }

    /// <summary>Forgets what was shown.</summary>
    public void Forget()
    {
        _peak = 0;
        _lastPeak = 0;
        _olderPeak = 0;
        _frames = 0;
        Peak = 0;
    }

    /// <summary>Takes note of a frame.</summary>
    /// <param name="sum">Its bytes added up.</param>
    /// <param name="level">The palette's brightness, 1–255, as the limit left it.</param>
    /// <param name="isMixed">True while some of it may be as bright as the palette was before.</param>
    public void Note(int sum, int level, bool isMixed)
    {
        _brightest = level > _brightest || !isMixed ? level : _brightest;

        // As if the palette were as bright as can be. What is still shown in an older brightness is never counted as more than it
        // was; and since it may count as less, what was known before is kept until all is shown as it should be.
        int whole = (int)((long)sum * Full / _brightest);
        whole = whole < _brightestSum ? whole : _brightestSum;
        _peak = whole > _peak ? whole : _peak;
        if (!isMixed)
        {
            _frames++;
            if (_frames >= _spanFrames)
            {
                _frames = 0;
                _olderPeak = _lastPeak;
                _lastPeak = _peak;
                _peak = whole;
            }
        }

        int peak = _peak > _lastPeak ? _peak : _lastPeak;
        Peak = peak > _olderPeak ? peak : _olderPeak;
    }

    /// <summary>The most that the bytes of such a frame may add up to in full brightness, with what was rounded away.</summary>
    public int MostSum
    {
        get
        {
            int most = Peak + (_roundings * Full / _brightest);
            return most < _brightestSum ? most : _brightestSum;
        }
    }
}
