namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>Means and percentiles, rounded so that reports stay readable.</summary>
internal static class Figures
{
    internal static double Round(double value, int digits = 2) => Math.Round(value, digits, MidpointRounding.AwayFromZero);

    internal static double Mean(IEnumerable<double> values) => Round(values.DefaultIfEmpty(0).Average());

    /// <summary>The value that <paramref name="percent"/> of all do not exceed; 0 of none.</summary>
    internal static double Percentile(IEnumerable<double> values, double percent)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? 0
            : Round(sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)]);
    }
}
