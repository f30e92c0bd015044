using System.Globalization;

namespace NanoFirmware.Simulator.Sending;

/// <summary>A device that is sent to, as --send names it: ddp://HOST[:PORT][/LEDS].</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its UDP port.</param>
/// <param name="Leds">Pixels that are its; null for an equal share of what the others leave.</param>
public sealed record DdpTarget(string Host, int Port, int? Leds)
{
    private const int UsualPort = 4048;
    private const int MostLeds = 100_000;

    /// <summary>What --send wants, for a sentence.</summary>
    public const string Form = "ddp://HOST[:PORT][/LEDS], and more of them after commas";

    /// <summary>Reads them all; null when one of them is none.</summary>
    public static DdpTarget[]? ParseAll(string text)
    {
        DdpTarget?[] targets = [.. text.Split(',').Select(Parse)];
        return targets.Any(target => target is null) ? null : [.. targets.Select(target => target!)];
    }

    /// <summary>
    /// Cuts a picture of so many pixels into pieces, one for each device in their order: where it begins and how many pixels it
    /// has.
    /// </summary>
    public static (int First, int Count)[] Cut(IReadOnlyList<DdpTarget> targets, int pixels)
    {
        int sharers = targets.Count(target => target.Leds is null);
        int rest = Math.Max(0, pixels - targets.Sum(target => target.Leds ?? 0));
        var pieces = new (int, int)[targets.Count];
        int first = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            int share = targets[i].Leds ?? (rest + sharers - 1) / sharers;
            int count = Math.Clamp(pixels - first, 0, share);
            if (targets[i].Leds is null)
            {
                rest -= count;
                sharers--;
            }

            pieces[i] = (first, count);
            first += count;
        }

        return pieces;
    }

    private static DdpTarget? Parse(string text)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address) || address.Scheme != "ddp"
            || address.Host.Length == 0)
        {
            return null;
        }

        string path = address.AbsolutePath.Trim('/');
        if (path.Length == 0)
        {
            return new DdpTarget(address.Host, address.Port > 0 ? address.Port : UsualPort, null);
        }

        return int.TryParse(path, NumberStyles.None, CultureInfo.InvariantCulture, out int leds) && leds is > 0 and <= MostLeds
            ? new DdpTarget(address.Host, address.Port > 0 ? address.Port : UsualPort, leds)
            : null;
    }
}
