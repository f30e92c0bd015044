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

    /// <summary>Puts the packet that is due; its bytes, 0 for none.</summary>
    /// <param name="packet">Gets it.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="room">Bytes that there are, 100 at least.</param>
    /// <param name="nowUs">The clock.</param>
    public int Fill(byte[] packet, int at, int room, long nowUs)
    {
        int nowMs = (int)(nowUs / 1000);
        if (nowMs - _sentMs < BatchMs || (!IsLeaf && _session.Room == null && _byeSum == 0))
        {
            return 0;
        }

        lock (_session.Gate)
        {
            if (_byeSum != 0 && !IsLeaf)
            {
                return PutBye(packet, at, nowMs);
            }

            int end = at + (room < MostBytes ? room : MostBytes);
            int head = at + JamPacket.HeadBytes;
            _by = _session.Id;
            int put = IsLeaf ? head : PutPresence(packet, head, end, nowUs);
            bool isSnapshot = _snapshotCell != None;
            put = isSnapshot ? PutSnapshot(packet, put, end) : PutNews(packet, put, end);
            if (put == head)
            {
                return 0;
            }

            _sentMs = nowMs;
            _sequence++;
            JamPacket.PutHead(
                packet, at, isSnapshot ? JamPacket.SnapshotFlag : 0, _session.RoomSum, _session.Id, _sequence,
                _session.Clock.SessionMs(nowUs));
            return put - at;
        }
    }

    /// <summary>Whether an entry of the log is for this feed.</summary>
    public bool Carries(int index)
    {
        JamLog log = _session.Log;
        int source = log.Source(index);
        bool isOfNetwork = source != JamSession.Own && source < JamSession.FirstLeaf;

        bool goesBack = _tellsBack && log.What(index) < JamState.Cells;

        // A note has no stamp by which a network would know it again.
        bool isForeignNote = log.What(index) == JamLog.Note && isOfNetwork && !IsLeaf;
        return (source != Source || goesBack) && !isForeignNote;
    }

    private int PutNews(byte[] packet, int put, int end)
    {
        JamLog log = _session.Log;
        bool isAlone = !IsLeaf && _session.People.Count == 0;
        if (isAlone)
        {
            _cursor = log.Count;
            return put;
        }

        if (!log.Has(_cursor))
        {
            _cursor = log.Count;
            _snapshotCell = 0;
            return PutSnapshot(packet, put, end);
        }

        bool knowRuns = IsLeaf ? _knowsRuns : _session.People.KnowRuns;
        while (_cursor != log.Count && put + MostMessageBytes <= end)
        {
            int run = knowRuns ? RunAt(_cursor, (end - put - MostMessageBytes) / 2) : 0;
            if (run >= JamPacket.LeastRun)
            {
                put = PutRun(packet, put, _cursor, run);
                _cursor += run;
                continue;
            }

            put = Carries(_cursor) ? PutEntry(packet, put, _cursor) : put;
            _cursor++;
        }

        return put;
    }

    // So many steps from there on that one set one after the other: each has the next stamp.
    private int RunAt(int index, int most)
    {
        JamLog log = _session.Log;
        int[] stamps = _session.State.Stamps;
        most = most < JamPacket.MostRun ? most : JamPacket.MostRun;
        int count = 0;
        int next = 0;
        while (count < most && index != log.Count && Carries(index) && log.What(index) < JamState.TrackCell)
        {
            int stamp = stamps[log.What(index)];
            if (count > 0 && stamp != next)
            {
                break;
            }

            next = stamp + JamState.OneStamp;
            index++;
            count++;
        }

        return count;
    }

    private int PutRun(byte[] packet, int put, int index, int count)
    {
        JamLog log = _session.Log;
        JamState state = _session.State;
        int stamp = state.Stamps[log.What(index)];
        put = PutBy(packet, put, stamp & 255);
        packet[put] = JamPacket.Run;
        packet[put + 1] = (byte)count;
        put = JamPacket.PutThree(packet, put + 2, stamp >> 8);
        for (int i = 0; i < count; i++)
        {
            int cell = log.What(index + i);
            packet[put] = (byte)cell;
            packet[put + 1] = (byte)state.Values[cell];
            put += 2;
        }

        return put;
    }

    private int PutEntry(byte[] packet, int put, int index)
    {
        JamLog log = _session.Log;
        int what = log.What(index);
        if (what == JamLog.Note)
        {
            packet[put] = (byte)(JamPacket.Note + log.NoteOf(index));
            packet[put + 1] = (byte)log.VelocityOf(index);
            return put + 2;
        }

        if (what >= JamState.Cells)
        {
            return put;
        }

        JamState state = _session.State;
        int stamp = state.Stamps[what];
        put = PutBy(packet, put, stamp & 255);
        return JamPacket.PutCell(packet, put, what, state.Values[what], state.OriginMs, stamp >> 8);
    }

    private int PutBy(byte[] packet, int put, int by)
    {
        if (by == _by)
        {
            return put;
        }

        _by = by;
        packet[put] = JamPacket.By;
        packet[put + 1] = (byte)by;
        return put + 2;
    }

    // What was never written is everywhere as it is here.
    private int PutSnapshot(byte[] packet, int put, int end)
    {
        JamState state = _session.State;
        int cell = _snapshotCell;
        while (cell < JamState.Cells && put + MostMessageBytes + JamPacket.DigestBytes <= end)
        {
            int stamp = state.Stamps[cell];
            bool isRow = stamp != 0 && cell < JamState.TrackCell && (cell & (JamState.Steps - 1)) == 0
                && state.IsRow(cell / JamState.Steps, stamp);
            put = stamp == 0 ? put : PutBy(packet, put, stamp & 255);
            if (isRow)
            {
                put = JamPacket.PutRow(packet, put, cell / JamState.Steps, state.Values, stamp >> 8);
                cell += JamState.Steps;
                continue;
            }

            put = stamp == 0 ? put : JamPacket.PutCell(packet, put, cell, state.Values[cell], state.OriginMs, stamp >> 8);
            cell++;
        }

        _snapshotCell = cell;
        if (cell == JamState.Cells)
        {
            _snapshotCell = None;
            put = PutDigest(packet, put);
        }

        return put;
    }

    private int PutDigest(byte[] packet, int put)
    {
        packet[put] = JamPacket.Digest;
        JamPacket.PutTwo(packet, put + 1, _session.State.Digest);
        packet[put + 3] = (byte)_session.People.Count;
        return put + JamPacket.DigestBytes;
    }
}
