using NanoFirmware.Network;

namespace NanoFirmware.Live;

/// <summary>
/// One datagram of WLED's realtime UDP (wled00/udp.cpp): WARLS, DRGB, DRGBW, DNRGB or DNRGBW, by its first byte, then for how
/// many seconds it holds.
/// </summary>
internal sealed class WledPacket
{
    /// <summary>UDP port.</summary>
    public const int Port = 21324;

    /// <summary>A time that never ends.</summary>
    public const int ForEver = 255;

    private const int Warls = 1;
    private const int Drgb = 2;
    private const int Drgbw = 3;
    private const int Dnrgb = 4;
    private const int Dnrgbw = 5;

    private const int HeaderBytes = 2;
    private const int PlacedHeaderBytes = 4;
    private const int EntryBytes = 4;

    /// <summary>Seconds without another datagram until patterns come back, 1–254; 0 at once, 255 never.</summary>
    public int HoldSeconds;

    /// <summary>The pixel that the first one is for.</summary>
    public int FirstPixel;

    /// <summary>Where the pixels begin in the datagram.</summary>
    public int DataAt;

    /// <summary>Bytes of whole pixels.</summary>
    public int DataBytes;

    /// <summary>4 with white or with an index, else 3.</summary>
    public int PixelBytes;

    /// <summary>Reads a datagram and says what it is.</summary>
    /// <param name="packet">Its first <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    public WledKind Read(byte[] packet, int length)
    {
        if (length < HeaderBytes)
        {
            return WledKind.None;
        }

        int kind = packet[0];
        if (kind < Warls || kind > Dnrgbw)
        {
            return WledKind.None;
        }

        HoldSeconds = packet[1];
        bool isPlaced = kind >= Dnrgb;
        DataAt = isPlaced ? PlacedHeaderBytes : HeaderBytes;
        PixelBytes = kind == Drgb || kind == Dnrgb ? 3 : EntryBytes;
        FirstPixel = isPlaced && length >= PlacedHeaderBytes ? BigEndian.Int16(packet, 2) : 0;
        int pixels = length > DataAt ? (length - DataAt) / PixelBytes : 0;
        DataBytes = pixels * PixelBytes;
        if (pixels == 0)
        {
            return WledKind.KeepAlive;
        }

        return kind == Warls ? WledKind.Warls : WledKind.Row;
    }
}
