namespace NanoFirmware.Network;

/// <summary>Gives each phone of the hotspot an address of its own: bytes in, bytes out, time as an argument.</summary>
internal sealed class DhcpServer
{
    /// <summary>The leases given.</summary>
    public readonly LeaseTable Leases = new LeaseTable();

    private readonly DhcpPacket _packet;

    /// <param name="server">The hotspot's address, 4 bytes.</param>
    public DhcpServer(byte[] server) => _packet = new DhcpPacket(server);

    /// <summary>
    /// Last octet of the address that the last answer goes to; 0 when it must be broadcast since the client has none yet.
    /// </summary>
    public int AnswerTo;

    /// <summary>Answers one datagram; the number of bytes in <paramref name="reply"/>, 0 for silence.</summary>
    /// <param name="bytes">What came in; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="reply">At least <see cref="DhcpPacket.ReplyBytes"/> long.</param>
    /// <param name="nowS">Seconds since start.</param>
    public int Answer(byte[] bytes, int length, byte[] reply, int nowS)
    {
        AnswerTo = 0;
        if (!_packet.Read(bytes, length))
        {
            return 0;
        }

        switch (_packet.Type)
        {
            case DhcpPacket.Discover:
                return AnswerDiscover(reply, nowS);
            case DhcpPacket.Request:
                return AnswerRequest(reply, nowS);
            case DhcpPacket.Inform:
                return Send(reply, DhcpPacket.Ack, 0, 0);
            case DhcpPacket.Release:
                Leases.Release(bytes, DhcpPacket.MacAt);
                return 0;
            case DhcpPacket.Decline:
                Leases.Block(bytes, DhcpPacket.MacAt, _packet.RequestedHost, nowS);
                return 0;
            default:
                return 0;
        }
    }

    private int AnswerDiscover(byte[] reply, int nowS)
    {
        int host = Leases.Offer(_packet.Bytes, DhcpPacket.MacAt, _packet.RequestedHost, nowS);
        return Send(reply, DhcpPacket.Offer, host, LeaseTable.LeaseSeconds);
    }

    // We are the only server of this network, so a client with an address of another one is told so at once.
    private int AnswerRequest(byte[] reply, int nowS)
    {
        if (!_packet.IsForUs)
        {
            Leases.Release(_packet.Bytes, DhcpPacket.MacAt);
            return 0;
        }

        int host = _packet.RequestedHost != 0 ? _packet.RequestedHost : _packet.ClientHost;
        return Leases.Claim(_packet.Bytes, DhcpPacket.MacAt, host, nowS)
            ? Send(reply, DhcpPacket.Ack, host, LeaseTable.LeaseSeconds)
            : Send(reply, DhcpPacket.Nak, 0, 0);
    }

    private int Send(byte[] reply, int type, int host, int leaseSeconds)
    {
        _packet.Write(reply, type, host, leaseSeconds);
        AnswerTo = type == DhcpPacket.Ack && !_packet.WantsBroadcast && _packet.ClientHost > 0 ? _packet.ClientHost : 0;
        return DhcpPacket.ReplyBytes;
    }
}
