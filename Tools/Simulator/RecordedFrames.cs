namespace NanoFirmware.Simulator;

/// <summary>Reads a frames-*.rgb back: 180 × 3 bytes a frame, red first.</summary>
public sealed class RecordedFrames
{
    private readonly Stream _file;
    private readonly byte[] _frame = new byte[StripFrame.RgbLength];

    /// <summary>Reads from a file that can seek. A frame cut off at its end does not count.</summary>
    public RecordedFrames(Stream file)
    {
        _file = file;
        Count = file.Length / StripFrame.RgbLength;
    }

    /// <summary>Whole frames in the file.</summary>
    public long Count { get; }

    /// <summary>The mean light of some frames as a screen shows it, 180 × 3 bytes.</summary>
    /// <param name="first">The first frame, from 0.</param>
    /// <param name="frames">How many, at least 1; those behind the end of the file count as black.</param>
    public byte[] OnScreen(long first, long frames)
    {
        long[] sums = new long[StripFrame.RgbLength];
        _file.Position = first * StripFrame.RgbLength;
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
