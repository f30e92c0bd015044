namespace NanoFirmware.Jam;

/// <content>How long each message is.</content>
internal static partial class JamPacket
{
    /// <summary>Bytes of the message that begins there; 0 when there is none, or not all of it.</summary>
    public static int Length(byte[] packet, int at, int end)
    {
        int kind = packet[at];
        int length = kind >= Note ? 2 : FixedLength(kind);
        if (kind == Hello && end - at >= HelloBytes)
        {
            length = HelloBytes + packet[at + 6];
        }

        if (kind == Run && end - at >= RunHeadBytes)
        {
            length = RunHeadBytes + (packet[at + 1] * 2);
        }

        return end - at >= length ? length : 0;
    }

    // Of what this version does not know, nothing that follows can be read: 255 is more than a packet has left.
    private static int FixedLength(int kind)
    {
        switch (kind)
        {
            case Step:
            case Colours:
            case Track:
                return 7;
            case Transport:
                return TransportBytes;
            case Row:
                return RowBytes;
            case Hello:
                return HelloBytes;
            case Run:
                return RunHeadBytes;
            case Bye:
                return 1;
            case Ping:
                return PingBytes;
            case Pong:
                return PongBytes;
            case Digest:
                return DigestBytes;
            case Ask:
            case By:
                return 2;
            default:
                return int.MaxValue;
        }
    }
}
