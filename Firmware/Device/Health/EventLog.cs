using NanoFirmware.Control;

namespace NanoFirmware.Health;

/// <summary>
/// The last 100 things that happened, as numbers; whoever asks gets sentences. Written by the supervisor alone, as far as the
/// controls let it.
/// </summary>
internal sealed class EventLog
{
    public const int Capacity = 100;

    // The code in the upper 8 bits, what it is about in the lower 24.
    private const int ArgumentBits = 24;
    private const int ArgumentMax = (1 << ArgumentBits) - 1;

    private readonly int[] _whats = new int[Capacity];
    private readonly int[] _seconds = new int[Capacity];

    private readonly MasterControls _master;

    /// <param name="master">Says what is noted.</param>
    public EventLog(MasterControls master) => _master = master;

    /// <summary>Events since start; the newest is number Count − 1, and the last <see cref="Capacity"/> are kept.</summary>
    public int Count;

    /// <summary>Notes an event.</summary>
    /// <param name="code">One of <see cref="EventCode"/>.</param>
    /// <param name="argument">What it is about, 0 to 16,777,215; more is cut to that.</param>
    /// <param name="nowMs">Time since start in ms.</param>
    public void Note(int code, int argument, long nowMs)
    {
        if (!IsWanted(code, argument))
        {
            return;
        }

        int at = Count % Capacity;
        int kept = argument < 0 ? 0 : argument;
        kept = kept > ArgumentMax ? ArgumentMax : kept;
        _whats[at] = (code << ArgumentBits) | kept;
        _seconds[at] = (int)(nowMs / 1000);
        Count++;
    }

    /// <summary>The oldest event that is still kept.</summary>
    public int First => Count > Capacity ? Count - Capacity : 0;

    public int CodeOf(int number) => _whats[number % Capacity] >> ArgumentBits;

    public int ArgumentOf(int number) => _whats[number % Capacity] & ArgumentMax;

    /// <summary>When it happened, in s since start.</summary>
    public int SecondOf(int number) => _seconds[number % Capacity];

    private bool IsWanted(int code, int argument)
    {
        int level = _master.Values[MasterControls.LogIndex];
        return level == MasterControls.LogAll || (level == MasterControls.LogFaults && EventCode.IsFault(code, argument));
    }
}
