namespace NanoFirmware.Jam;

/// <content>What is news of a message.</content>
internal sealed partial class JamSession
{
    private void TakeNote(byte[] packet, int at, JamFeed feed, bool isNews)
    {
        if (isNews)
        {
            Play((packet[at] & 127) | (packet[at + 1] << 8), feed.Source);
        }
    }

    private void TakeCells(byte[] packet, int at, int by, JamFeed feed)
    {
        int cell = JamMessage.Cell(packet, at);
        if (cell < 0)
        {
            Refused++;
            return;
        }

        int stamp = JamMessage.Stamp(packet, at);
        if (cell >= JamMessage.Row)
        {
            TakeRow(packet, at, cell - JamMessage.Row, stamp, by, feed);
            return;
        }

        Edit(cell, JamMessage.Value(packet, at), JamMessage.OriginMs(packet, at), stamp, by, feed.Source);
    }

    // Where it ends; where it begins when not all of it is there.
    private int TakeRun(byte[] packet, int at, int end, int by, JamFeed feed)
    {
        int next = at + JamPacket.RunHeadBytes + (packet[at + 1] * 2);
        if (next > end)
        {
            return at;
        }

        int stamp = packet[at + 2] | (packet[at + 3] << 8) | (packet[at + 4] << 16);
        by = stamp == 0 ? Id : by;
        stamp = stamp == 0 ? State.NextStamp() : stamp;
        Refused += State.TakeRun(packet, at, stamp, by, Log, feed.Source) == next ? 0 : 1;
        return next;
    }

    private void TakeRow(byte[] packet, int at, int track, int stamp, int by, JamFeed feed)
    {
        int first = track * JamState.Steps;
        int on = LittleEndian.Int16(packet, at + 2);
        stamp = stamp == 0 ? State.NextStamp() : stamp;
        for (int step = 0; step < JamState.Steps; step++)
        {
            int value = packet[at + 4 + step] | (((on >> step) & 1) * JamState.On);
            Edit(first + step, value, 0, stamp, by, feed.Source);
        }
    }
}
