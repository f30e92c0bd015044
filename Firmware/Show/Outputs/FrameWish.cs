namespace NanoFirmware.Outputs;

/// <summary>
/// What a strip would draw if nothing limited it, told from frames whose palette is darkened already: the greatest of the last
/// eighth to quarter of a second, so that a strip keeps its share between two beats.
/// </summary>
internal sealed class FrameWish
{
    // A palette is worked in, and a pattern that keeps old pixels has redrawn them, so many frames after.
    private const int SettleFrames = 24;
    private const int SpanFrames = 8;
    private const int Full = 255;

    private readonly int _mostSum;

    /// <param name="leds">Pixels of the strip.</param>
    public FrameWish(int leds)
    {
        Roundings = leds * 3;
        _mostSum = Roundings * Full;
    }

    /// <summary>Bytes of a frame, each of which a palette rounds down.</summary>
    public readonly int Roundings;

    /// <summary>The brightness at which the wish was told: the lower, the more was rounded away.</summary>
    public int Brightest = 1;

    private int _peak;
    private int _lastPeak;
    private int _frames;
    private int _unsettledFrames;
    private int _level;

    /// <summary>Forgets what was shown.</summary>
    public void Forget()
    {
        _peak = 0;
        _lastPeak = 0;
        _frames = 0;
        _unsettledFrames = 0;
    }

    /// <summary>Takes note of a frame.</summary>
    /// <param name="sum">Its bytes added up.</param>
    /// <param name="level">The palette's brightness, 1–255, as the limit left it.</param>
    /// <param name="isWorking">True while the palette is being worked in.</param>
    public void Note(int sum, int level, bool isWorking)
    {
        Settle(level, isWorking);

        // As if the palette were as bright as can be. What is still shown in an older brightness is never counted as more than it was;
        // and since it may count as less, what was known before is kept until all is shown as it should be.
        int whole = (int)((long)sum * Full / Brightest);
        whole = whole < _mostSum ? whole : _mostSum;
        _peak = whole > _peak ? whole : _peak;
        if (_unsettledFrames > 0)
        {
            return;
        }

        _frames++;
        if (_frames >= SpanFrames)
        {
            _frames = 0;
            _lastPeak = _peak;
            _peak = whole;
        }
    }

    /// <summary>The bytes of such a frame at a brightness of <paramref name="level"/>, added up.</summary>
    public int SumAt(int level) => (_peak > _lastPeak ? _peak : _lastPeak) * level / Full;

    private void Settle(int level, bool isWorking)
    {
        if (isWorking || level != _level)
        {
            _unsettledFrames = SettleFrames;
        }
        else if (_unsettledFrames > 0)
        {
            _unsettledFrames--;
        }

        _level = level;
        if (_unsettledFrames == 0 || level > Brightest)
        {
            Brightest = level;
        }
    }
}
