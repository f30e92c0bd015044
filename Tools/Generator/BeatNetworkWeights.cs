namespace NanoFirmware.Generator;

/// <summary>A network of one hidden layer of rectified sums.</summary>
/// <param name="Mean">Of each feature, over the training songs.</param>
/// <param name="Deviation">Standard deviation of each feature.</param>
/// <param name="Weights">One row per hidden unit, one weight per feature (less its mean, over its deviation).</param>
/// <param name="Bias">One per hidden unit.</param>
/// <param name="Output">One weight per hidden unit.</param>
/// <param name="OutputBias">Added to their sum.</param>
public sealed record BeatNetworkWeights(double[] Mean, double[] Deviation, double[][] Weights, double[] Bias, double[] Output, double OutputBias)
{
    /// <exception cref="FormatException">The lengths of the rows do not fit together.</exception>
    public void Check()
    {
        if (Deviation.Length != Mean.Length || Weights.Length != Bias.Length || Output.Length != Bias.Length
            || Weights.Any(row => row.Length != Mean.Length))
        {
            throw new FormatException("beat-network.json: one mean and deviation per feature, one row, bias and output per unit");
        }
    }
}
