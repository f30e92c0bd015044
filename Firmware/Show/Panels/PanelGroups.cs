namespace NanoFirmware.Panels;

/// <summary>
/// Names for several panels: the halves are there, others are made. A group is a bit for each panel, from the left.
/// </summary>
internal sealed class PanelGroups
{
    /// <summary>How many of one's own there may be.</summary>
    public const int Most = 8;

    private const string All = "all";
    private const string LeftHalf = "left-half";
    private const string RightHalf = "right-half";

    private readonly string[] _names = new string[Most];
    private readonly int[] _masks = new int[Most];

    /// <summary>How many of one's own there are.</summary>
    public int Count;

    /// <summary>Name of one's own.</summary>
    public string NameOf(int group) => _names[group];

    /// <summary>Whether a name is one that is there anyway.</summary>
    public static bool IsGiven(string name) => name == All || name == LeftHalf || name == RightHalf;

    /// <summary>The panels of a group; 0 when there is none of that name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="count">How many panels there are.</param>
    public int Find(string name, int count)
    {
        int all = (1 << count) - 1;
        int left = (1 << ((count + 1) / 2)) - 1;
        switch (name)
        {
            case All:
                return all;
            case LeftHalf:
                return left;
            case RightHalf:
                return count > 1 ? all & ~((1 << (count / 2)) - 1) : all;
        }

        for (int i = 0; i < Count; i++)
        {
            if (_names[i] == name)
            {
                return _masks[i] & all;
            }
        }

        return 0;
    }

    /// <summary>
    /// Makes a group, makes it another one, or forgets it when it has no panels; false when there are too many.
    /// </summary>
    public bool TrySet(string name, int mask)
    {
        int at = 0;
        while (at < Count && _names[at] != name)
        {
            at++;
        }

        if (mask == 0)
        {
            Remove(at);
            return true;
        }

        if (at == Most)
        {
            return false;
        }

        _names[at] = name;
        _masks[at] = mask;
        Count = at == Count ? Count + 1 : Count;
        return true;
    }

    /// <summary>The same groups, to be changed.</summary>
    public PanelGroups Copy()
    {
        var copy = new PanelGroups();
        for (int i = 0; i < Count; i++)
        {
            copy.TrySet(_names[i], _masks[i]);
        }

        return copy;
    }

    /// <summary>The names of all groups in a row, for a sentence.</summary>
    public string Names
    {
        get
        {
            string names = All + ", " + LeftHalf + ", " + RightHalf;
            for (int i = 0; i < Count; i++)
            {
                names = names + ", " + _names[i];
            }

            return names;
        }
    }

    private void Remove(int group)
    {
        if (group < Count)
        {
            Count--;
            _names[group] = _names[Count];
            _masks[group] = _masks[Count];
        }
    }
}
