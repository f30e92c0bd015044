using System.Numerics;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// One hidden layer of rectified sums over normalised features, or several that share the guesses among them by tempo, the
/// parameters of all in one row so that they can be trained as one. The sums are done side by side, as many as the processor
/// takes at once.
/// </summary>
internal sealed class TrainingNetwork
{
    private readonly int _inputs;
    private readonly int _hidden;
    private readonly float[] _shares;

    internal TrainingNetwork(int inputs, int hidden, SeededRandom random, int parts = 1)
    {
        (_inputs, _hidden, Parts) = (inputs, hidden, parts);
        _shares = new float[hidden];
        Parameters = new float[parts * PartSize];
        IsPruned = new bool[Parameters.Length];
        for (int part = 0; part < parts; part++)
        {
            Fill(Of(Parameters, part)[..WeightsOfPart], inputs, random);
        }

        for (int part = 0; part < parts; part++)
        {
            Fill(Of(Parameters, part).Slice(OutputAt, hidden), hidden, random);
        }
    }

    /// <summary>How many networks share the guesses.</summary>
    internal int Parts { get; }

    /// <summary>
    /// Weights, those of one input after those of another, then biases, output weights and the output's bias.
    /// </summary>
    internal float[] Parameters { get; }

    /// <summary>Parameters that stay zero.</summary>
    internal bool[] IsPruned { get; }

    internal int Weights => Parts * WeightsOfPart;

    internal int Hidden => _hidden;

    internal int Inputs => _inputs;

    private int WeightsOfPart => _hidden * _inputs;

    private int BiasAt => WeightsOfPart;

    private int OutputAt => WeightsOfPart + _hidden;

    private int PartSize => WeightsOfPart + (2 * _hidden) + 1;

    /// <summary>Weight of an input for a hidden sum.</summary>
    internal float Weight(int part, int unit, int input) => Of(Parameters, part)[(input * _hidden) + unit];

    internal float Bias(int part, int unit) => Of(Parameters, part)[BiasAt + unit];

    internal float Output(int part, int unit) => Of(Parameters, part)[OutputAt + unit];

    internal float OutputBias(int part) => Of(Parameters, part)[^1];

    /// <summary>Logarithm of the odds; <paramref name="units"/> receives the hidden sums.</summary>
    internal float Rate(Guess guess, Span<float> units)
    {
        Span<float> p = Of(Parameters, guess.Part);
        float[] features = guess.Features;
        p.Slice(BiasAt, _hidden).CopyTo(units);
        for (int i = 0; i < features.Length; i++)
        {
            Add(units, p.Slice(i * _hidden, _hidden), features[i]);
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
    internal void AddGradient(float[] gradient, Guess guess, ReadOnlySpan<float> units, float slope)
    {
        Span<float> p = Of(Parameters, guess.Part);
        Span<float> g = Of(gradient, guess.Part);
        g[^1] += slope;
        for (int unit = 0; unit < _hidden; unit++)
        {
            g[OutputAt + unit] += slope * units[unit];
            _shares[unit] = units[unit] > 0 ? slope * p[OutputAt + unit] : 0;
        }

        Add(g.Slice(BiasAt, _hidden), _shares, 1);
        float[] features = guess.Features;
        for (int i = 0; i < features.Length; i++)
        {
            Add(g.Slice(i * _hidden, _hidden), _shares, features[i]);
        }
    }

    /// <summary>Prunes all weights but the <paramref name="kept"/> that move the output most.</summary>
    internal void Prune(int kept)
    {
        IEnumerable<int> weakest = Enumerable.Range(0, Parts)
            .SelectMany(part => Enumerable.Range(part * PartSize, WeightsOfPart))
            .OrderByDescending(i => Math.Abs(Parameters[i] * Output(i / PartSize, i % PartSize % _hidden)))
            .Skip(kept);
        Array.Clear(IsPruned);
        foreach (int i in weakest)
        {
            IsPruned[i] = true;
            Parameters[i] = 0;
        }
    }

    private Span<float> Of(float[] row, int part) => row.AsSpan(part * PartSize, PartSize);

    private static void Fill(Span<float> parameters, int inputs, SeededRandom random)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            parameters[i] = (float)(((2 * random.NextUnit()) - 1) * Math.Sqrt(3.0 / inputs));
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
