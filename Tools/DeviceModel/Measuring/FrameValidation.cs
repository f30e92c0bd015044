using System.Globalization;
using NanoFirmware.DeviceModel.Costs;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// Holds whole frames, hops and answers against what they took on the genuine interpreter (nanoclr-frames.csv).
/// </summary>
/// <remarks>
/// The firmware has become cheaper since they were measured, so what is charged for was counted in the code of that day and
/// stands beside each time. What is on trial here is the price of a first touch, of a native call and of arithmetic among other
/// code; those of single instructions are tried by nanoclr-cost.csv.
/// </remarks>
public static class FrameValidation
{
    /// <summary>How far a row may be off, either way.</summary>
    public const double Limit = 0.08;

    /// <summary>Every row, modelled beside measured.</summary>
    /// <param name="costs">Another cost table than the one that ships.</param>
    public static ValidationRow[] Rows(CostTable? costs = null)
    {
        CostTable table = costs ?? CostTable.Load(wholeFrames: true);
        using Stream stream = typeof(FrameValidation).Assembly
            .GetManifestResourceStream("NanoFirmware.DeviceModel.Costs.nanoclr-frames.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#') && !line.StartsWith("name,", StringComparison.Ordinal))
            .Select(line => RowOf(line.Split(','), table))];
    }

    private static ValidationRow RowOf(string[] cells, CostTable table)
    {
        double[] numbers = [.. cells.Skip(1).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
        double modelledNs = (numbers[1] * 1000) + (numbers[2] * table.Constants.ColdInstructionNs)
            + (numbers[3] * table.Constants.VariedNativeNs) + (numbers[4] * table.VariedArithmeticNs);
        return new ValidationRow(cells[0], numbers[0] * 1000, modelledNs);
    }
}
