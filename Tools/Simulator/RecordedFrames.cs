namespace NanoFirmware.Simulator;

/// <summary>Reads a frames-*.rgb back: 3 bytes an LED, red first.</summary>
public sealed class RecordedFrames
{
    private readonly Stream _file;
    private readonly byte[] _frame;

    /// <summary>Reads from a file that can seek. A frame cut off at its end does not count.</summary>
    public RecordedFrames(Stream file, int leds)
    {
        _file = file;
        _frame = new byte[leds * 3];
        Leds = leds;
        Count = leds == 0 ? 0 : file.Length / _frame.Length;
    }

    /// <summary>LEDs of the strip.</summary>
    public int Leds { get; }

    /// <summary>Whole frames in the file.</summary>
    public long Count { get; }

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
