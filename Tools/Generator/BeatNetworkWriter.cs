using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NanoFirmware.Generator;

/// <summary>
/// Writes the network that rates beats as straight code: on an interpreter a constant and a local cost half as much as two array
/// elements, constants lie in flash, and a weight of zero costs nothing at all (docs/adr/0007).
/// </summary>
public static class BeatNetworkWriter
{
    private const int NumbersPerLine = 9;

    // Who rates which guesses: see BeatRater.PartOf.
    private static readonly string[] Parts = ["Fast", "Medium", "Slow"];

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);

    /// <summary>The networks of a file, one for fast guesses, one for medium ones, one for slow ones.</summary>
    /// <exception cref="FormatException">There are not three, the lengths of one's rows do not fit together, or a weight does
    /// not fit into a byte.</exception>
    public static BeatNetworkWeights[] Read(string json)
    {
        BeatNetworkWeights[] networks = JsonSerializer.Deserialize<BeatNetworkWeights[]>(json, Format) ?? [];
        if (networks.Length != Parts.Length)
        {
            throw new FormatException($"beat-network.json: {Parts.Length} networks, fast, medium and slow");
        }

        Array.ForEach(networks, network => network.Check());
        return networks;
    }

    /// <summary>The text of BeatNetwork.g.cs for <see cref="BeatNetworkWeights"/> in JSON.</summary>
    /// <exception cref="FormatException">As <see cref="Read"/>.</exception>
    public static string Write(string json)
    {
        BeatNetworkWeights[] networks = Read(json);
        var text = new StringBuilder();
        text.AppendLine(
            "// Written by Tools/Generator (BeatNetworkWriter) from beat-network.json; train it anew and run it again.");
        text.AppendLine("namespace NanoFirmware.Audio;").AppendLine();
        text.AppendLine("/// <summary>Judges a guess of the beat by its description: a hidden layer, learnt from songs, for");
        text.AppendLine("/// each of three ranges of tempo (docs/adr/0007, 0107).</summary>");
        text.AppendLine("internal static class BeatNetwork").AppendLine("{");
        for (int part = 0; part < networks.Length; part++)
        {
            if (part > 0)
            {
                text.AppendLine();
            }

            WritePart(text, Parts[part], networks[part]);
        }

        text.AppendLine("}");
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void WritePart(StringBuilder text, string name, BeatNetworkWeights network)
    {
        text.AppendLine(
            "    /// <summary>Logarithm of the odds that the guess is right; see <see cref=\"BeatRater.Describe\"/> for the "
                + "features.</summary>");
        text.AppendLine($"    internal static float {name}(int[] features)").AppendLine("    {");

        // The features most used first: the first locals have the shortest instructions.
        IEnumerable<int> used = Enumerable.Range(0, network.Weights[0].Length)
            .Where(i => network.Weights.Any(row => row[i] != 0))
            .OrderByDescending(i => network.Weights.Count(row => row[i] != 0));
        foreach (int feature in used)
        {
            text.AppendLine(Invariant($"        int f{feature} = features[{feature}];"));
        }

        text.AppendLine(Invariant($"        float sum = {Number(network.OutputBias)};")).AppendLine();
        for (int unit = 0; unit < network.Bias.Length; unit++)
        {
            WriteUnit(text, network, unit);
        }

        text.AppendLine("        return sum;").AppendLine("    }");
    }

    private static void WriteUnit(StringBuilder text, BeatNetworkWeights network, int unit)
    {
        text.Append("        ").Append(unit == 0 ? "int " : "").Append(Invariant($"unit = {network.Bias[unit]}"));
        int[] row = network.Weights[unit];
        int[] features = Enumerable.Range(0, row.Length).Where(i => row[i] != 0).ToArray();
        for (int n = 0; n < features.Length; n++)
        {
            int weight = row[features[n]];
            text.Append(n % NumbersPerLine == 0 ? "\n            " : " ").Append(weight < 0 ? "- " : "+ ");
            text.Append(Invariant($"({Math.Abs(weight)} * f{features[n]})"));
        }

        text.AppendLine(";");
        text.AppendLine(Invariant($"        sum += unit > 0 ? {Number(network.Output[unit])} * unit : 0f;")).AppendLine();
    }

    private static string Number(double value) => Invariant($"{value:0.########}f");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
