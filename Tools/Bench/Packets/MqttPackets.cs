using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MQTTnet.Adapter;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace NanoFirmware.Bench.Packets;

/// <summary>
/// One direction of a connection to a broker. On the device MQTT is a library's, not ours; here another kept library, MQTTnet,
/// reads in its place.
/// </summary>
internal static class MqttPackets
{
    private const int LengthBits = 7;
    private const int MostLengthBytes = 4;

    internal static void Read(byte[] bytes, PacketExpectation expected)
    {
        expected.Same("bytes", bytes.Length);
        int at = 0;
        foreach (JsonElement one in expected.Element("packets").EnumerateArray())
        {
            if (Next(bytes, ref at) is not { } read)
            {
                expected.Differ($"cut at byte {at}");
                return;
            }

            var wanted = JsonNode.Parse(one.GetRawText());
            if (!JsonNode.DeepEquals(read, wanted))
            {
                expected.Differ($"read as {read.ToJsonString()}: {one}");
            }
        }

        if (at != bytes.Length)
        {
            expected.Differ($"{bytes.Length - at} bytes are left");
        }
    }

    // The packet at that byte, and behind it; null when it is not whole or is none.
    private static JsonObject? Next(byte[] bytes, ref int at)
    {
        int length = 0;
        int body = at + 1;
        for (int i = 0; i < MostLengthBytes && body < bytes.Length; i++, body++)
        {
            length |= (bytes[body] & 127) << (LengthBits * i);
            if (bytes[body] < 128)
            {
                break;
            }
        }

        body++;
        if (body + length > bytes.Length)
        {
            return null;
        }

        byte header = bytes[at];
        var received = new ReceivedMqttPacket(header, new ArraySegment<byte>(bytes, body, length), body - at + length);
        at = body + length;
        try
        {
            var formatter = new MqttPacketFormatterAdapter(MqttProtocolVersion.V311, new MqttBufferWriter(256, 65536));
            return Described(formatter.Decode(received), header, length);
        }
        catch (MqttProtocolViolationException problem)
        {
            return new JsonObject { ["problem"] = problem.Message };
        }
    }

    private static JsonObject Described(MqttPacket packet, int header, int length)
    {
        var all = new JsonObject
        {
            ["type"] = ((MqttControlPacketType)(header >> 4)).ToString().ToUpperInvariant(),
            ["flags"] = header & 15,
            ["remaining"] = length,
        };
        foreach ((string name, JsonNode? value) in Fields(packet))
        {
            all[name] = value;
        }

        return all;
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Fields(MqttPacket packet) => packet switch
    {
        MqttConnectPacket connect => Connect(connect),
        MqttPublishPacket publish => Publish(publish),
        MqttConnAckPacket answer => [("session_present", answer.IsSessionPresent ? 1 : 0), ("code", (int)answer.ReturnCode)],
        MqttSubscribePacket subscribe =>
        [
            ("id", subscribe.PacketIdentifier),
            ("topics", List(subscribe.TopicFilters.Select(
                topic => (JsonNode)new JsonArray(topic.Topic, (int)topic.QualityOfServiceLevel)))),
        ],
        MqttSubAckPacket answer =>
            [("id", answer.PacketIdentifier), ("codes", List(answer.ReasonCodes.Select(code => (JsonNode)(int)code)))],
        MqttUnsubscribePacket end =>
            [("id", end.PacketIdentifier), ("topics", List(end.TopicFilters.Select(topic => (JsonNode)topic)))],
        MqttPacketWithIdentifier answer => [("id", answer.PacketIdentifier)],
        _ => [],
    };

    private static IEnumerable<(string Name, JsonNode? Value)> Connect(MqttConnectPacket packet)
    {
        yield return ("protocol", "MQTT");
        yield return ("level", 4);
        yield return ("connect_flags", $"0x{FlagsOf(packet):x2}");
        yield return ("keepalive", (int)packet.KeepAlivePeriod);
        yield return ("client_id", packet.ClientId);
        if (packet.WillFlag)
        {
            string message = Encoding.UTF8.GetString(packet.WillMessage.ToArray());
            yield return ("will", new JsonArray(
                packet.WillTopic, message, $"qos{(int)packet.WillQoS}", packet.WillRetain ? "retain" : ""));
        }

        if (packet.Username is not null)
        {
            yield return ("user", packet.Username);
        }

        if (packet.Password is not null)
        {
            yield return ("password", Encoding.UTF8.GetString(packet.Password));
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value)> Publish(MqttPublishPacket packet)
    {
        yield return ("topic", packet.Topic);
        yield return ("qos", (int)packet.QualityOfServiceLevel);
        yield return ("retain", packet.Retain ? 1 : 0);
        yield return ("dup", packet.Dup ? 1 : 0);
        if (packet.QualityOfServiceLevel != MqttQualityOfServiceLevel.AtMostOnce)
        {
            yield return ("id", packet.PacketIdentifier);
        }

        yield return ("payload", Encoding.UTF8.GetString(packet.Payload.ToArray()));
    }

    private static int FlagsOf(MqttConnectPacket packet) =>
        (packet.Username is null ? 0 : 0x80) | (packet.Password is null ? 0 : 0x40)
        | (packet.WillFlag && packet.WillRetain ? 0x20 : 0)
        | (packet.WillFlag ? 0x04 | ((int)packet.WillQoS << 3) : 0) | (packet.CleanSession ? 0x02 : 0);

    private static JsonArray List(IEnumerable<JsonNode> values) => new([.. values]);
}
