using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Packets;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Live;

/// <summary>A folder of recordings with what they hold: what is read otherwise is told by its name.</summary>
[TestClass]
public sealed class PacketRecordingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void A_stream_to_a_broker_is_read_packet_by_packet()
    {
        byte[] stream = [.. Connect("ha"), .. Publish("nano/a", "ON"), 0xC0, 0, 0xE0, 0];
        Record("mqtt/one.bin", stream, """
            {"bytes": 28, "packets": [
              {"type": "CONNECT", "flags": 0, "remaining": 14, "protocol": "MQTT", "level": 4, "connect_flags": "0x02",
               "keepalive": 60, "client_id": "ha"},
              {"type": "PUBLISH", "flags": 1, "remaining": 10, "topic": "nano/a", "qos": 0, "retain": 1, "dup": 0,
               "payload": "ON"},
              {"type": "PINGREQ", "flags": 0, "remaining": 0},
              {"type": "DISCONNECT", "flags": 0, "remaining": 0}]}
            """.Replace("28", $"{stream.Length}", StringComparison.Ordinal));

        Assert.IsEmpty(Read().Differences, string.Join("; ", Read().Differences));
    }

    [TestMethod]
    [DataRow("\"topic\": \"nano/b\"", "nano/a")]
    [DataRow("\"retain\": 0", "\"retain\":1")]
    public void What_is_read_otherwise_is_told(string wanted, string told)
    {
        byte[] stream = Publish("nano/a", "ON");
        string publish = """
            "type": "PUBLISH", "flags": 1, "remaining": 10, "topic": "nano/a", "qos": 0, "retain": 1, "dup": 0, "payload": "ON"
            """;
        string name = wanted.Split(':')[0];
        IEnumerable<string> fields = publish.Split(", ")
            .Select(field => field.StartsWith(name, StringComparison.Ordinal) ? wanted : field);
        string other = string.Join(", ", fields);
        Record("mqtt/one.bin", stream, $$"""{"bytes": {{stream.Length}}, "packets": [{ {{other}} }]}""");

        StringAssert.Contains(Read().Differences.Single(), told);
    }

    [TestMethod]
    public void A_stream_that_is_cut_is_told()
    {
        byte[] stream = Publish("nano/a", "ON")[..^1];
        Record("mqtt/one.bin", stream, $$"""{"bytes": {{stream.Length}}, "packets": [{"type": "PUBLISH"}]}""");

        Assert.AreEqual("cut at byte 0", Read().Differences.Single());
    }

    private void Record(string file, byte[] bytes, string expected)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllBytes(_folder[file], bytes);
        File.WriteAllText(_folder["expected.json"], $$"""{"{{file}}": {{expected}}}""");
    }

    private PacketVerdict Read() => PacketRecordings.Read(_folder["expected.json"]).Single();

    private static byte[] Connect(string client) =>
        Packet(0x10, [.. Text("MQTT"), 4, 2, 0, 60, .. Text(client)]);

    private static byte[] Publish(string topic, string payload) =>
        Packet(0x31, [.. Text(topic), .. Encoding.UTF8.GetBytes(payload)]);

    private static byte[] Packet(byte header, byte[] body) => [header, (byte)body.Length, .. body];

    private static byte[] Text(string text) => [0, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];
}
