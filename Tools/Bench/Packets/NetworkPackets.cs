using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using NanoFirmware.Network;

namespace NanoFirmware.Bench.Packets;

/// <summary>What phones ask of the hotspot, and what they get.</summary>
internal static class NetworkPackets
{
    private const int TypeA = 1;
    private const int AnswersAt = 6;

    private static readonly byte[] Hotspot = [192, 168, 4, 1];

    internal static void ReadDns(byte[] bytes, PacketExpectation expected)
    {
        byte[] reply = new byte[DnsPacket.MaxBytes];
        int length = new DnsPacket(Hotspot).Answer(bytes, bytes.Length, reply);
        JsonElement questions = expected.Element("questions");
        bool isOne = questions.GetArrayLength() == 1;
        if (length == 0)
        {
            expected.Differ("not answered");
            return;
        }

        bool isAddress = isOne && questions[0][1].GetInt32() == TypeA;
        int answers = BinaryPrimitives.ReadUInt16BigEndian(reply.AsSpan(AnswersAt));
        if (!reply.AsSpan(0, 2).SequenceEqual(bytes.AsSpan(0, 2)) || answers != (isAddress ? 1 : 0))
        {
            expected.Differ($"{answers} answers");
        }

        string name = isOne ? questions[0][0].GetString()! : string.Empty;
        if (isOne && !Encoding.Latin1.GetString(reply, 0, length).Contains(Labels(name), StringComparison.Ordinal))
        {
            expected.Differ($"'{name}' is not what was answered");
        }
    }

    internal static void ReadDhcp(byte[] bytes, PacketExpectation expected)
    {
        var dhcp = new DhcpPacket(Hotspot);
        if (!dhcp.Read(bytes, bytes.Length))
        {
            expected.Differ("not read");
            return;
        }

        int type = expected.Text("type") switch
        {
            "DISCOVER" => DhcpPacket.Discover,
            "REQUEST" => DhcpPacket.Request,
            "RELEASE" => DhcpPacket.Release,
            "DECLINE" => DhcpPacket.Decline,
            "INFORM" => DhcpPacket.Inform,
            _ => 0,
        };
        if (dhcp.Type != type)
        {
            expected.Differ($"type is {type}, read {dhcp.Type}");
        }

        string mac = Convert.ToHexStringLower(bytes, DhcpPacket.MacAt, 6);
        if (mac != expected.Text("chaddr"))
        {
            expected.Differ($"chaddr read as {mac}");
        }

        int asked = expected.Option(50) is { } address ? address[3] : 0;
        if (dhcp.RequestedHost != asked)
        {
            expected.Differ($"asks for host {asked}, read {dhcp.RequestedHost}");
        }
    }

    // A name as it stands in a datagram: each label behind its length.
    private static string Labels(string name) =>
        string.Concat(name.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(label => (char)label.Length + label));
}
