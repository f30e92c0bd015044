namespace NanoFirmware.Generator.Packing;

/// <summary>The cheapest way through a part of a text, by what symbols cost that the way before has made.</summary>
internal sealed class DeflatePath
{
    private const int Rounds = 40;
    private const int Settled = 6;

    private readonly byte[] _text;
    private readonly DeflateMatches _matches;

    internal DeflatePath(byte[] text, DeflateMatches matches)
    {
        _text = text;
        _matches = matches;
    }

    /// <summary>The best tokens for a part after some rounds, each of which takes its costs from the one before.</summary>
    internal DeflateToken[] Best(int from, int to, int[] symbols, int[] distances)
    {
        // The same in every run: what is generated must not depend on chance.
        var dice = new Random(1);
        DeflateToken[] best = [];
        int least = int.MaxValue;
        int last = 0;
        for (int round = 0; round < Rounds; round++)
        {
            DeflateToken[] tokens = Cheapest(from, to, Costs(symbols), Costs(distances));
            (int[] newSymbols, int[] newDistances) = DeflateBlock.Count(tokens, _text, from);
            int bits = new DeflateBlock(newSymbols, newDistances).Bits;
            best = bits < least ? tokens : best;
            least = Math.Min(least, bits);

            // Once nothing changes, some costs are mixed up: it settles elsewhere then, sometimes lower.
            symbols = Next(newSymbols, round, bits == last, dice);
            distances = Next(newDistances, round, bits == last, dice);
            symbols[DeflateCodes.EndOfBlock] = 1;
            last = bits;
        }

        return best;
    }

    private static int[] Next(int[] counts, int round, bool isSettled, Random dice)
    {
        if (!isSettled || round < Settled)
        {
            return counts;
        }

        int[] mixed = [.. counts];
        for (int one = 0; one < mixed.Length; one++)
        {
            mixed[one] = dice.Next(3) == 0 ? counts[dice.Next(counts.Length)] : mixed[one];
        }

        return mixed;
    }

    private static double[] Costs(int[] counts)
    {
        double sum = Math.Log2(Math.Max(1, counts.Sum()));
        return [.. counts.Select(count => count == 0 ? sum : sum - Math.Log2(count))];
    }

    private DeflateToken[] Cheapest(int from, int to, double[] symbols, double[] distances)
    {
        double[] lengths = [.. Enumerable.Range(0, DeflateCodes.MostLength + 1).Select(length => LengthCost(length, symbols))];
        double[] cost = new double[to - from + 1];
        var came = new DeflateToken[to - from + 1];
        Array.Fill(cost, double.MaxValue);
        cost[0] = 0;
        for (int at = from; at < to; at++)
        {
            double now = cost[at - from];
            Offer(cost, came, at - from, now + symbols[_text[at]], new DeflateToken(1, 0));
            int length = DeflateCodes.LeastLength;
            foreach (DeflateToken match in _matches.At(at))
            {
                int symbol = DeflateCodes.DistanceSymbol(match.Distance);
                double far = now + distances[symbol] + DeflateCodes.DistanceBits(symbol);
                for (int limit = Math.Min(match.Length, to - at); length <= limit; length++)
                {
                    Offer(cost, came, at - from, far + lengths[length], new DeflateToken(length, match.Distance));
                }
            }
        }

        var tokens = new List<DeflateToken>();
        for (int at = to - from; at > 0; at -= came[at].Length)
        {
            tokens.Add(came[at]);
        }

        tokens.Reverse();
        return [.. tokens];
    }

    private static void Offer(double[] cost, DeflateToken[] came, int at, double price, DeflateToken token)
    {
        if (price < cost[at + token.Length])
        {
            cost[at + token.Length] = price;
            came[at + token.Length] = token;
        }
    }

    private static double LengthCost(int length, double[] symbols)
    {
        int symbol = length < DeflateCodes.LeastLength ? 0 : DeflateCodes.LengthSymbol(length);
        return symbol == 0 ? 0 : symbols[symbol] + DeflateCodes.LengthBits(symbol);
    }
}
