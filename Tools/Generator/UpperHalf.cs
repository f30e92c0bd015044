namespace NanoFirmware.Generator;

/// <summary>Names of the locals that hold an octave's last samples until a group of them is summed up.</summary>
internal sealed class UpperHalf
{
    private readonly int _octave;
    private readonly int _group;
    private int _base;
    private int _count;

    /// <summary>
    /// <paramref name="group"/> samples are summed at a time; a group of one or two knows the sample before it.
    /// </summary>
    internal UpperHalf(int octave, int group)
    {
        _octave = octave;
        _group = group;
    }

    internal string Base => Name(0);

    internal bool IsFull => _count == _group;

    internal void Restart() => (_base, _count) = (0, 0);

    internal string Next() => Name(++_count);

    /// <summary>The newest sample becomes the one before the next group.</summary>
    internal void Continue() => (_base, _count) = (_group > 2 ? 0 : (_base + _group) % (_group + 1), 0);

    internal string Squares() => string.Join(" + ", Enumerable.Range(1, _group).Select(n => $"({Name(n)} * {Name(n)})"));

    // Two products of neighbours at a time: b (a + c).
    internal string Lags() => _group switch
    {
        1 => $"{Name(1)} * {Name(0)}",
        2 => $"{Name(1)} * ({Name(0)} + {Name(2)})",
        _ => $"{Name(2)} * ({Name(1)} + {Name(3)})",
    };

    private string Name(int n) => $"h{_octave}n{(_base + n) % (_group + 1)}";
}
