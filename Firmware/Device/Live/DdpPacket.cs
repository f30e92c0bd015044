using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>One datagram of the Distributed Display Protocol (http://3waylabs.com/ddp): pixels, and where they go.</summary>
internal sealed class DdpPacket
{
    /// <summary>UDP port.</summary>
    public const int Port = 4048;

    /// <summary>The flag of the last datagram of a picture.</summary>
    public const int PushFlag = 0x01;

    /// <summary>Bytes before the pixels, or before their time.</summary>
    public const int HeaderBytes = 10;

    private const int VersionMask = 0xC0;
    private const int Version1 = 0x40;
    private const int TimecodeFlag = 0x10;
    private const int AsideFlags = 0x0E;
    private const int TimecodeBytes = 4;

    // The type's bits are C R TTT SSS; customers set C, and nobody means anything by it.
    private const int KindMask = 0x38;
    private const int RgbwKind = 0x18;

    private const int LastDisplay = 249;
    private const int ControlId = 246;
    private const int AllId = 255;

    /// <summary>True when what has come so far is to be shown.</summary>
    public bool IsPush;

    /// <summary>True for questions, answers and what is to be stored: none of it is a picture.</summary>
    public bool IsAside;

    /// <summary>0–15; 0 for none with most senders.</summary>
    public int Sequence;

    public int Type;

    public int Destination;

    /// <summary>Where the first byte goes, in the sender's bytes.</summary>
    public int Offset;

    /// <summary>Where the pixels begin in the datagram.</summary>
    public int DataAt;

    /// <summary>Bytes of pixels.</summary>
    public int DataBytes;

    /// <summary>4 for red, green, blue and white, else 3.</summary>
    public int PixelBytes;

    /// <summary>True when the datagram is for displays: for this one or for all.</summary>
    public bool IsForDisplay =>
        Destination == AllId || (Destination > 0 && Destination <= LastDisplay && Destination != ControlId);

    /// <summary>
    /// Whether a datagram that begins with that byte may hold pixels: no question, no answer, nothing to be kept.
    /// </summary>
    public static bool IsPixels(int flags) => (flags & (VersionMask | AsideFlags)) == Version1;

    /// <summary>Reads a datagram; false when it is none of this protocol or not whole.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public bool Read(byte[] packet, int length)
    {
        if (length < HeaderBytes || (packet[0] & VersionMask) != Version1)
        {
            return false;
        }

        int flags = packet[0];
        IsPush = (flags & PushFlag) != 0;
        IsAside = (flags & AsideFlags) != 0;
        Sequence = packet[1] & 0x0F;
        Type = packet[2];
        Destination = packet[3];
        Offset = BigEndian.Int32(packet, 4);
        DataBytes = BigEndian.Int16(packet, 8);
        DataAt = (flags & TimecodeFlag) == 0 ? HeaderBytes : HeaderBytes + TimecodeBytes;
        PixelBytes = (Type & KindMask) == RgbwKind ? 4 : 3;

        // An offset beyond two gigabytes reads as a negative one.
        return Offset >= 0 && DataAt + DataBytes <= length;
    }
}
