using System.Globalization;

namespace NanoFirmware.Bench.Jam;

/// <summary>What was measured.</summary>
/// <param name="Edits">Edits that were made.</param>
/// <param name="Missing">Hearers of an edit who never had it, nor a later one of the same step.</param>
/// <param name="MsP50">From an edit to a hearer's state, the middle one.</param>
/// <param name="MsP99">99 of 100 took no longer.</param>
/// <param name="Packets">Packets a room-hour.</param>
/// <param name="Bytes">Bytes a room-hour, keep-alives and digests among them.</param>
/// <param name="TextBytes">Bytes a room-hour of the edits alone as JSON.</param>
/// <param name="IsEqual">Everybody of each room ended with one state.</param>
internal sealed record JamFigures(
    int Edits, int Missing, double MsP50, double MsP99, double Packets, double Bytes, double TextBytes, bool IsEqual)
{
    private const double SeedBytes = 330_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"""
        {Edits} edits, {Missing} not heard; states {(IsEqual ? "equal" : "NOT EQUAL")}
        edit to applied: {MsP50:0.0} ms p50, {MsP99:0.0} ms p99
        a room-hour: {Packets:0} packets, {Bytes / 1000:0} KB in bytes, {TextBytes / 1000:0} KB as JSON
        the idea's own plan: {SeedBytes / 1000:0} KB a jam
        """);
}
