namespace NanoFirmware.Jam;

/// <content>Message after message of a packet.</content>
internal sealed partial class JamSession
{
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
}
