using System.Buffers.Binary;

namespace NanoFirmware.Generator.Packing;

/// <summary>
/// A gzip that takes its time: of all ways to tell a text the cheapest, in parts with code words of their own (the idea is
/// Zopfli's). Any browser unpacks it, and it is the same on every machine.
/// </summary>
internal static class GzipPacker
{
    private const int Passes = 3;
    private const int Probes = 9;
    private const int LeastTokens = 100;

    // No name, no time, slowest method, unknown system (RFC 1952).
    private static readonly byte[] Start = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF];

    internal static byte[] Pack(byte[] text)
    {
        byte[] end = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(end, Checksum(text));
        BinaryPrimitives.WriteInt32LittleEndian(end.AsSpan(4), text.Length);
        return [.. Start, .. Deflate(text), .. end];
    }

    // CRC-32 as RFC 1952 wants it.
    private static uint Checksum(byte[] text)
    {
        uint sum = uint.MaxValue;
        foreach (byte one in text)
        {
            sum ^= one;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
            }
        }

        return ~sum;
    }

    private static byte[] Deflate(byte[] text)
    {
        var path = new DeflatePath(text, new DeflateMatches(text));
        (int[] symbols, int[] distances) = Guess();
        List<DeflateToken[]> best = [path.Best(0, text.Length, symbols, distances)];
        for (int pass = 0; pass < Passes; pass++)
        {
            List<DeflateToken[]> parts = Parts([.. best.SelectMany(part => part)], text);
            int at = 0;
            for (int n = 0; n < parts.Count; n++)
            {
                int to = at + parts[n].Sum(token => token.Length);
                (symbols, distances) = DeflateBlock.Count(parts[n], text, at);
                parts[n] = path.Best(at, to, symbols, distances);
                at = to;
            }

            best = Bits(parts, text) < Bits(best, text) ? parts : best;
        }

        return Written(best, text);
    }

    // Before anything is known all is about as frequent.
    private static (int[] Symbols, int[] Distances) Guess()
    {
        int[] symbols = new int[DeflateCodes.Symbols];
        int[] distances = new int[DeflateCodes.Distances];
        Array.Fill(symbols, 1);
        Array.Fill(distances, 8);
        return (symbols, distances);
    }

    private static byte[] Written(List<DeflateToken[]> parts, byte[] text)
    {
        var bits = new BitWriter();
        int at = 0;
        for (int n = 0; n < parts.Count; n++)
        {
            (int[] symbols, int[] distances) = DeflateBlock.Count(parts[n], text, at);
            new DeflateBlock(symbols, distances).Write(bits, parts[n], text, at, n == parts.Count - 1);
            at += parts[n].Sum(token => token.Length);
        }

        return bits.ToArray();
    }

    private static int Bits(List<DeflateToken[]> parts, byte[] text)
    {
        int at = 0;
        int bits = 0;
        foreach (DeflateToken[] part in parts)
        {
            bits += Bits(part, text, at);
            at += part.Sum(token => token.Length);
        }

        return bits;
    }

    private static int Bits(ReadOnlySpan<DeflateToken> tokens, byte[] text, int at)
    {
        (int[] symbols, int[] distances) = DeflateBlock.Count(tokens, text, at);
        return new DeflateBlock(symbols, distances).Bits;
    }

    // Cut where two are cheaper than one, and each half again.
    private static List<DeflateToken[]> Parts(DeflateToken[] tokens, byte[] text)
    {
        int[] places = new int[tokens.Length + 1];
        for (int n = 0; n < tokens.Length; n++)
        {
            places[n + 1] = places[n] + tokens[n].Length;
        }

        int Cost(int from, int to) => Bits(tokens.AsSpan(from, to - from), text, places[from]);
        IEnumerable<DeflateToken[]> Cut(int from, int to)
        {
            int middle = Cheapest(from, to, Cost);
            return middle > 0 && Cost(from, middle) + Cost(middle, to) < Cost(from, to)
                ? Cut(from, middle).Concat(Cut(middle, to))
                : [tokens[from..to]];
        }

        return [.. Cut(0, tokens.Length)];
    }

    // Between some probes, and again between the neighbours of the best of them; 0 where it is too short to cut.
    private static int Cheapest(int from, int to, Func<int, int, int> cost)
    {
        if (to - from < 2 * LeastTokens)
        {
            return 0;
        }

        int low = from + LeastTokens;
        int high = to - LeastTokens;
        int best = 0;
        while (high - low > Probes)
        {
            int step = (high - low) / Probes;
            best = Enumerable.Range(0, Probes + 1).Select(n => low + (n * step)).MinBy(at => cost(from, at) + cost(at, to));
            low = Math.Max(low, best - step);
            high = Math.Min(high, best + step);
        }

        return best;
    }
}
