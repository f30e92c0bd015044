namespace NanoHost.Rmt;

/// <summary>The symbols of one transmission, as far as they were encoded.</summary>
internal sealed class SymbolBuffer
{
    private uint[] _words = new uint[4608];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Words => _words.AsSpan(0, Count);

    public void Add(uint word)
    {
        if (Count == _words.Length)
        {
            Array.Resize(ref _words, Count * 2);
        }

        _words[Count++] = word;
    }

    /// <summary>Adds the symbol that lies <paramref name="back"/> before the end once more.</summary>
    public void Repeat(int back) => Add(_words[Count - back]);

    public void Clear() => Count = 0;

    /// <summary>Ticks of symbols <paramref name="first"/> to <paramref name="end"/> − 1.</summary>
    public long Ticks(int first, int end)
    {
        long ticks = 0;
        foreach (uint word in Words[first..Math.Min(end, Count)])
        {
            ticks += SymbolWord.Ticks(word);
        }

        return ticks;
    }

    /// <summary>Keeps what is out after <paramref name="ticks"/>, whole symbols.</summary>
    public void Cut(long ticks)
    {
        int kept = 0;
        for (long sent = 0; kept < Count; kept++)
        {
            sent += SymbolWord.Ticks(_words[kept]);
            if (sent > ticks)
            {
                break;
            }
        }

        Count = kept;
    }
}
