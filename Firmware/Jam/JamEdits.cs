namespace NanoFirmware.Jam;

/// <summary>What one message or a list of them asks for, read and checked as a whole before anything of it is done.</summary>
internal sealed class JamEdits
{
    /// <summary>In the place of a cell: a part of the transport, −1 where it stays.</summary>
    public const int TransportPart = 2048;

    /// <summary>In the place of a cell: a part of the colours, −1 where it stays.</summary>
    public const int ColourPart = 4096;

    // A reset is eight rows and eight tracks; a body of 2 KB has no more than fifty other messages.
    private const int Most = 192;

    // What, value, origin, stamp, by; of a part its three values.
    private const int Ints = 6;

    private readonly int[] _all = new int[Most * Ints];

    /// <summary>How many.</summary>
    public int Count;

    /// <summary>False when there are too many.</summary>
    public bool Add(int what, int value, int originMs, int stamp, int by)
    {
        if (Count == Most)
        {
            return false;
        }

        int[] all = _all;
        int at = Count * Ints;
        all[at] = what;
        all[at + 1] = value;
        all[at + 2] = originMs;
        all[at + 3] = stamp;
        all[at + 4] = by;
        Count++;
        return true;
    }

    /// <summary>Adds a part of tempo and transport, or of the colours.</summary>
    public bool AddPart(int what, int one, int two, int three) => Add(what, one, two, three, 0);

    public int What(int index) => _all[index * Ints];

    public int Value(int index) => _all[(index * Ints) + 1];

    /// <summary>Of a part the second value.</summary>
    public int OriginMs(int index) => _all[(index * Ints) + 2];

    /// <summary>Of a part the third value.</summary>
    public int Stamp(int index) => _all[(index * Ints) + 3];

    public int By(int index) => _all[(index * Ints) + 4];
}
