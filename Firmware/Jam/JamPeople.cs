namespace NanoFirmware.Jam;

/// <summary>Who else is in the room, as far as the network tells.</summary>
internal sealed class JamPeople
{
    public const int Most = 16;
    public const int MostNameBytes = 64;

    // Two keep-alives and a half.
    private const int GoneMs = 150000;

    private readonly int[] _ids = new int[Most];
    private readonly int[] _heardMs = new int[Most];
    private readonly int[] _sequences = new int[Most];
    private readonly string[] _names = new string[Most];

    public int Count;

    public string Name(int index) => _names[index];

    public bool Knows(int id) => Find(id) >= 0;

    /// <summary>The lowest of all identities, the own one among them: whose clock holds.</summary>
    public int First(int own)
    {
        int first = own;
        for (int i = 0; i < Count; i++)
        {
            first = _ids[i] < first ? _ids[i] : first;
        }

        return first;
    }

    /// <summary>Notes that somebody was heard; false when his packet is one that came before.</summary>
    public bool Hear(int id, int sequence, int nowMs)
    {
        int at = Find(id);
        if (at < 0)
        {
            return true;
        }

        bool isNew = _sequences[at] != sequence;
        _sequences[at] = sequence;
        _heardMs[at] = nowMs;
        return isNew;
    }

    /// <summary>Notes a name; true when it is another one than before.</summary>
    public bool Take(int id, string name, int nowMs)
    {
        int at = Find(id);
        if (at < 0 && Count == Most)
        {
            return false;
        }

        if (at < 0)
        {
            at = Count;
            Count++;
            _ids[at] = id;
            _names[at] = null;
            _sequences[at] = -1;
        }

        bool isOther = _names[at] != name;
        _names[at] = name;
        _heardMs[at] = nowMs;
        return isOther;
    }

    /// <summary>Forgets somebody; true when he was there.</summary>
    public bool Remove(int id)
    {
        int at = Find(id);
        if (at < 0)
        {
            return false;
        }

        Count--;
        _ids[at] = _ids[Count];
        _names[at] = _names[Count];
        _heardMs[at] = _heardMs[Count];
        _sequences[at] = _sequences[Count];
        _names[Count] = null;
        return true;
    }

    /// <summary>Forgets who has not been heard for long; true when there was one.</summary>
    public bool RemoveSilent(int nowMs)
    {
        for (int i = 0; i < Count; i++)
        {
            if (nowMs - _heardMs[i] > GoneMs)
            {
                return Remove(_ids[i]);
            }
        }

        return false;
    }

    public void Clear() => Count = 0;

    private int Find(int id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_ids[i] == id)
            {
                return i;
            }
        }

        return -1;
    }
}
