namespace NanoFirmware.Outputs;

/// <summary>
/// Counts the flashes of one field of view as WCAG 2.3.1 defines general flashes: opposing changes of relative luminance by 10 %
/// or more of the greatest there is, the darker end below 80 %. It takes a rise and a fall to make one, so three rises a second
/// are three flashes, and only rises need to be held back.
/// </summary>
internal sealed class FlashWatch
{
    /// <summary>Relative luminance of everything white at full.</summary>
    public const int Full = 10000;

    // A tenth and 80 %, each on the safe side by what red and blue of some pixels may differ from all of them
    // (FrameBlocks.Sample).
    private const int Change = Full * 6 / 100;
    private const int Bright = Full * 84 / 100;
    private const int Allowed = 3;

    // A second, and a frame more: the guard knows when a frame is made, the eye when it is shown.
    private const int WindowUs = 1020000;

    private readonly long[] _rises = new long[Allowed];
    private int _oldest;
    private int _extreme;

    // While it rises nothing holds it back.
    private const long Rising = long.MinValue;

    public FlashWatch()
    {
        for (int i = 0; i < Allowed; i++)
        {
            _rises[i] = -WindowUs;
        }
    }

    /// <summary>From then on anything may be shown, by the µs clock; told when a rise or a fall begins.</summary>
    public long FreeFromUs;

    /// <summary>The greatest luminance that may be shown now.</summary>
    public int Ceiling(long nowUs) => nowUs >= FreeFromUs ? Full : _extreme + Change - 1;

    /// <summary>Takes note of what is shown.</summary>
    public void Show(int luminance, long nowUs)
    {
        if (FreeFromUs == Rising)
        {
            if (luminance > _extreme)
            {
                // A slow rise is a flash when it is complete, some frames after it began.
                _extreme = luminance;
                _rises[_oldest == 0 ? Allowed - 1 : _oldest - 1] = nowUs;
            }
            else if (luminance <= _extreme - Change && luminance < Bright)
            {
                _extreme = luminance;
                FreeFromUs = _rises[_oldest] + WindowUs;
            }
        }
        else if (luminance < _extreme)
        {
            _extreme = luminance;
        }
        else if (luminance >= _extreme + Change)
        {
            _rises[_oldest] = nowUs;
            _oldest = _oldest == Allowed - 1 ? 0 : _oldest + 1;
            FreeFromUs = Rising;
            _extreme = luminance;
        }
    }
}
