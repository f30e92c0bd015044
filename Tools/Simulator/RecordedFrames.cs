namespace NanoFirmware.Simulator;

/// <summary>Reads a frames-*.rgb back: 3 bytes an LED, red first.</summary>
public sealed class RecordedFrames
{
    private readonly Stream _file;
    private readonly byte[] _frame;

    private readonly IReadOnlyList<long> _latchedUs;

    /// <summary>Reads from a file that can seek. A frame cut off at its end does not count.</summary>
    /// <param name="file">The frames.</param>
    /// <param name="leds">LEDs of the strip.</param>
    /// <param name="latchedUs">When each was seen from, where somebody asks by time.</param>
    public RecordedFrames(Stream file, int leds, IReadOnlyList<long>? latchedUs = null)
    {
        _file = file;
        _latchedUs = latchedUs ?? [];
        _frame = new byte[leds * 3];
        Leds = leds;
        Count = leds == 0 ? 0 : file.Length / _frame.Length;
    }

    /// <summary>LEDs of the strip.</summary>
    public int Leds { get; }

    /// <summary>Whole frames in the file.</summary>
    public long Count { get; }

    /// <summary>When a frame was seen from.</summary>
    public long LatchedUs(long frame) => _latchedUs[(int)frame];

    /// <summary>The frame that was seen from nearest to a time.</summary>
    public long NearestTo(long us)
    {
        int next = 0;
        int end = (int)Count - 1;
        while (next < end && Math.Abs(_latchedUs[next + 1] - us) <= Math.Abs(_latchedUs[next] - us))
        {
            next++;
        }

        return next;
    }

    /// <summary>The mean light of some frames as a screen shows it, 3 bytes an LED.</summary>
    /// <param name="first">The first frame, from 0.</param>
    /// <param name="frames">How many, at least 1; those behind the end of the file count as black.</param>
    public byte[] OnScreen(long first, long frames)
    {
        long[] sums = new long[_frame.Length];
        _file.Position = first * _frame.Length;
        for (long frame = first; frame < Math.Min(first + frames, Count); frame++)
        {
            _file.ReadExactly(_frame);
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += _frame[i];
            }
        }

        return Array.ConvertAll(sums, sum => ScreenLight.Of((int)((sum + frames / 2) / frames)));
    }
}
