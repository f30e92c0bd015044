using System.Net;

namespace NanoFirmware.Network;

/// <summary>The hotspot's DNS server on port 53.</summary>
internal sealed class DnsService : DatagramService
{
    private const int Port = 53;

    private readonly DnsPacket _packet;

    public DnsService(string address)
        : base(address, Port, DnsPacket.MaxBytes, DnsPacket.MaxBytes)
    {
        _packet = new DnsPacket(IPAddress.Parse(address).GetAddressBytes());
    }

    protected override int Answer(byte[] question, int length, byte[] answer, int nowS) =>
        _packet.Answer(question, length, answer);

    protected override EndPoint WhereTo(EndPoint from) => from;
}
