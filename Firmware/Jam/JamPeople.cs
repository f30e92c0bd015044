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
    private readonly bool[] _knowRuns = new bool[Most];
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
    /// <param name="at">As <see cref="Find"/> says.</param>
    /// <param name="sequence">The packet's.</param>
    /// <param name="nowMs">The clock.</param>
    public bool Hear(int at, int sequence, int nowMs)
    {
        bool isNew = _sequences[at] != sequence;
        _sequences[at] = sequence;
        _heardMs[at] = nowMs;
        return isNew;
    }

    /// <summary>Whether all of them take <see cref="JamPacket.Run"/>.</summary>
    public bool KnowRuns
    {
        get
        {
            for (int i = 0; i < Count; i++)
            {
                if (!_knowRuns[i])
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Notes a name; true when it is another one than before.</summary>
    public bool Take(int id, string name, bool knowsRuns, int nowMs)
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
        _knowRuns[at] = knowsRuns;
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
        _knowRuns[at] = _knowRuns[Count];
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

    /// <summary>Who has that number; −1 for nobody.</summary>
    public int Find(int id)
    {
        int[] ids = _ids;
        int count = Count;
        for (int i = 0; i < count; i++)
        {
            if (ids[i] == id)
            {
                return i;
            }
        }

        return -1;
    }
}
