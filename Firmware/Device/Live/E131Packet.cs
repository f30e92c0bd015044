using System;
using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>One datagram of E1.31, streaming ACN (ANSI E1.31-2018): up to 512 channels of one universe.</summary>
internal sealed class E131Packet
{
    /// <summary>UDP port.</summary>
    public const int Port = 5568;

    /// <summary>Where the sender's identity begins in the datagram.</summary>
    public const int CidAt = 22;

    /// <summary>Its length.</summary>
    public const int CidBytes = 16;

    /// <summary>Greatest number of a universe.</summary>
    public const int LastUniverse = 63999;

    private const int FirstDataAt = 126;
    private const int SyncBytes = 49;
    private const int LeastBytes = 44;
    private const int MaxPriority = 200;
    private const int MaxSlots = 513;

    private const int RootData = 4;
    private const int RootExtended = 8;
    private const int FramingData = 2;
    private const int FramingSync = 1;
    private const int FramingDiscovery = 2;

    private const int PreviewOption = 0x80;
    private const int TerminatedOption = 0x40;

    // Preamble 16, postamble 0, and the name of the protocol, "ASC-E1.17": sixteen bytes, compared eight at a time, since three
    // datagrams come in each frame.
    private const long PreambleFirst = 0x2D435341_00001000;
    private const long PreambleLast = 0x00000037_312E3145;

    /// <summary>0–200; who has more is shown. 100 is usual.</summary>
    public int Priority;

    /// <summary>The universe whose synchronization shows this; 0 for at once.</summary>
    public int SyncUniverse;

    /// <summary>0–255, counted by universe.</summary>
    public int Sequence;

    /// <summary>True for what is not meant for the stage.</summary>
    public bool IsPreview;

    /// <summary>True when this sender sends this universe no more.</summary>
    public bool IsTerminated;

    /// <summary>1–63999.</summary>
    public int Universe;

    /// <summary>0 for light; anything else is not ours.</summary>
    public int StartCode;

    /// <summary>Where the first channel lies in the datagram.</summary>
    public int DataAt;

    /// <summary>Channels, 0–512.</summary>
    public int DataBytes;

    /// <summary>Reads a datagram and says what it is.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public E131Kind Read(byte[] packet, int length)
    {
        if (length < LeastBytes || !HasPreamble(packet))
        {
            return E131Kind.None;
        }

        int root = BigEndian.Int32(packet, 18);
        int framing = BigEndian.Int32(packet, 40);
        if (root == RootData)
        {
            // An old draft announces universes under the root of data.
            return framing == FramingData ? ReadData(packet, length) : E131Kind.Discovery;
        }

        if (root != RootExtended)
        {
            return E131Kind.None;
        }

        if (framing == FramingSync)
        {
            return ReadSync(packet, length);
        }

        return framing == FramingDiscovery ? E131Kind.Discovery : E131Kind.None;
    }

    private E131Kind ReadSync(byte[] packet, int length)
    {
        if (length < SyncBytes)
        {
            return E131Kind.None;
        }

        Sequence = packet[44];
        SyncUniverse = BigEndian.Int16(packet, 45);
        return SyncUniverse > 0 && SyncUniverse <= LastUniverse ? E131Kind.Sync : E131Kind.None;
    }

    private E131Kind ReadData(byte[] packet, int length)
    {
        if (length < FirstDataAt || packet[117] != 2 || packet[118] != 0xA1 || BigEndian.Int16(packet, 119) != 0
            || BigEndian.Int16(packet, 121) != 1)
        {
            return E131Kind.None;
        }

        int slots = BigEndian.Int16(packet, 123);
        Priority = packet[108];
        SyncUniverse = BigEndian.Int16(packet, 109);
        Sequence = packet[111];
        IsPreview = (packet[112] & PreviewOption) != 0;
        IsTerminated = (packet[112] & TerminatedOption) != 0;
        Universe = BigEndian.Int16(packet, 113);
        StartCode = packet[125];
        DataAt = FirstDataAt;
        DataBytes = slots - 1;
        bool isInRange = Universe > 0 && Universe <= LastUniverse && Priority <= MaxPriority && SyncUniverse <= LastUniverse;
        bool isWhole = slots > 0 && slots <= MaxSlots && FirstDataAt + DataBytes <= length;
        return isInRange && isWhole ? E131Kind.Data : E131Kind.None;
    }

    private static bool HasPreamble(byte[] packet) =>
        BitConverter.ToInt64(packet, 0) == PreambleFirst && BitConverter.ToInt64(packet, 8) == PreambleLast;
}
