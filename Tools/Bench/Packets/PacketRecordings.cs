using System.Text.Json;

namespace NanoFirmware.Bench.Packets;

/// <summary>A folder of recordings: runs each through the parser of its protocol.</summary>
internal static class PacketRecordings
{
    // Documents of a JSON test suite say by their first letter whether they are to be accepted.
    private const string JsonFolder = "json";

    private static readonly Dictionary<string, Action<byte[], PacketExpectation>> Readers = new(StringComparer.Ordinal)
    {
        ["ddp"] = PixelPackets.ReadDdp,
        ["e131"] = PixelPackets.ReadE131,
        ["artnet"] = PixelPackets.ReadArtNet,
        ["wled"] = PixelPackets.ReadWled,
        ["soundsync"] = SoundPackets.ReadSoundSync,
        ["http"] = StreamPackets.ReadHttp,
        ["ws"] = StreamPackets.ReadWebSocket,
        ["dns"] = NetworkPackets.ReadDns,
        ["dhcp"] = NetworkPackets.ReadDhcp,
        ["mqtt"] = MqttPackets.Read,
    };

    /// <summary>Reads the list and every file in it.</summary>
    /// <param name="list">Path of expected.json.</param>
    internal static IReadOnlyList<PacketVerdict> Read(string list)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(list))!;
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(list));
        var verdicts = expected.RootElement.EnumerateObject().Select(file => Judge(folder, file.Name, file.Value)).ToList();
        verdicts.AddRange(Documents(folder));
        return verdicts;
    }

    private static PacketVerdict Judge(string folder, string file, JsonElement fields)
    {
        if (!Readers.TryGetValue(file.Split('/')[0], out Action<byte[], PacketExpectation>? read))
        {
            return new PacketVerdict(file, ["the firmware does not speak this protocol"]);
        }

        var expectation = new PacketExpectation(file, fields);
        read(File.ReadAllBytes(Path.Combine(folder, file)), expectation);
        return new PacketVerdict(file, expectation.Differences);
    }

    private static IEnumerable<PacketVerdict> Documents(string folder)
    {
        string documents = Path.Combine(folder, JsonFolder);
        return Directory.Exists(documents)
            ? Directory.GetFiles(documents, "*.json").Order(StringComparer.Ordinal).Select(JsonDocuments.Judge)
            : [];
    }
}
