using System.Globalization;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// Brings features to a mean of 0 and a deviation of 1 for training, and a trained network back to whole features and weights.
/// </summary>
internal sealed class Normalisation
{
    private const int LargestWeight = 127;

    private readonly double[] _means;
    private readonly double[] _deviations;

    internal Normalisation(IReadOnlyList<Guess[]> searches)
    {
        Guess[] guesses = searches.SelectMany(search => search).ToArray();
        int count = guesses[0].Features.Length;
        _means = Enumerable.Range(0, count).Select(i => guesses.Average(guess => (double)guess.Features[i])).ToArray();
        _deviations = Enumerable.Range(0, count)
            .Select(i => Math.Sqrt(guesses.Average(guess => Math.Pow(guess.Features[i] - _means[i], 2))) + 1e-3).ToArray();
    }

    internal List<Guess[]> Apply(IEnumerable<Guess[]> searches) =>
        searches.Select(search => Array.ConvertAll(search, Apply)).ToList();

    /// <summary>The weights as Tools/Generator reads them.</summary>
    internal string ToJson(TrainingNetwork network)
    {
        IEnumerable<string> parts = Enumerable.Range(0, network.Parts).Select(part => ToJson(network, part));
        return $"[{string.Join(",\n", parts)}]\n";
    }

    private string ToJson(TrainingNetwork network, int part)
    {
        var rows = new List<string>();
        var biases = new List<int>();
        var outputs = new List<string>();
        for (int unit = 0; unit < network.Hidden; unit++)
        {
            double[] row = Enumerable.Range(0, network.Inputs)
                .Select(i => network.Weight(part, unit, i) / _deviations[i]).ToArray();
            double bias = network.Bias(part, unit) - row.Select((weight, i) => weight * _means[i]).Sum();
            double scale = LargestWeight / (row.Max(Math.Abs) + 1e-9);
            rows.Add("    [" + string.Join(", ", row.Select(weight => (int)Math.Round(weight * scale))) + "]");
            biases.Add((int)Math.Round(bias * scale));
            outputs.Add(Number(network.Output(part, unit) / scale));
        }

        return $"{{\n  \"weights\": [\n{string.Join(",\n", rows)}\n  ],\n  \"bias\": [{string.Join(", ", biases)}],\n"
            + $"  \"output\": [{string.Join(", ", outputs)}],\n  \"outputBias\": {Number(network.OutputBias(part))}\n}}";
    }

    private static string Number(double value) => value.ToString("G5", CultureInfo.InvariantCulture);

    private Guess Apply(Guess guess) =>
        guess with { Features = guess.Features.Select((value, i) => (float)((value - _means[i]) / _deviations[i])).ToArray() };
}
