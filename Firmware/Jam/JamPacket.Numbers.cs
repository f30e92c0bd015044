namespace NanoFirmware.Jam;

/// <content>Numbers of two, three and four bytes.</content>
internal static partial class JamPacket
{
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
}
