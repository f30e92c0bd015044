namespace NanoFirmware.Live;

/// <summary>Frames by TPM2.net, in one or more pieces, each but the last as long as the first; shown with the last.</summary>
internal sealed class Tpm2Input : LiveInput
{
    private readonly Tpm2Packet _packet = new Tpm2Packet();
    private int _pieceBytes;

    public Tpm2Input(LiveControls controls, LiveCanvas canvas)
        : base("tpm2", Tpm2Packet.Port, controls, canvas)
    {
    }

    /// <inheritdoc/>
    public override void Draw(byte[] packet)
    {
        Canvas.Put(packet, _packet.DataAt, _packet.DataBytes, (_packet.Packet - 1) * _pieceBytes);
        if (_packet.Packet == _packet.Packets)
        {
            Show();
        }
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        _pieceBytes = 0;
    }

    /// <inheritdoc/>
    protected override bool Read(byte[] packet, int length, int nowMs)
    {
        if (!_packet.Read(packet, length))
        {
            Refused++;
            return false;
        }

        // Only the last piece may be shorter, so it says nothing of where it belongs.
        if (_packet.Packet < _packet.Packets || _packet.Packets == 1)
        {
            _pieceBytes = _packet.DataBytes;
        }

        return _pieceBytes > 0;
    }
}
