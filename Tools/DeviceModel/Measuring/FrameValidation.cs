using System.Globalization;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Holds whole frames, hops and answers against what they took on the genuine interpreter (nanoclr-frames.csv).</summary>
public static class FrameValidation
{
    /// <summary>How far a row may be off, either way.</summary>
    public const double Limit = 0.08;

    private const int Frames = 600;

    private static readonly Dictionary<string, string> Answers = new(StringComparer.Ordinal)
    {
        ["status-answer"] = "/api/status",
        ["state-since-answer"] = "/api/state?since=",
        ["frame-answer"] = "/api/channel/a/frame",
        ["patterns-list"] = "/api/patterns",
    };

    /// <summary>Every row, modelled beside measured.</summary>
    /// <param name="costs">Another cost table than the one that ships.</param>
    public static ValidationRow[] Rows(CostTable? costs = null)
    {
        Dictionary<string, double> patterns = PatternMeter.Measure(Frames, costs: costs).ToDictionary(p => p.Name, p => p.Frame.MeanUs);
        return [.. Measured().Select(m => new ValidationRow(m.Name, m.Us * 1000, 1000 * Modelled(m.Name)))];

        double Modelled(string name) => patterns.TryGetValue(name, out double us) ? us
            : name == "ears" ? AudioMeter.Measure(Frames, costs: costs).MeanUs
            : RestMeter.Measure("GET", Answers[name], costs: costs).Cost.MeanUs;
    }

    private static IEnumerable<(string Name, double Us)> Measured()
    {
        using Stream stream = typeof(FrameValidation).Assembly
            .GetManifestResourceStream("NanoFirmware.DeviceModel.Costs.nanoclr-frames.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(l => !l.StartsWith('#') && l != "name,us")
            .Select(l => l.Split(','))
            .Select(p => (p[0], double.Parse(p[1], CultureInfo.InvariantCulture)))];
    }
}
