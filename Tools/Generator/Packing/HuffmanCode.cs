namespace NanoFirmware.Generator.Packing;

/// <summary>Code words for symbols by how often they come: the shortest text that has no word longer than allowed.</summary>
internal static class HuffmanCode
{
    /// <summary>Bits of each symbol's word, 0 for those that never come.</summary>
    internal static int[] Lengths(int[] counts, int most)
    {
        int[] lengths = new int[counts.Length];
        int[] symbols = [.. Enumerable.Range(0, counts.Length).Where(one => counts[one] > 0).OrderBy(one => counts[one])];
        if (symbols.Length < 2)
        {
            foreach (int one in symbols)
            {
                lengths[one] = 1;
            }

            return lengths;
        }

        int[] free = Unlimited(counts, symbols);
        if (free.Max() <= most)
        {
            return free;
        }

        // Package and merge (Larmore and Hirschberg, 1990).
        List<(long Weight, int[] Symbols)> leaves = [.. symbols.Select(one => ((long)counts[one], new[] { one }))];
        List<(long Weight, int[] Symbols)> row = leaves;
        for (int bit = 1; bit < most; bit++)
        {
            IEnumerable<(long Weight, int[] Symbols)> pairs = row.Chunk(2).Where(pair => pair.Length == 2)
                .Select(pair => (pair[0].Weight + pair[1].Weight, pair[0].Symbols.Concat(pair[1].Symbols).ToArray()));
            row = [.. leaves.Concat(pairs).OrderBy(one => one.Weight)];
        }

        foreach (int one in row.Take((2 * symbols.Length) - 2).SelectMany(each => each.Symbols))
        {
            lengths[one]++;
        }

        return lengths;
    }

    // Huffman's own: the two lightest become one, until there is one. Those that are made come in order of their weight.
    private static int[] Unlimited(int[] counts, int[] symbols)
    {
        int leaves = symbols.Length;
        int[] weights = new int[(2 * leaves) - 1];
        int[] parents = new int[weights.Length];
        for (int n = 0; n < leaves; n++)
        {
            weights[n] = counts[symbols[n]];
        }

        int leaf = 0;
        int pair = leaves;
        for (int made = leaves; made < weights.Length; made++)
        {
            for (int half = 0; half < 2; half++)
            {
                bool isLeaf = leaf < leaves && (pair >= made || weights[leaf] <= weights[pair]);
                int lightest = isLeaf ? leaf++ : pair++;
                weights[made] += weights[lightest];
                parents[lightest] = made;
            }
        }

        int[] depths = new int[weights.Length];
        int[] lengths = new int[counts.Length];
        for (int n = weights.Length - 2; n >= 0; n--)
        {
            depths[n] = depths[parents[n]] + 1;
            if (n < leaves)
            {
                lengths[symbols[n]] = depths[n];
            }
        }

        return lengths;
    }

    /// <summary>The words themselves, as RFC 1951 (3.2.2) numbers them, first bit lowest.</summary>
    internal static int[] Words(int[] lengths)
    {
        int[] words = new int[lengths.Length];
        int next = 0;
        for (int bits = 1; bits <= lengths.Max(); bits++)
        {
            next <<= 1;
            for (int symbol = 0; symbol < lengths.Length; symbol++)
            {
                if (lengths[symbol] == bits)
                {
                    words[symbol] = Reversed(next++, bits);
                }
            }
        }

        return words;
    }

    private static int Reversed(int word, int bits)
    {
        int reversed = 0;
        for (int bit = 0; bit < bits; bit++)
        {
            reversed |= ((word >> bit) & 1) << (bits - 1 - bit);
        }

        return reversed;
    }
}
