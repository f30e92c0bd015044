using System;

namespace NanoFirmware.Jam;

/// <summary>A jam's messages in bytes, behind a head of eight; numbers of several bytes have the lowest first.</summary>
internal static class JamPacket
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
        PutTwo(packet, at + 2, room);
        packet[at + 4] = (byte)sender;
        packet[at + 5] = (byte)sequence;
        PutTwo(packet, at + 6, sessionMs);
    }

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

    /// <summary>Puts a cell; where it ends.</summary>
    public static int PutCell(byte[] packet, int at, int cell, int value, int originMs, int stamp)
    {
        if (cell < JamState.TrackCell)
        {
            packet[at] = Step;
            packet[at + 1] = (byte)(cell / JamState.Steps);
            packet[at + 2] = (byte)(cell & (JamState.Steps - 1));
            packet[at + 3] = (byte)value;
            return PutThree(packet, at + 4, stamp);
        }

        if (cell < JamState.ColourCell)
        {
            packet[at] = Track;
            packet[at + 1] = (byte)(cell - JamState.TrackCell);
            packet[at + 2] = (byte)(value >> 7);
            packet[at + 3] = (byte)(value & 127);
            return PutThree(packet, at + 4, stamp);
        }

        if (cell == JamState.ColourCell)
        {
            packet[at] = Colours;
            packet[at + 1] = (byte)(value & 3);
            packet[at + 2] = (byte)((value >> 2) & 15);
            packet[at + 3] = (byte)(value >> 6);
            return PutThree(packet, at + 4, stamp);
        }

        packet[at] = Transport;
        packet[at + 1] = (byte)(value & 1);
        PutTwo(packet, at + 2, value >> 8);
        PutFour(packet, at + 4, originMs);
        packet[at + 8] = (byte)((value >> 1) & 127);
        return PutThree(packet, at + 9, stamp);
    }

    /// <summary>Puts all steps of a track, which have one stamp; where they end.</summary>
    public static int PutRow(byte[] packet, int at, int track, int[] values, int stamp)
    {
        int first = track * JamState.Steps;
        int on = 0;
        for (int step = 0; step < JamState.Steps; step++)
        {
            int value = values[first + step];
            on |= (value >> 7) << step;
            packet[at + 4 + step] = (byte)(value & 127);
        }

        packet[at] = Row;
        packet[at + 1] = (byte)track;
        PutTwo(packet, at + 2, on);
        return PutThree(packet, at + 4 + JamState.Steps, stamp);
    }

    public static int Two(byte[] packet, int at) => packet[at] | (packet[at + 1] << 8);

    public static int Three(byte[] packet, int at) => Two(packet, at) | (packet[at + 2] << 16);

    public static int Four(byte[] packet, int at) => Three(packet, at) | (packet[at + 3] << 24);

    public static int PutTwo(byte[] packet, int at, int value)
    {
        packet[at] = (byte)value;
        packet[at + 1] = (byte)(value >> 8);
        return at + 2;
    }

    public static int PutThree(byte[] packet, int at, int value)
    {
        PutTwo(packet, at, value);
        packet[at + 2] = (byte)(value >> 16);
        return at + 3;
    }

    public static int PutFour(byte[] packet, int at, int value)
    {
        PutThree(packet, at, value);
        packet[at + 3] = (byte)(value >> 24);
        return at + 4;
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
