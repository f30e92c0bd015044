namespace NanoFirmware.Generator.Packing;

/// <summary>How deflate tells lengths and distances: a symbol, and bits behind it (RFC 1951, 3.2.5).</summary>
internal static class DeflateCodes
{
    internal const int Literals = 256;
    internal const int EndOfBlock = 256;
    internal const int Symbols = 286;
    internal const int Distances = 30;
    internal const int LeastLength = 3;
    internal const int MostLength = 258;
    internal const int Window = 32768;

    private static readonly int[] LengthBases =
        [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];

    private static readonly int[] DistanceBases =
    [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
        12289, 16385, 24577,
    ];

    /// <summary>The symbol of a length, from 257 on.</summary>
    internal static int LengthSymbol(int length) => Literals + 1 + Below(LengthBases, length);

    internal static int DistanceSymbol(int distance) => Below(DistanceBases, distance);

    /// <summary>Bits behind the symbol of a length: two more for every four symbols, and none for the longest.</summary>
    internal static int LengthBits(int symbol)
    {
        int at = symbol - Literals - 1;
        return at < 8 || at == LengthBases.Length - 1 ? 0 : (at / 4) - 1;
    }

    internal static int DistanceBits(int symbol) => symbol < 4 ? 0 : (symbol / 2) - 1;

    /// <summary>What those bits say.</summary>
    internal static int LengthRest(int length) => length - LengthBases[Below(LengthBases, length)];

    internal static int DistanceRest(int distance) => distance - DistanceBases[Below(DistanceBases, distance)];

    private static int Below(int[] bases, int value)
    {
        int at = Array.BinarySearch(bases, value);
        return at < 0 ? ~at - 1 : at;
    }
}

/// <summary>A byte as it is, where the distance is 0, or as many bytes again as stand that far before.</summary>
internal readonly record struct DeflateToken(int Length, int Distance);
