namespace NanoFirmware.Jam;

/// <summary>
/// What was news in a jam, in the order in which it came: who carries it on keeps a place of his own in it. It says which cell,
/// and the state what is there by now, so that a cell that changed twice is told once as it is.
/// </summary>
internal sealed class JamLog
{
    /// <summary>Entries that are kept, a power of two: whoever is further behind gets the whole state.</summary>
    public const int Capacity = 256;

    /// <summary>In the place of a cell: a note that was played.</summary>
    public const int Note = 200;

    /// <summary>In the place of a cell: somebody came or went.</summary>
    public const int People = 201;

    /// <summary>Where in an entry its source begins, the feed that it came by; below are the cell and a note.</summary>
    public const int SourceShift = 24;

    private const int NoteShift = 8;
    private const int NoteBits = 0x3FFF;

    /// <summary>The entries; the newest is before <see cref="Count"/>.</summary>
    public readonly int[] Entries = new int[Capacity];

    /// <summary>Entries since the beginning.</summary>
    public int Count;

    /// <summary>Adds a cell.</summary>
    public void Add(int what, int source)
    {
        Entries[Count & (Capacity - 1)] = what | (source << SourceShift);
        Count++;
    }

    /// <summary>Adds a note: its number and, from the eighth bit on, its velocity.</summary>
    public void AddNote(int note, int source) =>
        Add(Note | ((note & 127) << NoteShift) | ((note >> 8) << (NoteShift + 7)), source);

    /// <summary>Whether the entry is still there.</summary>
    public bool Has(int index) => Count - index <= Capacity;

    /// <summary>A cell, or one of the above.</summary>
    public int What(int index) => Entries[index & (Capacity - 1)] & 255;

    /// <summary>Of a note its number.</summary>
    public int NoteOf(int index) => (Entries[index & (Capacity - 1)] >> NoteShift) & 127;

    /// <summary>Of a note how hard it was played, 0–127.</summary>
    public int VelocityOf(int index) => ((Entries[index & (Capacity - 1)] >> NoteShift) & NoteBits) >> 7;

    /// <summary>The feed that it came by; 0 for this device.</summary>
    public int Source(int index) => Entries[index & (Capacity - 1)] >> SourceShift;
}
