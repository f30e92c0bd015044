namespace NanoFirmware.Network;

/// <summary>Whole numbers as networks write them, the greatest byte first.</summary>
internal static class BigEndian
{
    /// <summary>16 bits, 0–65535.</summary>
    public static int Int16(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];

    /// <summary>32 bits; from 2³¹ on it is negative.</summary>
    public static int Int32(byte[] bytes, int at) =>
        (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
}
