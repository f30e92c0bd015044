namespace NanoFirmware.Generator;

/// <summary>A network of one hidden layer of rectified sums, most of whose weights are zero.</summary>
/// <param name="Weights">One row per hidden unit, one weight per feature, -127 to 127.</param>
/// <param name="Bias">One per hidden unit, in units of weight times feature.</param>
/// <param name="Output">One weight per hidden unit.</param>
/// <param name="OutputBias">Added to their sum.</param>
public sealed record BeatNetworkWeights(int[][] Weights, int[] Bias, double[] Output, double OutputBias)
{
    private const int LargestWeight = 127;

    /// <exception cref="FormatException">The lengths of the rows do not fit together, or a weight does not fit into a
    /// byte.</exception>
    public void Check()
    {
        if (Weights.Length == 0 || Weights.Length != Bias.Length || Output.Length != Bias.Length
            || Weights.Any(row => row.Length != Weights[0].Length))
        {
            throw new FormatException("beat-network.json: one weight per feature and unit, one bias and output per unit");
        }

        if (Weights.Any(row => row.Any(weight => Math.Abs(weight) > LargestWeight)))
        {
            throw new FormatException("beat-network.json: a weight beyond 127");
        }
    }
}
