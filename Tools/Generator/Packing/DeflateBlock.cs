namespace NanoFirmware.Generator.Packing;

/// <summary>Some tokens with code words of their own: how many bits they take, and these bits.</summary>
internal sealed class DeflateBlock
{
    private const int MostBits = 15;
    private const int MostHeadBits = 7;
    private const int KindBits = 3;
    private const int Dynamic = 2;

    // In this order a head tells how long the words for word lengths are.
    private static readonly int[] Order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly int[] RepeatBits = [2, 3, 7];

    private readonly int[] _lengths;
    private readonly int[] _distances;
    private readonly int[] _headLengths;
    private readonly int _headCount;
    private readonly List<(int Symbol, int Behind)> _head;
    private readonly int _symbolCount;
    private readonly int _distanceCount;

    /// <param name="symbols">How often each byte, the end and each length comes.</param>
    /// <param name="distances">The same of distances.</param>
    internal DeflateBlock(int[] symbols, int[] distances)
    {
        _lengths = HuffmanCode.Lengths(symbols, MostBits);
        _distances = HuffmanCode.Lengths(distances, MostBits);
        _symbolCount = Math.Max(257, Used(_lengths));
        _distanceCount = Math.Max(1, Used(_distances));
        int[] all = [.. _lengths[.._symbolCount], .. _distances[.._distanceCount]];
        (_head, _headLengths, _headCount, int headBits) =
            Enumerable.Range(0, 4).Select(ways => Head(all, ways)).MinBy(one => one.Bits);
        Bits = headBits + Sum(symbols, _lengths, symbol => symbol > DeflateCodes.EndOfBlock ? DeflateCodes.LengthBits(symbol) : 0)
            + Sum(distances, _distances, DeflateCodes.DistanceBits);
    }

    /// <summary>Of all of it.</summary>
    internal int Bits { get; }

    /// <summary>Counts what comes in these tokens, and their end.</summary>
    internal static (int[] Symbols, int[] Distances) Count(ReadOnlySpan<DeflateToken> tokens, byte[] text, int at)
    {
        int[] symbols = new int[DeflateCodes.Symbols];
        int[] distances = new int[DeflateCodes.Distances];
        symbols[DeflateCodes.EndOfBlock] = 1;
        foreach (DeflateToken token in tokens)
        {
            symbols[token.Distance == 0 ? text[at] : DeflateCodes.LengthSymbol(token.Length)]++;
            if (token.Distance > 0)
            {
                distances[DeflateCodes.DistanceSymbol(token.Distance)]++;
            }

            at += token.Length;
        }

        return (symbols, distances);
    }

    internal void Write(BitWriter bits, ReadOnlySpan<DeflateToken> tokens, byte[] text, int at, bool isLast)
    {
        bits.Write((isLast ? 1 : 0) + (2 * Dynamic), KindBits);
        bits.Write(_symbolCount - 257, 5);
        bits.Write(_distanceCount - 1, 5);
        bits.Write(_headCount - 4, 4);
        foreach (int symbol in Order[.._headCount])
        {
            bits.Write(_headLengths[symbol], 3);
        }

        int[] headWords = HuffmanCode.Words(_headLengths);
        foreach ((int symbol, int rest) in _head)
        {
            bits.Write(headWords[symbol], _headLengths[symbol]);
            bits.Write(rest, symbol < 16 ? 0 : RepeatBits[symbol - 16]);
        }

        int[] words = HuffmanCode.Words(_lengths);
        int[] distanceWords = HuffmanCode.Words(_distances);
        foreach (DeflateToken token in tokens)
        {
            int symbol = token.Distance == 0 ? text[at] : DeflateCodes.LengthSymbol(token.Length);
            bits.Write(words[symbol], _lengths[symbol]);
            at += token.Length;
            if (token.Distance > 0)
            {
                int distance = DeflateCodes.DistanceSymbol(token.Distance);
                bits.Write(DeflateCodes.LengthRest(token.Length), DeflateCodes.LengthBits(symbol));
                bits.Write(distanceWords[distance], _distances[distance]);
                bits.Write(DeflateCodes.DistanceRest(token.Distance), DeflateCodes.DistanceBits(distance));
            }
        }

        bits.Write(words[DeflateCodes.EndOfBlock], _lengths[DeflateCodes.EndOfBlock]);
    }

    private static int Used(int[] lengths) => Array.FindLastIndex(lengths, length => length > 0) + 1;

    private static int Sum(int[] counts, int[] lengths, Func<int, int> behind) =>
        Enumerable.Range(0, counts.Length).Where(one => counts[one] > 0).Sum(one => counts[one] * (lengths[one] + behind(one)));

    // Word lengths with what repeats told once. Whether repeats of something are worth it is tried: two bits of ways.
    private static (List<(int Symbol, int Behind)> Told, int[] Lengths, int Count, int Bits) Head(int[] all, int ways)
    {
        var told = new List<(int Symbol, int Behind)>();
        for (int at = 0; at < all.Length;)
        {
            int run = all.Skip(at).TakeWhile(one => one == all[at]).Count();
            at += run;
            Tell(told, all[at - 1], run, ways);
        }

        int[] counts = new int[Order.Length];
        foreach ((int symbol, _) in told)
        {
            counts[symbol]++;
        }

        int[] lengths = HuffmanCode.Lengths(counts, MostHeadBits);
        int used = Math.Max(4, Array.FindLastIndex(Order, symbol => lengths[symbol] > 0) + 1);
        int bits = KindBits + 14 + (3 * used)
            + told.Sum(one => lengths[one.Symbol] + (one.Symbol < 16 ? 0 : RepeatBits[one.Symbol - 16]));
        return (told, lengths, used, bits);
    }

    private static void Tell(List<(int Symbol, int Behind)> told, int value, int run, int ways)
    {
        while (value == 0 && run >= 11)
        {
            int part = Math.Min(run, 138);
            told.Add((18, part - 11));
            run -= part;
        }

        if (value == 0 && run >= 3)
        {
            told.Add((17, run - 3));
            return;
        }

        bool isRepeated = (ways & 1) != 0;
        int least = (ways & 2) != 0 ? 5 : 4;
        if (value > 0 && isRepeated && run >= least)
        {
            told.Add((value, 0));
            for (run--; run >= 3; run -= Math.Min(run, 6))
            {
                told.Add((16, Math.Min(run, 6) - 3));
            }
        }

        told.AddRange(Enumerable.Repeat((value, 0), run));
    }
}
