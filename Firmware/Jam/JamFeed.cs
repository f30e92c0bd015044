namespace NanoFirmware.Jam;

/// <summary>
/// One way by which a jam reaches others: what has to be sent there next. A carrier asks it now and then and gives what came to
/// <see cref="JamSession.Receive"/>; it needs nothing else. News waits for 50 ms and goes as one packet; none is ever dropped:
/// whoever is so late that the log has forgotten some gets the whole state.
/// </summary>
internal sealed partial class JamFeed
{
    /// <summary>A packet is never longer.</summary>
    public const int MostBytes = 1400;

    private const int BatchMs = 50;
    private const int None = -1;

    // What was told a client before may still be on its way when an edit of its own comes the other way.
    private const int OnItsWayMs = 2000;

    // Bytes of the longest message with whoever wrote it: a row.
    private const int MostMessageBytes = JamPacket.RowBytes + 2;

    private readonly JamSession _session;
    private int _cursor;
    private int _sentMs;
    private bool _tellsBack;
    private int _toldMs = -OnItsWayMs;
    private int _sequence;
    private int _snapshotCell = None;
    private int _by;
    private bool _knowsRuns;

    /// <param name="session">Whose.</param>
    /// <param name="source">Its number: what came by it does not go back, but to a client for whom it may have crossed others'
    /// news.</param>
    public JamFeed(JamSession session, int source)
    {
        _session = session;
        Source = source;
        _cursor = session.Log.Count;
    }

    public readonly int Source;

    /// <summary>A client's name, told by itself; null for none.</summary>
    public string Name;

    /// <summary>A client that sends bytes is told in bytes, else in texts.</summary>
    public bool SpeaksBytes;

    /// <summary>Whether it ends at one client: no clock, no digests, nobody else to carry on.</summary>
    public bool IsLeaf => Source >= JamSession.FirstLeaf;
}
