namespace NanoFirmware.Sensors;

/// <summary>
/// Tells how much of a steady stream is missing after a pause in which nobody read it: by how fast it was in the last whole
/// second without one. It says nothing of a sensor that speaks when it likes.
/// </summary>
internal sealed class LossMeter
{
    // A hop and a half: interrupts that were held up for less have lost nothing.
    private const int LongUs = 25000;

    // The chip's queue holds 128 and is thrown away as a whole, so a loss is never less; lines of one and of four digits in turn
    // make less of a difference.
    private const int LeastLossBytes = 96;

    private const int SecondUs = 1000000;
    private int _bytes;
    private int _lines;
    private int _elapsedUs;
    private bool _wasLong;

    /// <summary>Bytes in a second, as last measured; 0 while unknown.</summary>
    public int BytesPerSecond;

    /// <summary>Lines in a second.</summary>
    public int LinesPerSecond;

    /// <summary>
    /// Lines that are missing, now that so many bytes came in so long; 0 when that is as it should be, and when none came: then
    /// the sensor has fallen silent.
    /// </summary>
    public int MissingLines(int came, int elapsedUs)
    {
        if (elapsedUs < LongUs)
        {
            return 0;
        }

        _wasLong = true;
        if (LinesPerSecond == 0 || came == 0)
        {
            return 0;
        }

        int missing = (int)((long)BytesPerSecond * elapsedUs / SecondUs) - came;
        return missing >= LeastLossBytes ? ((missing * LinesPerSecond) + (BytesPerSecond / 2)) / BytesPerSecond : 0;
    }

    /// <summary>Notes what came in a hop.</summary>
    public void Note(int bytes, int lines, int elapsedUs)
    {
        _bytes += bytes;
        _lines += lines;
        _elapsedUs += elapsedUs;
        if (_elapsedUs < SecondUs)
        {
            return;
        }

        if (!_wasLong)
        {
            BytesPerSecond = (int)((long)_bytes * SecondUs / _elapsedUs);
            LinesPerSecond = (int)((long)_lines * SecondUs / _elapsedUs);
        }

        _wasLong = false;
        _bytes = 0;
        _lines = 0;
        _elapsedUs = 0;
    }
}
