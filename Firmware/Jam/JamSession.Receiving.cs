namespace NanoFirmware.Jam;

/// <content>What comes by a feed: whose it is, and whether it is for us.</content>
internal sealed partial class JamSession
{
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
}
