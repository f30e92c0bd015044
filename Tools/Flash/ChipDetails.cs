using System.Globalization;
using System.Text.RegularExpressions;

namespace NanoFirmware.Flash;

/// <summary>What the chip's own loader says of the board, as <c>nanoff --platform esp32 --devicedetails</c> prints it.</summary>
/// <param name="Chip">Such as ESP32-S3; null when nothing was said.</param>
/// <param name="PsramMegabytes">0 for none; null when nanoff could not tell.</param>
internal sealed partial record ChipDetails(string? Chip, int? PsramMegabytes)
{
    internal static ChipDetails Read(IReadOnlyList<string> lines)
    {
        string? head = lines.SkipWhile(line => !line.StartsWith("Connected to:", StringComparison.Ordinal)).Skip(1)
            .FirstOrDefault();
        string? chip = head is null ? null : ChipName().Match(head).Value;
        Match? size = lines.Select(line => PsramSize().Match(line)).FirstOrDefault(match => match.Success);
        bool hasNone = lines.Any(line => line.Contains("PSRAM: not available", StringComparison.OrdinalIgnoreCase));
        int? megabytes = hasNone ? 0 : null;
        return new ChipDetails(chip, size is null ? megabytes : int.Parse(size.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    /// <summary>Why this board cannot be flashed as asked, and the way out; null when it can.</summary>
    internal string? Objection(FlashOptions options)
    {
        if (Chip is null)
        {
            return "The board does not answer: hold its BOOT button, press RESET, let go of BOOT, and try again.";
        }

        if (Chip != "ESP32-S3")
        {
            return $"This board is an {Chip}: the firmware runs on an ESP32-S3 only.";
        }

        if (PsramMegabytes == 0 && !options.WithoutPsram)
        {
            return "This board has no PSRAM: the two strips and the page would run, and no option that needs memory."
                + " Take a module such as N16R8 or N8R8, or add --without-psram.";
        }

        // 2 MB are quad; octal parts have 8 or 16.
        return PsramMegabytes == 2 && options.Target.EndsWith("_OCTAL", StringComparison.Ordinal)
            ? "This board has 2 MB of quad PSRAM, which the octal image does not find: add --target ESP32_S3_QUAD."
            : null;
    }

    [GeneratedRegex(@"\bESP32(-[A-Z][0-9]+)?\b")]
    private static partial Regex ChipName();

    [GeneratedRegex(@"PSRAM:? *([0-9]+) *MB", RegexOptions.IgnoreCase)]
    private static partial Regex PsramSize();
}
