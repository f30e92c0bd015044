namespace NanoFirmware.Live;

/// <summary>
/// Frames by DDP. A sender that pushes is shown at each push; one that never does is shown as its pixels come. Offsets count from
/// the first strip's first byte; from a sender that counts through its whole show, the lowest offset that it uses is the first
/// byte.
/// </summary>
internal sealed class DdpInput : LiveInput
{
    // Sequence numbers run from 1 to 15, or from 0. So far behind what was shown last a datagram is late; farther, the sender
    // began anew.
    private const int SequenceTurn = 15;
    private const int MostLate = 4;

    private readonly DdpPacket _packet = new DdpPacket();

    // The newest number when a frame was shown last, and the newest of all.
    private int _pushedSequence;
    private int _sequence;
    private int _base;
    private bool _hasPushed;
    private bool _isDirty;

    public DdpInput(LiveControls controls, LiveCanvas canvas)
        : base("ddp", DdpPacket.Port, controls, canvas)
    {
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _pushedSequence = 0;
        _sequence = 0;
        _base = 0;
        _hasPushed = false;
    }

    /// <inheritdoc/>
    public override void Drop() => _isDirty = false;

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        DdpPacket ddp = _packet;
        if (ddp.DataBytes > 0)
        {
            int offset = ddp.Offset - _base;
            if (ddp.PixelBytes == 3)
            {
                Canvas.Put(packet, ddp.DataAt, ddp.DataBytes, offset);
            }
            else
            {
                Canvas.PutWithWhite(packet, ddp.DataAt, ddp.DataBytes / 4, offset / 4);
            }

            _isDirty = true;
        }

        if (ddp.IsPush)
        {
            _hasPushed = true;
            _isDirty = false;
            Show();
        }
    }

    /// <inheritdoc/>
    public override void EndFrame()
    {
        if (_isDirty && !_hasPushed)
        {
            _isDirty = false;
            Show();
        }
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        DdpPacket ddp = _packet;
        if (!ddp.Read(packet, length) || ddp.IsAside || !ddp.IsForDisplay)
        {
            Refused++;
            return false;
        }

        if (!FindBase())
        {
            Refused++;
            return false;
        }

        return IsInOrder();
    }

    // Whoever counts through a whole show begins beyond our last byte. A given offset is taken as it is.
    private bool FindBase()
    {
        int given = Controls.Values[LiveControls.DdpOffsetIndex];
        int end = Canvas.Bytes / 3 * _packet.PixelBytes;
        if (given > 0)
        {
            _base = given;
        }
        else if (_packet.DataBytes > 0)
        {
            if (_packet.Offset < end)
            {
                _base = 0;
            }
            else if (_base == 0 && !_hasPushed)
            {
                _base = _packet.Offset;
            }
            else if (_packet.Offset < _base)
            {
                _base = _packet.Offset;
            }
        }

        int offset = _packet.Offset - _base;
        return _packet.DataBytes == 0 || (offset >= 0 && offset < end);
    }

    private bool IsInOrder()
    {
        int sequence = _packet.Sequence;
        if (sequence == 0)
        {
            return true;
        }

        if (IsBehind(sequence, _pushedSequence))
        {
            Late++;
            return false;
        }

        if (!IsBehind(sequence, _sequence))
        {
            CountLost(sequence);
            _sequence = sequence;
        }

        // What is shown may hold a part of the next frame already, and nothing older is to lie over that.
        _pushedSequence = _packet.IsPush ? _sequence : _pushedSequence;
        return true;
    }

    private static bool IsBehind(int sequence, int newest)
    {
        int behind = (newest - sequence + SequenceTurn) % SequenceTurn;
        return newest > 0 && behind > 0 && behind <= MostLate;
    }

    // One number for all of a frame's datagrams, or one more for each: a step of more than one left some out.
    private void CountLost(int sequence)
    {
        int step = (sequence - _sequence + SequenceTurn) % SequenceTurn;
        if (_sequence > 0 && step > 1 && step <= SequenceTurn - MostLate - 1)
        {
            Lost += step - 1;
        }
    }
}
