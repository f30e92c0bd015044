using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>
/// Trains a network so that of each search's guesses a right one is rated highest, and its rating is the logarithm of its odds:
/// stochastic gradient descent by Adam (Kingma and Ba, 2015) with a falling rate.
/// </summary>
internal sealed class Trainer
{
    private const int Batch = 16;
    private const float RateAtStart = 0.004f;
    private const float RateAtEnd = 1e-5f;
    private const float Decay = 1e-5f;
    private const float OddsShare = 0.5f;
    private const float Momentum = 0.9f;
    private const float SquareMomentum = 0.999f;

    private readonly TrainingNetwork _network;
    private readonly IReadOnlyList<Guess[]> _searches;
    private readonly SeededRandom _random;
    private readonly float[] _gradient;
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly List<float[]> _units = [];

    internal Trainer(TrainingNetwork network, IReadOnlyList<Guess[]> searches, SeededRandom random)
    {
        (_network, _searches, _random) = (network, searches, random);
        (_gradient, _mean, _square) = (
            new float[network.Parameters.Length], new float[network.Parameters.Length], new float[network.Parameters.Length]);
    }

    /// <summary>Goes through all searches so many times, in random order.</summary>
    internal void Train(int epochs, Action? afterEach = null)
    {
        int[] order = Enumerable.Range(0, _searches.Count).ToArray();
        int batches = epochs * (order.Length / Batch);
        int done = 0;
        Array.Clear(_mean);
        Array.Clear(_square);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            Shuffle(order);
            for (int at = 0; at + Batch <= order.Length; at += Batch)
            {
                Array.Clear(_gradient);
                for (int i = 0; i < Batch; i++)
                {
                    Learn(_searches[order[at + i]]);
                }

                done++;
                Step(done, (float)(RateAtStart * 0.5 * (1 + Math.Cos(Math.PI * done / batches))) + RateAtEnd);
            }

            afterEach?.Invoke();
        }
    }

    /// <summary>Share of the searches with a right guess among them in which the best rated one is right.</summary>
    internal static double Accuracy(TrainingNetwork network, IReadOnlyList<Guess[]> searches)
    {
        float[] units = new float[network.Hidden];
        Guess[][] solvable = searches.Where(search => search.Any(guess => guess.IsRight)).ToArray();
        return solvable.Average(search => search.MaxBy(guess => network.Rate(guess, units))!.IsRight ? 1.0 : 0);
    }

    private void Learn(Guess[] search)
    {
        while (_units.Count < search.Length)
        {
            _units.Add(new float[_network.Hidden]);
        }

        Span<float> odds = stackalloc float[search.Length];
        Span<float> powers = stackalloc float[search.Length];
        for (int i = 0; i < search.Length; i++)
        {
            odds[i] = _network.Rate(search[i], _units[i]);
        }

        float highest = float.MinValue;
        foreach (float one in odds)
        {
            highest = Math.Max(highest, one);
        }

        float all = 0;
        float right = 0;
        for (int i = 0; i < search.Length; i++)
        {
            powers[i] = MathF.Exp(odds[i] - highest);
            all += powers[i];
            right += search[i].IsRight ? powers[i] : 0;
        }

        for (int i = 0; i < search.Length; i++)
        {
            float slope = OddsShare * ((1 / (1 + MathF.Exp(-odds[i]))) - (search[i].IsRight ? 1 : 0));
            float share = search[i].IsRight && right > 0 ? powers[i] / right : 0;
            slope += right > 0 ? (powers[i] / all) - share : 0;
            _network.AddGradient(_gradient, search[i], _units[i], slope);
        }
    }

    private void Step(int done, float rate)
    {
        float[] parameters = _network.Parameters;
        float meanShare = 1 - MathF.Pow(Momentum, done);
        float squareShare = 1 - MathF.Pow(SquareMomentum, done);
        for (int i = 0; i < parameters.Length; i++)
        {
            if (_network.IsPruned[i])
            {
                continue;
            }

            float slope = (_gradient[i] / Batch) + (Decay * parameters[i]);
            _mean[i] = (Momentum * _mean[i]) + ((1 - Momentum) * slope);
            _square[i] = (SquareMomentum * _square[i]) + ((1 - SquareMomentum) * slope * slope);
            parameters[i] -= rate * (_mean[i] / meanShare) / (MathF.Sqrt(_square[i] / squareShare) + 1e-8f);
        }
    }

    private void Shuffle(int[] order)
    {
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = _random.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
