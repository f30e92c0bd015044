using System.Globalization;
using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Simulator;

/// <summary>The wiring.json that the firmware takes from its drive at its next start.</summary>
internal static class WiringFile
{
    private const string Name = "wiring.json";

    /// <summary>Puts what the options say on the drive; nothing when they say nothing.</summary>
    /// <exception cref="UsageException">The file cannot be read, or the firmware would refuse it.</exception>
    internal static void Put(SimulatorOptions options)
    {
        if (options.WiringPath is null && options.Leds is null)
        {
            return;
        }

        byte[] document = options.WiringPath is string path ? Read(path) : Lengths(options.Leds!);
        Directory.CreateDirectory(options.StateFolder);
        File.WriteAllBytes(Path.Combine(options.StateFolder, Name), document);
    }

    private static byte[] Read(string path)
    {
        byte[] document;
        try
        {
            document = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--wiring cannot read '{path}': {e.Message}", e);
        }

        var wiring = new Wiring();
        string? problem = WiringDocument.ReadFile(document, wiring) ?? wiring.Problem(hasOctalMemory: true);
        return problem is null ? document : throw new UsageException($"--wiring {path}: {problem}");
    }

    private static byte[] Lengths(IReadOnlyList<int> leds)
    {
        string[] strips =
        [
            .. leds.Select(
                count => count == 0 ? "{\"on\":false}" : string.Create(CultureInfo.InvariantCulture, $"{{\"leds\":{count}}}")),
        ];
        return System.Text.Encoding.UTF8.GetBytes($"{{\"a\":{strips[0]},\"b\":{strips[1]}}}");
    }
}
