namespace NanoFirmware.Outputs;

/// <summary>
/// The bytes that the RMT encoder reads while it transmits, and the guard that keeps everybody else off them meanwhile.
/// One per strip, for life: the hardware holds its address.
/// </summary>
public sealed class WireBuffer
{
    // The encoder starts a little after the call that asks for it; the driver's share was read as some tens of µs.
    private const int MarginUs = 100;

    private readonly int _durationUs;
    private long _freeAtUs;
    private long _heldUntilUs;

    /// <param name="length">Bytes of one frame, three a pixel in the order of the wire.</param>
    /// <param name="durationUs">Time on the wire, reset included, in µs.</param>
    public WireBuffer(int length, int durationUs)
    {
        Bytes = new byte[length];
        _durationUs = durationUs + MarginUs;
    }

    /// <summary>The frame. To be written only between <see cref="IsFree"/> and <see cref="Sent"/>.</summary>
    public readonly byte[] Bytes;

    /// <summary>
    /// Whether the last transmission is over, reset included, and nobody holds the strip, so that the bytes may be written and
    /// sent.
    /// </summary>
    public bool IsFree(long nowUs) => nowUs >= _freeAtUs && nowUs >= _heldUntilUs;

    /// <summary>Whether the last transmission is over, whoever holds the strip.</summary>
    public bool IsQuiet(long nowUs) => nowUs >= _freeAtUs;

    /// <summary>A transmission started at or before <paramref name="nowUs"/>.</summary>
    public void Sent(long nowUs) => _freeAtUs = nowUs + _durationUs;

    /// <summary>No transmission starts before <paramref name="untilUs"/>; one that runs keeps its own guard.</summary>
    public void Hold(long untilUs) => _heldUntilUs = untilUs;
}
