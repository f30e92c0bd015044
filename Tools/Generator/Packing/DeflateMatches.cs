namespace NanoFirmware.Generator.Packing;

/// <summary>Where each place's next bytes stood before: for each length the nearest.</summary>
internal sealed class DeflateMatches
{
    private const int KeyBits = 24;

    private readonly DeflateToken[][] _found;

    internal DeflateMatches(byte[] text)
    {
        _found = new DeflateToken[text.Length][];
        int[] last = new int[1 << KeyBits];
        int[] before = new int[text.Length];
        Array.Fill(last, -1);
        for (int at = 0; at < text.Length; at++)
        {
            _found[at] = [];
            if (at + DeflateCodes.LeastLength <= text.Length)
            {
                int key = text[at] | (text[at + 1] << 8) | (text[at + 2] << 16);
                before[at] = last[key];
                last[key] = at;
                _found[at] = Find(text, at, before);
            }
        }
    }

    /// <summary>Longer and longer, farther and farther; each is the nearest of all lengths above the one before it.</summary>
    internal DeflateToken[] At(int place) => _found[place];

    private static DeflateToken[] Find(byte[] text, int at, int[] before)
    {
        var found = new List<DeflateToken>();
        int longest = DeflateCodes.LeastLength - 1;
        int limit = Math.Min(DeflateCodes.MostLength, text.Length - at);
        for (int from = before[at]; from >= 0 && at - from <= DeflateCodes.Window && longest < limit; from = before[from])
        {
            int length = text.AsSpan(at, limit).CommonPrefixLength(text.AsSpan(from, limit));
            if (length > longest)
            {
                longest = length;
                found.Add(new DeflateToken(length, at - from));
            }
        }

        return [.. found];
    }
}
