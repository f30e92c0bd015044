using System.Net;

namespace NanoFirmware.Network;

/// <summary>The hotspot's DHCP server on port 67.</summary>
internal sealed class DhcpService : DatagramService
{
    private const int ServerPort = 67;
    private const int ClientPort = 68;

    // A client's message may be as long as an Ethernet frame carries.
    private const int MaxBytes = 1472;

    private readonly byte[] _network;
    private readonly DhcpServer _server;
    private readonly EndPoint _everyone = new IPEndPoint(IPAddress.Parse("255.255.255.255"), ClientPort);

    public DhcpService(string address)
        : base(address, ServerPort, MaxBytes, DhcpPacket.ReplyBytes)
    {
        _network = IPAddress.Parse(address).GetAddressBytes();
        _server = new DhcpServer(_network);
    }

    /// <summary>Clients with a lease that has not ended.</summary>
    public int Clients(int nowS) => _server.Leases.Count(nowS);

    protected override int Answer(byte[] question, int length, byte[] answer, int nowS) =>
        _server.Answer(question, length, answer, nowS);

    protected override EndPoint WhereTo(EndPoint from)
    {
        int host = _server.AnswerTo;
        return host == 0
            ? _everyone
            : new IPEndPoint(new IPAddress(new byte[] { _network[0], _network[1], _network[2], (byte)host }), ClientPort);
    }
}
