namespace NanoFirmware.Panels;

/// <summary>Small pictures by name, red, green, blue row by row, as a screen would show them.</summary>
internal sealed class SpriteTable
{
    /// <summary>How many there may be.</summary>
    public const int Most = 16;

    /// <summary>Most pixels of one: across twelve panels of 8 × 8.</summary>
    public const int MostPixels = 768;

    public const string TooMany = "there are 16 sprites already: delete one first";

    private readonly Sprite[] _sprites = new Sprite[Most];

    /// <summary>How many there are.</summary>
    public int Count;

    /// <summary>Grows with every change.</summary>
    public int Version;

    public Sprite At(int index) => _sprites[index];

    /// <summary>The one of that name; null for none.</summary>
    public Sprite Find(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_sprites[i].Name == name)
            {
                return _sprites[i];
            }
        }

        return null;
    }

    /// <summary>Keeps a sprite, in place of one of the same name; false when there are too many.</summary>
    public bool TrySet(Sprite sprite)
    {
        int at = 0;
        while (at < Count && _sprites[at].Name != sprite.Name)
        {
            at++;
        }

        if (at == Most)
        {
            return false;
        }

        _sprites[at] = sprite;
        Version++;
        Count = at == Count ? Count + 1 : Count;
        return true;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Count = 0;
        Version++;
    }

    /// <summary>Forgets one; false when there is none of that name.</summary>
    public bool Remove(string name)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_sprites[i].Name == name)
            {
                Count--;
                _sprites[i] = _sprites[Count];
                Version++;
                return true;
            }
        }

        return false;
    }
}
