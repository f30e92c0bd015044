namespace NanoFirmware.Jam;

/// <content>Steps that were set together, as one message.</content>
internal sealed partial class JamFeed
{
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
        put = LittleEndian.PutInt24(packet, put + 2, stamp >> 8);
        for (int i = 0; i < count; i++)
        {
            int cell = log.What(index + i);
            packet[put] = (byte)cell;
            packet[put + 1] = (byte)state.Values[cell];
            put += 2;
        }

        return put;
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
}
