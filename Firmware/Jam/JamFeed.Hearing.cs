namespace NanoFirmware.Jam;

/// <content>What the others say of themselves, and whether one of them has our number.</content>
internal sealed partial class JamFeed
{
    private const int EchoMs = 1000;

    /// <summary>Whether somebody else in the room introduces himself by the number that this device has.</summary>
    public bool IsTwin(byte[] packet, int at, int length, long nowUs)
    {
        bool isHello = JamPacket.IsFor(packet, at, length, _session.RoomSum, 0) && packet[at + 4] == _session.Id
            && packet[at + JamPacket.HeadBytes] == JamPacket.Hello
            && JamPacket.Length(packet, at + JamPacket.HeadBytes, at + length) > 0;
        if (!isHello)
        {
            return false;
        }

        // What this device sent itself may come back.
        int hello = at + JamPacket.HeadBytes;
        int aheadMs = LittleEndian.Int32(packet, hello + 2) - _session.Clock.SessionMs(nowUs);
        byte[] name = TextCode.Utf8.GetBytes(_session.Names());
        bool isOwnName = name.Length == packet[hello + 6];
        for (int i = 0; isOwnName && i < name.Length; i++)
        {
            isOwnName = name[i] == packet[hello + JamPacket.HelloBytes + i];
        }

        return !isOwnName || aheadMs > EchoMs || aheadMs < -EchoMs;
    }

    /// <summary>Takes a message that is about no cell; false when it is none.</summary>
    public bool Hear(byte[] packet, int at, int sender, long nowUs)
    {
        switch (packet[at])
        {
            case JamPacket.Hello:
                return HearHello(packet, at, sender, nowUs);
            case JamPacket.Bye:
                if (_session.People.Remove(sender))
                {
                    _session.TellPeople();
                }

                return true;
            case JamPacket.Ping:
                HearPing(packet, at, sender, nowUs);
                return true;
            case JamPacket.Pong:
                HearPong(packet, at, sender, nowUs);
                return true;
            case JamPacket.Digest:
                HearDigest(LittleEndian.Int16(packet, at + 1), sender, (int)(nowUs / 1000));
                return true;
            case JamPacket.Ask:
                _snapshotCell = packet[at + 1] == _session.Id || IsLeaf ? 0 : _snapshotCell;
                return true;
            default:
                return false;
        }
    }
}
