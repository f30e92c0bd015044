namespace NanoFirmware.Jam;

/// <content>What comes by a feed: whose it is, whether it is news, and what it says.</content>
internal sealed partial class JamSession
{
    // Two devices that began within so much of each other began together.
    private const int SameAgeMs = 300;

    /// <summary>Takes a packet that came by a feed.</summary>
    public void Receive(JamFeed feed, byte[] packet, int at, int length, long nowUs)
    {
        lock (Gate)
        {
            bool isLeaf = feed.Source >= FirstLeaf;
            bool isOwnNumber = length > JamPacket.HeadBytes && packet[at + 4] == Id;
            if (isOwnNumber && !isLeaf && Room != null && feed.IsTwin(packet, at, length, nowUs))
            {
                Rename(nowUs);
                return;
            }

            if (!JamPacket.IsFor(packet, at, length, RoomSum, Id) || (!isLeaf && Room == null))
            {
                Refused++;
                return;
            }

            int sender = packet[at + 4];
            bool isSnapshot = (packet[at + 1] & JamPacket.SnapshotFlag) != 0;
            int person = isLeaf ? -1 : People.Find(sender);
            if (person < 0 && !isLeaf)
            {
                feed.MeetStranger();
            }

            bool isNews = person < 0 || People.Hear(person, packet[at + 5], (int)(nowUs / 1000));
            if (isSnapshot && _isNew)
            {
                EndRecording();
                State.Forget();
                _isNew = false;
            }

            int before = Log.Count;
            Read(feed, packet, at + JamPacket.HeadBytes, at + length, sender, isNews, nowUs);
            Spread(before, feed.Source, nowUs);
        }
    }

    /// <summary>A newcomer's state counts less than that of those who are there.</summary>
    public bool TakesTimeOf(int sender, int sessionMs, long nowUs)
    {
        int aheadMs = sessionMs - Clock.SessionMs(nowUs);
        if (aheadMs > SameAgeMs)
        {
            bool isOwn = (State.Stamps[JamState.TransportCell] & 255) == Id && !_isNew;
            EndRecording();
            Clock.Adopt(aheadMs);
            if (isOwn && State.IsPlaying)
            {
                Edit(
                    JamState.TransportCell, State.Values[JamState.TransportCell], State.OriginMs + aheadMs, 0, 0, Own);
            }

            return _isNew;
        }

        return _isNew && aheadMs >= -SameAgeMs && sender < Id;
    }

    // What was written under the old number stays as it is: to whom a stamp belongs decides nothing but between equal ones.
    private void Rename(long nowUs)
    {
        do
        {
            Id = 1 + (int)((Id + (nowUs & 0xFFFF) + 1) % 254);
        }
        while (People.Knows(Id));
        TellPeople();
    }

    private void Read(JamFeed feed, byte[] packet, int at, int end, int sender, bool isNews, long nowUs)
    {
        int by = sender;
        while (at < end)
        {
            // Nearly all that a jam has to say.
            int kind = packet[at];
            int from = at;
            if (kind == JamPacket.Run && end - at > JamPacket.RunHeadBytes)
            {
                at = TakeRun(packet, at, end, by, feed);
            }
            else if (kind == JamPacket.Step)
            {
                at = State.TakeSteps(packet, at, end, by, Log, feed.Source);
            }

            if (at != from)
            {
                continue;
            }

            int length = JamPacket.Length(packet, at, end);
            if (length == 0)
            {
                Refused++;
                return;
            }

            if (kind == JamPacket.By)
            {
                by = packet[at + 1];
            }
            else if (kind >= JamPacket.Note)
            {
                TakeNote(packet, at, feed, isNews);
            }
            else if (kind <= JamPacket.Row)
            {
                TakeCells(packet, at, by, feed);
            }
            else if (!feed.Hear(packet, at, sender, nowUs))
            {
                Refused++;
            }

            at += length;
        }
    }

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
        int on = JamPacket.Two(packet, at + 2);
        stamp = stamp == 0 ? State.NextStamp() : stamp;
        for (int step = 0; step < JamState.Steps; step++)
        {
            int value = packet[at + 4 + step] | (((on >> step) & 1) * JamState.On);
            Edit(first + step, value, 0, stamp, by, feed.Source);
        }
    }
}
