using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>One datagram of TPM2.net (ledstyles.de): a piece of a frame, its number and how many there are.</summary>
internal sealed class Tpm2Packet
{
    /// <summary>UDP port.</summary>
    public const int Port = 65506;

    private const int Start = 0x9C;
    private const int DataType = 0xDA;
    private const int End = 0x36;
    private const int FirstDataAt = 6;

    /// <summary>Number of this piece, from 1 on.</summary>
    public int Packet;

    /// <summary>Pieces of a frame.</summary>
    public int Packets;

    /// <summary>Where the bytes begin in the datagram.</summary>
    public int DataAt;

    /// <summary>How many.</summary>
    public int DataBytes;

    /// <summary>Reads a datagram; false when it is none of this protocol, holds no pixels or is not whole.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public bool Read(byte[] packet, int length)
    {
        if (length <= FirstDataAt || packet[0] != Start || packet[1] != DataType)
        {
            return false;
        }

        DataBytes = BigEndian.Int16(packet, 2);
        Packet = packet[4];
        Packets = packet[5];
        DataAt = FirstDataAt;
        int end = FirstDataAt + DataBytes;
        return DataBytes > 0 && Packet > 0 && Packet <= Packets && end < length && packet[end] == End;
    }
}
