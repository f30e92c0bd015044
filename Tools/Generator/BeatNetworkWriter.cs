using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NanoFirmware.Generator;

/// <summary>
/// Writes the network that rates beats as straight code: on an interpreter a constant and a local cost half as much as two array
/// elements, and constants lie in flash (docs/adr/0007).
/// </summary>
public static class BeatNetworkWriter
{
    private const int NumbersPerLine = 9;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>The text of BeatNetwork.g.cs for a <see cref="BeatNetworkWeights"/> in JSON.</summary>
    /// <exception cref="FormatException">The lengths of its rows do not fit together.</exception>
    public static string Write(string json)
    {
        BeatNetworkWeights weights = JsonSerializer.Deserialize<BeatNetworkWeights>(json, Format) ?? throw new FormatException("no weights");
        weights.Check();
        var text = new StringBuilder();
        text.AppendLine("// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.");
        text.AppendLine("namespace NanoFirmware.Audio;").AppendLine();
        text.AppendLine("/// <summary>Judges a guess of the beat by its description: one hidden layer, learnt from songs (docs/adr/0007).</summary>");
        text.AppendLine("internal static class BeatNetwork").AppendLine("{");
        text.AppendLine("    /// <summary>Logarithm of the odds that the guess is right; see <see cref=\"BeatRater.Describe\"/> for the features.</summary>");
        text.AppendLine("    internal static float Rate(float[] features)").AppendLine("    {");
        for (int i = 0; i < weights.Mean.Length; i++)
        {
            text.AppendLine(Invariant($"        float f{i} = features[{i}];"));
        }

        text.AppendLine(Invariant($"        float sum = {Number(weights.OutputBias)};")).AppendLine();
        for (int unit = 0; unit < weights.Bias.Length; unit++)
        {
            WriteUnit(text, weights, unit);
        }

        text.AppendLine("        return sum;").AppendLine("    }").AppendLine("}");
        return text.ToString().ReplaceLineEndings("\n");
    }

    // The features' means and deviations are multiplied into the weights.
    private static void WriteUnit(StringBuilder text, BeatNetworkWeights weights, int unit)
    {
        double[] row = weights.Weights[unit];
        double bias = weights.Bias[unit] - row.Select((weight, i) => weight * weights.Mean[i] / weights.Deviation[i]).Sum();
        text.Append("        ").Append(unit == 0 ? "float unit = " : "unit = ").Append(Number(bias));
        for (int i = 0; i < row.Length; i++)
        {
            text.Append(i % NumbersPerLine == 0 ? "\n            + " : " + ").Append(Invariant($"({Number(row[i] / weights.Deviation[i])} * f{i})"));
        }

        text.AppendLine(";");
        text.AppendLine(Invariant($"        sum += unit > 0f ? {Number(weights.Output[unit])} * unit : 0f;")).AppendLine();
    }

    private static string Number(double value) => Invariant($"{value:0.####}f");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
