using System.Text;
using System.Text.RegularExpressions;

namespace NanoFirmware.Generator;

/// <summary>
/// The jam's two pages: the device's, and one for any host that reaches a broker. What both share is written once, with marks
/// where each has a part of its own.
/// </summary>
public static partial class JamPages
{
    private const string Shared = "Firmware/Site/jam.html";
    private const string Own = "Firmware/Site/jam-device.html";
    private const string Folder = "Tools/Generator/FarJam";

    // What an earlier one declares a later one uses.
    private static readonly string[] Scripts =
        ["packet.js", "state.js", "clock.js", "people.js", "feed.js", "session.js", "mqtt.js", "line.js", "far.js"];

    /// <summary>Where the page for any host is written.</summary>
    public const string FarPath = "docs/jam/index.html";

    /// <summary>The device's page as it is written.</summary>
    public static string Device(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return Join(Read(root, Shared), Parts(Read(root, Own)));
    }

    /// <summary>The page for any host, readable as it is: nobody's flash has to hold it.</summary>
    public static string Far(string root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Dictionary<string, string> parts = Parts(Read(root, $"{Folder}/far.html"));
        parts["carrier"] = string.Join('\n', Scripts.Select(script => Read(root, $"{Folder}/{script}")));
        parts["start"] = Read(root, $"{Folder}/start.js");
        return Join(Read(root, Shared), parts).Replace(
            "<!DOCTYPE html>\n",
            "<!DOCTYPE html>\n"
                + $"<!-- Made from {Shared} and {Folder} by Tools/Generator; edit those. docs/jam.md tells how to host it. -->\n",
            StringComparison.Ordinal);
    }

    /// <summary>Puts parts where a page has marks for them; nothing where there is none.</summary>
    /// <exception cref="FormatException">A part has no mark.</exception>
    public static string Join(string page, IReadOnlyDictionary<string, string> parts)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(parts);
        var left = new HashSet<string>(parts.Keys);
        string joined = Mark().Replace(page, mark =>
        {
            left.Remove(mark.Groups[1].Value);
            return parts.TryGetValue(mark.Groups[1].Value, out string? part) ? part : string.Empty;
        });
        return left.Count == 0 ? joined : throw new FormatException("no mark for " + string.Join(", ", left));
    }

    /// <summary>The parts of a file, each below its mark.</summary>
    public static Dictionary<string, string> Parts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] pieces = Mark().Split(text);
        return Enumerable.Range(0, pieces.Length / 2).ToDictionary(i => pieces[(2 * i) + 1], i => pieces[(2 * i) + 2]);
    }

    private static string Read(string root, string path) => File.ReadAllText(Path.Combine(root, path), Encoding.UTF8);

    // A line in the language that it stands in: <!-- part: name -->, // part: name or /* part: name */.
    [GeneratedRegex(@"^(?:<!--|//|/\*) part: ([a-z]+)(?: -->| \*/)?\n", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
