namespace NanoFirmware.Jam;

/// <summary>Notes on their way from whoever tells them, one at a time, to the one who plays them.</summary>
internal sealed class JamNotes : JamHearer
{
    // A power of two.
    private const int Places = 16;

    private readonly int[] _notes = new int[Places];

    /// <summary>Notes that were told.</summary>
    public int Count;

    /// <summary>Notes that were played.</summary>
    public int Played;

    /// <inheritdoc/>
    public override void Play(int note, int velocity)
    {
        // More in one hop than anybody could see.
        if (Count - Played < Places)
        {
            _notes[Count & (Places - 1)] = note | (velocity << 8);
            Count++;
        }
    }

    /// <summary>The next one; there must be one.</summary>
    public int Next()
    {
        int note = _notes[Played & (Places - 1)];
        Played++;
        return note;
    }
}
