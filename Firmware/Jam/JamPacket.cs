namespace NanoFirmware.Jam;

/// <summary>A jam's messages in bytes, behind a head of eight; numbers of several bytes have the lowest first.</summary>
internal static partial class JamPacket
{
    /// <summary>First byte.</summary>
    public const int Mark = 0x4A;

    public const int Version = 1;

    /// <summary>Flag: its messages tell a whole state.</summary>
    public const int SnapshotFlag = 1;

    /// <summary>Mark; version, flags; room's checksum; sender; sequence; session time in ms, the lowest sixteen bits.</summary>
    public const int HeadBytes = 8;

    public const int Step = 1;
    public const int Colours = 2;
    public const int Transport = 3;
    public const int Track = 4;
    public const int Row = 5;
    public const int Hello = 6;
    public const int Bye = 7;
    public const int Ping = 8;
    public const int Pong = 9;
    public const int Digest = 10;
    public const int Ask = 11;

    /// <summary>Whoever wrote what follows; else the sender.</summary>
    public const int By = 12;

    /// <summary>
    /// Steps that one set one after the other: how many, the first one's stamp, then two bytes of each; each has the next stamp.
    /// Said where everybody told in his hello that he takes it.
    /// </summary>
    public const int Run = 13;

    /// <summary>Added to a note.</summary>
    public const int Note = 128;

    public const int StepBytes = 7;
    public const int RowBytes = 23;
    public const int TransportBytes = 12;
    public const int PingBytes = 6;
    public const int PongBytes = 14;
    public const int DigestBytes = 4;
    public const int HelloBytes = 7;

    /// <summary>Before the steps of a run.</summary>
    public const int RunHeadBytes = 5;

    /// <summary>Fewer steps go each by itself.</summary>
    public const int LeastRun = 4;

    public const int MostRun = 255;

    // CRC-16/CCITT-FALSE.
    private const int Polynomial = 0x1021;

    /// <summary>The checksum of a room's name.</summary>
    public static int RoomOf(string room)
    {
        int crc = 0xFFFF;
        for (int i = 0; i < room.Length; i++)
        {
            crc ^= room[i] << 8;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = ((crc & 0x8000) != 0 ? (crc << 1) ^ Polynomial : crc << 1) & 0xFFFF;
            }
        }

        return crc;
    }

    /// <summary>Whether it is one of that room, and not from <paramref name="own"/>.</summary>
    public static bool IsFor(byte[] packet, int at, int length, int room, int own) =>
        length > HeadBytes && packet[at] == Mark && packet[at + 1] >> 4 == Version
        && (packet[at + 2] | (packet[at + 3] << 8)) == room
        && packet[at + 4] != own && packet[at + 4] > 0 && packet[at + 4] < 255;

    public static void PutHead(byte[] packet, int at, int flags, int room, int sender, int sequence, int sessionMs)
    {
        packet[at] = Mark;
        packet[at + 1] = (byte)((Version << 4) | flags);
        LittleEndian.PutInt16(packet, at + 2, room);
        packet[at + 4] = (byte)sender;
        packet[at + 5] = (byte)sequence;
        LittleEndian.PutInt16(packet, at + 6, sessionMs);
    }
}
