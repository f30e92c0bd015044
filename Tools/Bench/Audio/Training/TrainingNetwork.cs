using System.Numerics;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// One hidden layer of rectified sums over normalised features, its parameters in one row so that they can be trained as one. The
/// sums are done side by side, as many as the processor takes at once.
/// </summary>
internal sealed class TrainingNetwork
{
    private readonly int _inputs;
    private readonly int _hidden;
    private readonly float[] _shares;

    internal TrainingNetwork(int inputs, int hidden, NanoHost.Audio.SeededRandom random)
    {
        (_inputs, _hidden) = (inputs, hidden);
        _shares = new float[hidden];
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

    /// <summary>
    /// Weights, those of one input after those of another, then biases, output weights and the output's bias.
    /// </summary>
    internal float[] Parameters { get; }

    /// <summary>Parameters that stay zero.</summary>
    internal bool[] IsPruned { get; }

    internal int Weights => _hidden * _inputs;

    internal int BiasAt => Weights;

    internal int OutputAt => Weights + _hidden;

    internal int Hidden => _hidden;

    internal int Inputs => _inputs;

    /// <summary>Weight of an input for a hidden sum.</summary>
    internal float Weight(int unit, int input) => Parameters[(input * _hidden) + unit];

    /// <summary>Logarithm of the odds; <paramref name="units"/> receives the hidden sums.</summary>
    internal float Rate(float[] features, Span<float> units)
    {
        float[] p = Parameters;
        p.AsSpan(BiasAt, _hidden).CopyTo(units);
        for (int i = 0; i < features.Length; i++)
        {
            Add(units, p.AsSpan(i * _hidden, _hidden), features[i]);
        }

        float sum = p[^1];
        for (int unit = 0; unit < _hidden; unit++)
        {
            units[unit] = Math.Max(0, units[unit]);
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
            _shares[unit] = units[unit] > 0 ? slope * Parameters[OutputAt + unit] : 0;
        }

        Add(gradient.AsSpan(BiasAt, _hidden), _shares, 1);
        for (int i = 0; i < features.Length; i++)
        {
            Add(gradient.AsSpan(i * _hidden, _hidden), _shares, features[i]);
        }
    }

    /// <summary>Prunes all weights but the <paramref name="kept"/> that move the output most.</summary>
    internal void Prune(int kept)
    {
        IEnumerable<int> weakest = Enumerable.Range(0, Weights)
            .OrderByDescending(i => Math.Abs(Parameters[i] * Parameters[OutputAt + (i % _hidden)]))
            .Skip(kept);
        Array.Clear(IsPruned);
        foreach (int i in weakest)
        {
            IsPruned[i] = true;
            Parameters[i] = 0;
        }
    }

    private static void Add(Span<float> sums, ReadOnlySpan<float> values, float times)
    {
        int at = 0;
        for (; at + Vector<float>.Count <= sums.Length; at += Vector<float>.Count)
        {
            Vector<float> sum = new Vector<float>(sums[at..]) + (new Vector<float>(values[at..]) * times);
            sum.CopyTo(sums[at..]);
        }

        for (; at < sums.Length; at++)
        {
            sums[at] += values[at] * times;
        }
    }
}
