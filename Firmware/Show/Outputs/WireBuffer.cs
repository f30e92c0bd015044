namespace NanoFirmware.Outputs;

/// <summary>
/// The bytes that the RMT encoder reads while it transmits, and the guard that keeps everybody else off them meanwhile.
/// One per strip, for life: the hardware holds its address.
/// </summary>
public sealed class WireBuffer
{
    // The encoder starts a little after the call that asks for it; the driver's share was read as some tens of µs.
    private const int MarginUs = 100;

    // A thread that was replaced between the beginning and the transmission leaves a frame begun: it counts no longer then.
    private const int LongestFrameUs = 500000;

    private readonly int _durationUs;
    private long _freeAtUs;
    private long _heldUntilUs;
    private long _begunUntilUs;

    /// <param name="length">Bytes of one frame, three a pixel in the order of the wire.</param>
    /// <param name="durationUs">Time on the wire, reset included, in µs.</param>
    public WireBuffer(int length, int durationUs)
    {
        Bytes = new byte[length];
        _durationUs = durationUs + MarginUs;
    }

    /// <summary>The frame. To be written only between <see cref="TryBegin"/> and <see cref="Sent"/>.</summary>
    public readonly byte[] Bytes;

    /// <summary>
    /// Begins a frame when the last transmission is over, reset included, and nobody holds the strip: then the bytes may be
    /// written and sent. Claimed first and asked then: of two that come at once, the one that holds and then asks whether it is
    /// quiet sees the claim, or this one sees the hold.
    /// </summary>
    public bool TryBegin(long nowUs)
    {
        _begunUntilUs = nowUs + LongestFrameUs;
        if (nowUs >= _freeAtUs && nowUs >= _heldUntilUs)
        {
            return true;
        }

        _begunUntilUs = 0;
        return false;
    }

    /// <summary>A frame that was begun is not sent after all.</summary>
    public void GiveUp() => _begunUntilUs = 0;

    /// <summary>Whether the last transmission is over and no frame is begun, whoever holds the strip.</summary>
    public bool IsQuiet(long nowUs) => nowUs >= _freeAtUs && nowUs >= _begunUntilUs;

    /// <summary>A transmission started at or before <paramref name="nowUs"/>.</summary>
    public void Sent(long nowUs)
    {
        _freeAtUs = nowUs + _durationUs;
        _begunUntilUs = 0;
    }

    /// <summary>No transmission starts before <paramref name="untilUs"/>; one that runs keeps its own guard.</summary>
    public void Hold(long untilUs) => _heldUntilUs = untilUs;
}
