namespace NanoFirmware.Health;

/// <summary>Something that counts its own faults, and what the log calls them.</summary>
internal sealed class FaultSource
{
    private readonly int _code;
    private readonly int _argument;
    private readonly int _step;
    private int _seen;

    /// <param name="code">One of <see cref="EventCode"/>.</param>
    /// <param name="argument">The event's argument for none.</param>
    /// <param name="step">How much it grows with each.</param>
    public FaultSource(int code, int argument, int step)
    {
        _code = code;
        _argument = argument;
        _step = step;
    }

    /// <summary>Notes how many there were since the last call; true when there was any.</summary>
    public bool Note(int count, EventLog log, long nowMs)
    {
        int more = count - _seen;
        if (more == 0)
        {
            return false;
        }

        _seen = count;
        log.Note(_code, _argument + (_step * more), nowMs);
        return true;
    }
}
