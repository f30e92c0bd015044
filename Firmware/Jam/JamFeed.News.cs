namespace NanoFirmware.Jam;

/// <content>What the log has that is not sent yet.</content>
internal sealed partial class JamFeed
{
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
}
