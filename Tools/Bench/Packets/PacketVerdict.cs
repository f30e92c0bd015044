namespace NanoFirmware.Bench.Packets;

/// <summary>What the firmware made of one recording.</summary>
/// <param name="File">Its path in the folder.</param>
/// <param name="Differences">What differs from what is expected; empty when nothing does.</param>
internal sealed record PacketVerdict(string File, IReadOnlyList<string> Differences)
{
    /// <summary>The protocol: the folder that it lies in.</summary>
    internal string Group => File.Split('/')[0];
}
