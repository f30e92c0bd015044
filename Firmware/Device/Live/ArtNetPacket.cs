using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>
/// One datagram of Art-Net 4 (Artistic Licence): channels of one universe, a question who is there, or "show now".
/// </summary>
internal sealed class ArtNetPacket
{
    /// <summary>UDP port.</summary>
    public const int Port = 6454;

    /// <summary>Greatest number of net, sub-net and universe in one.</summary>
    public const int LastUniverse = 32767;

    private const int OpCodeAt = 8;
    private const int LeastVersion = 14;
    private const int FirstDataAt = 18;
    private const int HeaderBytes = 12;
    private const int MaxChannels = 512;

    private const int OpDmx = 0x5000;
    private const int OpPoll = 0x2000;
    private const int OpPollReply = 0x2100;
    private const int OpSync = 0x5200;

    private static readonly byte[] Id = { 0x41, 0x72, 0x74, 0x2D, 0x4E, 0x65, 0x74, 0 };

    /// <summary>1–255, or 0 when it is not counted.</summary>
    public int Sequence;

    /// <summary>0–32767: net, sub-net and universe in one.</summary>
    public int PortAddress;

    /// <summary>Where the first channel lies in the datagram.</summary>
    public int DataAt;

    /// <summary>Channels that are there, 0–512; a length that says one more than that is common.</summary>
    public int DataBytes;

    /// <summary>Reads a datagram and says what it is.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public ArtNetKind Read(byte[] packet, int length)
    {
        if (length < HeaderBytes || !HasId(packet))
        {
            return ArtNetKind.None;
        }

        int opCode = packet[OpCodeAt] | (packet[OpCodeAt + 1] << 8);
        if (opCode == OpPollReply)
        {
            return ArtNetKind.PollReply;
        }

        if (BigEndian.Int16(packet, 10) < LeastVersion)
        {
            return ArtNetKind.None;
        }

        switch (opCode)
        {
            case OpDmx:
                return ReadDmx(packet, length);
            case OpPoll:
                return ArtNetKind.Poll;
            case OpSync:
                return ArtNetKind.Sync;
            default:
                return ArtNetKind.None;
        }
    }

    private ArtNetKind ReadDmx(byte[] packet, int length)
    {
        if (length <= FirstDataAt)
        {
            return ArtNetKind.None;
        }

        Sequence = packet[12];
        PortAddress = packet[14] | ((packet[15] & 0x7F) << 8);
        int said = BigEndian.Int16(packet, 16);
        int present = length - FirstDataAt;
        DataAt = FirstDataAt;
        DataBytes = said < present ? said : present;

        // One byte more than there is, or an odd number, is what real senders say.
        return said > 0 && said <= MaxChannels && said <= present + 1 ? ArtNetKind.Dmx : ArtNetKind.None;
    }

    private static bool HasId(byte[] packet)
    {
        byte[] id = Id;
        for (int i = 0; i < id.Length; i++)
        {
            if (packet[i] != id[i])
            {
                return false;
            }
        }

        return true;
    }
}
