namespace NanoFirmware.Jam;

/// <content>A cell, or a row of steps, as a message.</content>
internal static partial class JamPacket
{
    /// <summary>Puts a cell; where it ends.</summary>
    public static int PutCell(byte[] packet, int at, int cell, int value, int originMs, int stamp)
    {
        if (cell < JamState.TrackCell)
        {
            packet[at] = Step;
            packet[at + 1] = (byte)(cell / JamState.Steps);
            packet[at + 2] = (byte)(cell & (JamState.Steps - 1));
            packet[at + 3] = (byte)value;
            return LittleEndian.PutInt24(packet, at + 4, stamp);
        }

        if (cell < JamState.ColourCell)
        {
            packet[at] = Track;
            packet[at + 1] = (byte)(cell - JamState.TrackCell);
            packet[at + 2] = (byte)(value >> 7);
            packet[at + 3] = (byte)(value & 127);
            return LittleEndian.PutInt24(packet, at + 4, stamp);
        }

        if (cell == JamState.ColourCell)
        {
            packet[at] = Colours;
            packet[at + 1] = (byte)(value & 3);
            packet[at + 2] = (byte)((value >> 2) & 15);
            packet[at + 3] = (byte)(value >> 6);
            return LittleEndian.PutInt24(packet, at + 4, stamp);
        }

        packet[at] = Transport;
        packet[at + 1] = (byte)(value & 1);
        LittleEndian.PutInt16(packet, at + 2, value >> 8);
        LittleEndian.PutInt32(packet, at + 4, originMs);
        packet[at + 8] = (byte)((value >> 1) & 127);
        return LittleEndian.PutInt24(packet, at + 9, stamp);
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
        LittleEndian.PutInt16(packet, at + 2, on);
        return LittleEndian.PutInt24(packet, at + 4 + JamState.Steps, stamp);
    }
}
