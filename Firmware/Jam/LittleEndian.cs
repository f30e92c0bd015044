namespace NanoFirmware.Jam;

/// <summary>Whole numbers as a jam's packets have them, the lowest byte first.</summary>
internal static class LittleEndian
{
    /// <summary>16 bits, 0–65535.</summary>
    public static int Int16(byte[] packet, int at) => packet[at] | (packet[at + 1] << 8);

    /// <summary>24 bits, 0–16777215.</summary>
    public static int Int24(byte[] packet, int at) => Int16(packet, at) | (packet[at + 2] << 16);

    /// <summary>32 bits; from 2³¹ on it is negative.</summary>
    public static int Int32(byte[] packet, int at) => Int24(packet, at) | (packet[at + 3] << 24);

    /// <summary>Writes 16 bits; where the next number goes.</summary>
    public static int PutInt16(byte[] packet, int at, int value)
    {
        packet[at] = (byte)value;
        packet[at + 1] = (byte)(value >> 8);
        return at + 2;
    }

    /// <summary>Writes 24 bits; where the next number goes.</summary>
    public static int PutInt24(byte[] packet, int at, int value)
    {
        PutInt16(packet, at, value);
        packet[at + 2] = (byte)(value >> 16);
        return at + 3;
    }

    /// <summary>Writes 32 bits; where the next number goes.</summary>
    public static int PutInt32(byte[] packet, int at, int value)
    {
        PutInt24(packet, at, value);
        packet[at + 3] = (byte)(value >> 24);
        return at + 4;
    }
}
