namespace NanoFirmware.Jam;

/// <content>The next packet, if one is due.</content>
internal sealed partial class JamFeed
{
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
}
