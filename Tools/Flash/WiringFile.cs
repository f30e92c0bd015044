using System.Text.Json;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Flash;

/// <summary>
/// The wiring.json that the firmware takes from the board's drive at its next start, and nanoff's list that brings it there.
/// </summary>
internal static class WiringFile
{
    private const string OnBoard = @"I:\wiring.json";

    /// <summary>What a dry run calls the list.</summary>
    internal const string ListName = "deploy.json";

    /// <summary>What the firmware would say to such a file; null for nothing.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="target">The runtime's image, whose name tells whether the PSRAM is octal.</param>
    internal static string? Problem(byte[] file, string target)
    {
        var wiring = new Wiring();
        return WiringDocument.ReadFile(file, wiring) ?? wiring.Problem(target.Contains("OCTAL", StringComparison.Ordinal));
    }

    /// <summary>The list for nanoff's --filedeployment.</summary>
    /// <param name="source">Full path of the file.</param>
    internal static byte[] List(string source) => JsonSerializer.SerializeToUtf8Bytes(
        new { files = new[] { new { DestinationFilePath = OnBoard, SourceFilePath = source } } });
}
