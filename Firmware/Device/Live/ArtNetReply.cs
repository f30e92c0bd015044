using System;

namespace NanoFirmware.Live;

/// <summary>
/// Art-Net's answer to "who is there" (ArtPollReply): one for each universe, so that controllers list the strips.
/// </summary>
internal sealed class ArtNetReply
{
    /// <summary>Bytes of it.</summary>
    public const int Bytes = 239;

    private const int ShortNameAt = 26;
    private const int ShortNameBytes = 18;
    private const int LongNameAt = 44;
    private const int LongNameBytes = 64;
    private const int ReportAt = 108;

    // "No product code of the list", and no manufacturer of ESTA's.
    private const int OemUnknown = 0x00FF;

    // Normal indicators, addresses set by the network.
    private const int Status1 = 0xD0;

    // 15-bit port addresses, its address by DHCP, and a page to set it up.
    private const int Status2 = 0x0F;

    private const int CanOutput = 0x80;
    private const int IsOutputting = 0x80;
    private const int Node = 0;

    private readonly byte[] _packet = new byte[Bytes];

    /// <param name="mac">The device's hardware address; null where it is not known.</param>
    public ArtNetReply(byte[] mac)
    {
        byte[] packet = _packet;
        Put(0, "Art-Net");
        packet[9] = 0x21;
        packet[14] = ArtNetPacket.Port & 0xFF;
        packet[15] = ArtNetPacket.Port >> 8;
        packet[20] = OemUnknown >> 8;
        packet[21] = OemUnknown & 0xFF;
        packet[23] = Status1;
        Put(ShortNameAt, Fitting("nanoFirmware", ShortNameBytes));
        Put(LongNameAt, Fitting("nanoFirmware " + Board.Version + ", .NET nanoFramework", LongNameBytes));
        Put(ReportAt, "#0001 [0000] ready");
        packet[173] = 1;
        packet[174] = CanOutput;
        packet[200] = Node;
        packet[212] = Status2;
        if (mac != null)
        {
            Array.Copy(mac, 0, packet, 201, mac.Length);
        }
    }

    /// <summary>The answer for one universe.</summary>
    /// <param name="address">The device's own, by which the asker reaches it: 4 bytes.</param>
    /// <param name="portAddress">Net, sub-net and universe.</param>
    /// <param name="bindIndex">Number of the answer, from 1 on.</param>
    /// <param name="isSending">Whether pixels come in.</param>
    public byte[] For(byte[] address, int portAddress, int bindIndex, bool isSending)
    {
        byte[] packet = _packet;
        Array.Copy(address, 0, packet, 10, address.Length);
        Array.Copy(address, 0, packet, 207, address.Length);
        packet[18] = (byte)(portAddress >> 8);
        packet[19] = (byte)((portAddress >> 4) & 0x0F);
        packet[182] = (byte)(isSending ? IsOutputting : 0);
        packet[190] = (byte)(portAddress & 0x0F);
        packet[211] = (byte)bindIndex;
        return packet;
    }

    private static string Fitting(string text, int room) => text.Length < room ? text : text.Substring(0, room - 1);

    // Our own texts are ASCII; a zero byte behind each is there already.
    private void Put(int at, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            _packet[at + i] = (byte)text[i];
        }
    }
}
