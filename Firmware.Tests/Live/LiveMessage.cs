namespace NanoFirmware.Tests.Live;

/// <summary>
/// What senders of pixels send, byte by byte. A piece of picture is pixels of one red, the rest of each is 1 and 2.
/// </summary>
internal static class LiveMessage
{
    public const int DdpPush = 0x41;
    public const int DdpMore = 0x40;

    /// <summary>DDP: so many pixels of one red from a byte offset on.</summary>
    public static byte[] Ddp(int flags, int sequence, int offset, int pixels, int red)
    {
        var packet = new byte[10 + (pixels * 3)];
        packet[0] = (byte)flags;
        packet[1] = (byte)sequence;
        packet[2] = 0x0B;
        packet[3] = 1;
        packet[4] = (byte)(offset >> 24);
        packet[5] = (byte)(offset >> 16);
        packet[6] = (byte)(offset >> 8);
        packet[7] = (byte)offset;
        packet[8] = (byte)((pixels * 3) >> 8);
        packet[9] = (byte)(pixels * 3);
        Fill(packet, 10, pixels, red);
        return packet;
    }

    /// <summary>E1.31: a universe of 170 pixels.</summary>
    public static byte[] E131(int universe, int sequence, int priority, int sender, int red)
    {
        var packet = new byte[126 + 510];
        Root(packet, 4, 2, sender);
        packet[108] = (byte)priority;
        packet[111] = (byte)sequence;
        packet[113] = (byte)(universe >> 8);
        packet[114] = (byte)universe;
        packet[117] = 2;
        packet[118] = 0xA1;
        packet[122] = 1;
        packet[123] = 511 >> 8;
        packet[124] = 511 & 255;
        Fill(packet, 126, 170, red);
        return packet;
    }

    /// <summary>E1.31: what waits for that universe is to be shown.</summary>
    public static byte[] E131Sync(int universe, int sender)
    {
        var packet = new byte[49];
        Root(packet, 8, 1, sender);
        packet[45] = (byte)(universe >> 8);
        packet[46] = (byte)universe;
        return packet;
    }

    /// <summary>Art-Net: channels of a universe, three for each pixel.</summary>
    public static byte[] ArtDmx(int universe, int sequence, int pixels, int red)
    {
        byte[] packet = Art(0x5000, 18 + (pixels * 3));
        packet[12] = (byte)sequence;
        packet[14] = (byte)universe;
        packet[15] = (byte)(universe >> 8);
        packet[16] = (byte)((pixels * 3) >> 8);
        packet[17] = (byte)(pixels * 3);
        Fill(packet, 18, pixels, red);
        return packet;
    }

    /// <summary>Art-Net: a packet of that kind, zero behind its version.</summary>
    public static byte[] Art(int opCode, int length)
    {
        var packet = new byte[length];
        byte[] id = { 0x41, 0x72, 0x74, 0x2D, 0x4E, 0x65, 0x74, 0, (byte)opCode, (byte)(opCode >> 8), 0, 14 };
        Copy(id, packet, 0);
        return packet;
    }

    /// <summary>WLED: pixels from the first on.</summary>
    public static byte[] Drgb(int seconds, int pixels, int red)
    {
        var packet = new byte[2 + (pixels * 3)];
        packet[0] = 2;
        packet[1] = (byte)seconds;
        Fill(packet, 2, pixels, red);
        return packet;
    }

    /// <summary>Sound Sync, version 2: bands that rise by one from the first on, loudness 100.</summary>
    public static byte[] Sound(int frame, int firstBand, bool isPeak)
    {
        var packet = new byte[44];
        byte[] head = { 0x30, 0x30, 0x30, 0x30, 0x32, 0 };
        byte[] hundred = { 0, 0, 0xC8, 0x42 };
        Copy(head, packet, 0);
        Copy(hundred, packet, 12);
        packet[16] = (byte)(isPeak ? 1 : 0);
        packet[17] = (byte)frame;
        for (int i = 0; i < 16; i++)
        {
            packet[18 + i] = (byte)(firstBand + i);
        }

        return packet;
    }

    private static void Root(byte[] packet, int root, int framing, int sender)
    {
        byte[] preamble = { 0, 16, 0, 0, 0x41, 0x53, 0x43, 0x2D, 0x45, 0x31, 0x2E, 0x31, 0x37 };
        Copy(preamble, packet, 0);
        packet[21] = (byte)root;
        packet[22] = (byte)sender;
        packet[43] = (byte)framing;
    }

    private static void Fill(byte[] packet, int at, int pixels, int red)
    {
        for (int i = 0; i < pixels; i++, at += 3)
        {
            packet[at] = (byte)red;
            packet[at + 1] = 1;
            packet[at + 2] = 2;
        }
    }

    private static void Copy(byte[] from, byte[] to, int at)
    {
        for (int i = 0; i < from.Length; i++)
        {
            to[at + i] = from[i];
        }
    }
}
