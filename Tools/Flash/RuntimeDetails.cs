using System.Globalization;
using System.Text.RegularExpressions;

namespace NanoFirmware.Flash;

/// <summary>What the runtime on the board says of itself, as <c>nanoff --nanodevice --devicedetails</c> prints it.</summary>
/// <param name="Version">Its version; null when nothing was said.</param>
/// <param name="Natives">Its native libraries by their checksum.</param>
internal sealed partial record RuntimeDetails(Version? Version, IReadOnlyDictionary<uint, string> Natives)
{
    // The line of packages that this firmware is built with; those of 2.0 have another format.
    private const int Major = 1;
    private const int Minor = 17;

    private const string Anew = "Flash the runtime anew: leave --skip-firmware out.";

    internal static RuntimeDetails Read(IReadOnlyList<string> lines)
    {
        Match? version = lines.Select(line => ClrVersion().Match(line)).FirstOrDefault(match => match.Success);
        var natives = new Dictionary<uint, string>();
        foreach (Match match in lines.Select(line => Native().Match(line)).Where(match => match.Success))
        {
            natives[uint.Parse(match.Groups[2].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)] =
                match.Groups[1].Value;
        }

        return new RuntimeDetails(version is null ? null : System.Version.Parse(version.Groups[1].Value), natives);
    }

    /// <summary>Why the firmware would not start on this runtime, and the way out; null when it would.</summary>
    internal string? Objection(IReadOnlyList<NativeNeed> needs, bool isFresh)
    {
        if (Version is null)
        {
            return "No .NET nanoFramework runtime answers at this port: plug the cable into the socket marked USB, leave "
                + "--skip-firmware out if"
                + " there is none on the board yet, or add --unchecked to deploy without asking.";
        }

        if (Version.Major != Major || Version.Minor < Minor)
        {
            return $"The board's runtime is {Version}, this firmware needs {Major}.{Minor}. " + WayOut(isFresh);
        }

        NativeNeed? missing = needs.FirstOrDefault(need => !Natives.ContainsKey(need.Checksum));
        return missing is null
            ? null
            : $"The board's runtime has {Found(missing)}, this firmware needs {missing.Name} 0x{missing.Checksum:X8}: it would "
            + "not start. "
                + WayOut(isFresh);
    }

    private static string WayOut(bool isFresh) => isFresh
        ? "nanoff flashed an image from its cache or one that is older than the packages: run nanoff --clearcache and try again."
        : Anew;

    private string Found(NativeNeed need)
    {
        KeyValuePair<uint, string> other = Natives.FirstOrDefault(native => native.Value == need.Name);
        return other.Value is null ? "no such library" : $"{other.Value} 0x{other.Key:X8}";
    }

    [GeneratedRegex(@"CLR Version: *([0-9]+(\.[0-9]+){1,3})")]
    private static partial Regex ClrVersion();

    [GeneratedRegex(@"^ *([A-Za-z0-9_.]+) v[0-9.]+, *checksum 0x([0-9A-Fa-f]{8})")]
    private static partial Regex Native();
}
