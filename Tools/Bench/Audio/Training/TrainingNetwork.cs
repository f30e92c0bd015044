namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// One hidden layer of rectified sums over normalised features, its parameters in one row so that they can be trained as one.
/// </summary>
internal sealed class TrainingNetwork
{
    private readonly int _inputs;
    private readonly int _hidden;

    internal TrainingNetwork(int inputs, int hidden, NanoHost.Audio.SeededRandom random)
    {
        (_inputs, _hidden) = (inputs, hidden);
        Parameters = new float[(hidden * inputs) + (2 * hidden) + 1];
        IsPruned = new bool[Parameters.Length];
        for (int i = 0; i < Weights; i++)
        {
            Parameters[i] = (float)(((2 * random.NextUnit()) - 1) * Math.Sqrt(3.0 / inputs));
        }

        for (int unit = 0; unit < hidden; unit++)
        {
            Parameters[OutputAt + unit] = (float)(((2 * random.NextUnit()) - 1) * Math.Sqrt(3.0 / hidden));
        }
    }

    /// <summary>Weights row by row, then biases, output weights and the output's bias.</summary>
    internal float[] Parameters { get; }

    /// <summary>Parameters that stay zero.</summary>
    internal bool[] IsPruned { get; }

    internal int Weights => _hidden * _inputs;

    internal int BiasAt => Weights;

    internal int OutputAt => Weights + _hidden;

    internal int Hidden => _hidden;

    internal int Inputs => _inputs;

    /// <summary>Logarithm of the odds; <paramref name="units"/> receives the hidden sums.</summary>
    internal float Rate(float[] features, Span<float> units)
    {
        float[] p = Parameters;
        float sum = p[^1];
        for (int unit = 0; unit < _hidden; unit++)
        {
            float value = p[BiasAt + unit];
            int at = unit * _inputs;
            for (int i = 0; i < features.Length; i++)
            {
                value += p[at + i] * features[i];
            }

            units[unit] = Math.Max(0, value);
            sum += p[OutputAt + unit] * units[unit];
        }

        return sum;
    }

    /// <summary>Adds the gradient of <paramref name="slope"/> times the output.</summary>
    internal void AddGradient(float[] gradient, float[] features, ReadOnlySpan<float> units, float slope)
    {
        gradient[^1] += slope;
        for (int unit = 0; unit < _hidden; unit++)
        {
            gradient[OutputAt + unit] += slope * units[unit];
            if (units[unit] > 0)
            {
                float share = slope * Parameters[OutputAt + unit];
                gradient[BiasAt + unit] += share;
                int at = unit * _inputs;
                for (int i = 0; i < features.Length; i++)
                {
                    gradient[at + i] += share * features[i];
                }
            }
        }
    }

    /// <summary>Prunes all weights but the <paramref name="kept"/> that move the output most.</summary>
    internal void Prune(int kept)
    {
        IEnumerable<int> weakest = Enumerable.Range(0, Weights)
            .OrderByDescending(i => Math.Abs(Parameters[i] * Parameters[OutputAt + (i / _inputs)]))
            .Skip(kept);
        Array.Clear(IsPruned);
        foreach (int i in weakest)
        {
            IsPruned[i] = true;
            Parameters[i] = 0;
        }
    }
}
