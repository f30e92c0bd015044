using System.Globalization;
using System.Text.Json;

namespace NanoFirmware.Bench.Packets;

/// <summary>What one recording is expected to hold, and where the firmware read something else.</summary>
internal sealed class PacketExpectation(string file, JsonElement fields)
{
    private readonly List<string> _differences = [];

    /// <summary>The recording's path in the folder.</summary>
    internal string File => file;

    internal IReadOnlyList<string> Differences => _differences;

    internal bool Has(string name) => fields.TryGetProperty(name, out _);

    internal string Text(string name) => fields.GetProperty(name).GetString() ?? string.Empty;

    internal JsonElement Element(string name) => fields.GetProperty(name);

    /// <summary>The bytes of a DHCP option; null when it is not there.</summary>
    internal byte[]? Option(int code) => fields.GetProperty("options").EnumerateArray()
        .Where(option => option[0].GetInt32() == code)
        .Select(option => Convert.FromHexString(option[1].GetString()!))
        .FirstOrDefault();

    /// <summary>A number that is written as one, or as "0x…".</summary>
    internal int Number(string name)
    {
        JsonElement value = fields.GetProperty(name);
        return value.ValueKind == JsonValueKind.String
            ? int.Parse(value.GetString()![2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : value.GetInt32();
    }

    /// <summary>Notes a number that differs.</summary>
    internal void Same(string name, int actual)
    {
        int expected = Number(name);
        if (actual != expected)
        {
            Differ($"{name} is {expected}, read {actual}");
        }
    }

    internal void Same(string name, bool actual)
    {
        bool expected = fields.GetProperty(name).GetBoolean();
        if (actual != expected)
        {
            Differ($"{name} is {expected}, read {actual}");
        }
    }

    /// <summary>Notes bytes that differ: the list at the beginning or at the end of those that were read.</summary>
    internal void SameBytes(string name, byte[] packet, int at, int count, bool isEnd)
    {
        byte[] expected = [.. fields.GetProperty(name).EnumerateArray().Select(one => (byte)one.GetInt32())];
        int from = isEnd ? at + count - expected.Length : at;
        if (expected.Length > count || !packet.AsSpan(from, expected.Length).SequenceEqual(expected))
        {
            Differ($"{name} differs");
        }
    }

    internal void Differ(string what) => _differences.Add(what);
}
