namespace NanoFirmware.Jam;

/// <summary>What a message in bytes says about a cell, checked.</summary>
internal static class JamMessage
{
    private const int LastMode = 2;
    private const int LastRoot = 11;

    /// <summary>Added to a track in the place of a cell: all of its steps, with one stamp.</summary>
    public const int Row = 512;

    /// <summary>The cell, or a track's row; −1 when something in it is out of range.</summary>
    public static int Cell(byte[] packet, int at)
    {
        int one = packet[at + 1];
        switch (packet[at])
        {
            case JamPacket.Step:
                bool isStep = one < JamState.Tracks && packet[at + 2] < JamState.Steps && IsStep(packet[at + 3]);
                return isStep ? (one * JamState.Steps) + packet[at + 2] : -1;
            case JamPacket.Track:
                bool isTrack = one < JamState.Tracks && packet[at + 2] < 4 && packet[at + 3] <= JamState.MostVelocity;
                return isTrack ? JamState.TrackCell + one : -1;
            case JamPacket.Colours:
                bool areColours = one <= LastMode && packet[at + 2] <= LastRoot && packet[at + 3] < JamColours.Scales;
                return areColours ? JamState.ColourCell : -1;
            case JamPacket.Transport:
                bool isTransport = one < 2 && IsTempo(LittleEndian.Int16(packet, at + 2)) && IsSwing(packet[at + 8]);
                return isTransport ? JamState.TransportCell : -1;
            default:
                return one < JamState.Tracks && IsRow(packet, at) ? Row + one : -1;
        }
    }

    public static int Value(byte[] packet, int at)
    {
        switch (packet[at])
        {
            case JamPacket.Step:
                return packet[at + 3];
            case JamPacket.Track:
                return packet[at + 3] | (packet[at + 2] << 7);
            case JamPacket.Colours:
                return JamState.Colours(packet[at + 1], packet[at + 2], packet[at + 3]);
            default:
                return JamState.Transport(packet[at + 1] != 0, packet[at + 8], LittleEndian.Int16(packet, at + 2));
        }
    }

    public static int OriginMs(byte[] packet, int at) =>
        packet[at] == JamPacket.Transport ? LittleEndian.Int32(packet, at + 4) : 0;

    public static int Stamp(byte[] packet, int at)
    {
        switch (packet[at])
        {
            case JamPacket.Transport:
                return LittleEndian.Int24(packet, at + 9) & JamState.LastStamp;
            case JamPacket.Row:
                return LittleEndian.Int24(packet, at + 4 + JamState.Steps) & JamState.LastStamp;
            default:
                return LittleEndian.Int24(packet, at + 4) & JamState.LastStamp;
        }
    }

    public static bool IsTempo(int tempo100) => tempo100 >= JamState.LeastTempo * 100 && tempo100 <= JamState.MostTempo * 100;

    public static bool IsSwing(int swing) => swing >= JamState.LeastSwing && swing <= JamState.MostSwing;

    private static bool IsStep(int value) => (value & 127) <= JamState.MostVelocity;

    private static bool IsRow(byte[] packet, int at)
    {
        for (int step = 0; step < JamState.Steps; step++)
        {
            if (packet[at + 4 + step] > JamState.MostVelocity)
            {
                return false;
            }
        }

        return true;
    }
}
