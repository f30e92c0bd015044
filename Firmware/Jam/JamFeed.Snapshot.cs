namespace NanoFirmware.Jam;

/// <content>The whole state, for whoever comes or has missed something.</content>
internal sealed partial class JamFeed
{
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
        LittleEndian.PutInt16(packet, put + 1, _session.State.Digest);
        packet[put + 3] = (byte)_session.People.Count;
        return put + JamPacket.DigestBytes;
    }
}
