using System.Text.Json;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Flash;

/// <summary>
/// The files that the firmware takes from the board's drive at its next start, by its own rules, and nanoff's list that brings
/// them there.
/// </summary>
internal static class BoardFiles
{
    internal const string Wiring = "wiring.json";
    internal const string Map = "ledmap.json";

    /// <summary>What a dry run calls the list.</summary>
    internal const string ListName = "deploy.json";

    private const string Drive = @"I:\";

    /// <summary>What the firmware would say to such a wiring; null for nothing.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="target">The runtime's image, whose name tells whether the PSRAM is octal.</param>
    /// <param name="wiring">Gets what it says.</param>
    internal static string? WiringProblem(byte[] file, string target, Wiring wiring) =>
        WiringDocument.ReadFile(file, wiring) ?? wiring.Problem(target.Contains("OCTAL", StringComparison.Ordinal));

    /// <summary>What the firmware would say to such a map of A; null for nothing.</summary>
    /// <param name="file">All of it.</param>
    /// <param name="wiring">What the strips will be; null when only the board knows.</param>
    internal static string? MapProblem(byte[] file, Wiring? wiring)
    {
        if (file.Length > MapDocument.MostBytes)
        {
            return $"a map has at most {MapDocument.MostBytes} bytes";
        }

        string? problem = MapDocument.Read(file, file.Length, out LedMap map);
        if (problem is not null || wiring is null)
        {
            return problem;
        }

        return map.Last < wiring.Leds ? null : $"there is no LED {map.Last}: the strips have {wiring.Leds}, counted from 0";
    }

    /// <summary>The list for nanoff's --filedeployment.</summary>
    /// <param name="files">What each is called on the board, and its full path here.</param>
    internal static byte[] List(IEnumerable<(string Name, string Source)> files) => JsonSerializer.SerializeToUtf8Bytes(
        new { files = files.Select(file => new { DestinationFilePath = Drive + file.Name, SourceFilePath = file.Source }) });
}
