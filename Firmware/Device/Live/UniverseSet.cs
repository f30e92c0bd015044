namespace NanoFirmware.Live;

/// <summary>
/// Which universes of a frame have come. One that comes again belongs to the next frame; from then on, or when two frames in turn
/// had the same ones and a pause behind them, it is known which ones the sender sends, and a frame is whole when all of them have
/// come.
/// </summary>
internal sealed class UniverseSet
{
    /// <summary>768 pixels from the middle of a universe on need six.</summary>
    public const int Most = 8;

    private readonly int[] _sequences = new int[Most];
    private int _known;
    private int _here;
    private int _before;
    private bool _isSettled;

    /// <summary>True when something has come that was not shown yet.</summary>
    public bool IsWaiting => _here != 0;

    /// <summary>True when universe <paramref name="index"/> of this frame is there already.</summary>
    public bool Has(int index) => (_here & (1 << index)) != 0;

    /// <summary>True when universes of a frame are there, all of them behind universe <paramref name="index"/>.</summary>
    public bool AreBehind(int index) => _here != 0 && (_here & ((2 << index) - 1)) == 0;

    /// <summary>Takes one in; true when the frame is whole.</summary>
    public bool Add(int index)
    {
        _here |= 1 << index;
        _known |= 1 << index;
        return _isSettled && _here == _known;
    }

    /// <summary>The frame was shown.</summary>
    public void Clear() => _here = 0;

    /// <summary>It is known now which ones the sender sends.</summary>
    public void Settle() => _isSettled = true;

    /// <summary>
    /// Nothing more came for a frame of ours. Whoever sends fewer pictures than we show never has one universe come twice.
    /// </summary>
    public void Pause()
    {
        _isSettled = _isSettled || (_here == _known && _here == _before);
        _before = _here;
    }

    /// <summary>Another sender begins.</summary>
    public void Forget()
    {
        _here = 0;
        _known = 0;
        _before = 0;
        _isSettled = false;
    }

    /// <summary>Sequence number of that universe's last datagram; −1 before the first.</summary>
    public int SequenceOf(int index) => (_known & (1 << index)) != 0 ? _sequences[index] : -1;

    /// <summary>Keeps it.</summary>
    public void SetSequence(int index, int sequence) => _sequences[index] = sequence;
}
