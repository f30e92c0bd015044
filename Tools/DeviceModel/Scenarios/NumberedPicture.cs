using System.Buffers.Binary;
using System.Text;
using NanoFirmware.Live;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// The numbered pictures of a lighting program, as each way of sending has them: the first pixels of each strip are the bits of
/// the number, bright for 1; all the others change with it and stay dark.
/// </summary>
internal sealed class NumberedPicture
{
    internal const int Numbers = 128;

    private const int Bits = 7;
    private const byte Bright = 200;

    // Of what is left of it behind gamma and half of the brightness.
    private const byte LeastBright = 24;

    private const int DdpPixels = 480;
    private const int UniversePixels = 170;
    private const int DnrgbPixels = 489;
    private const byte DdpPush = 0x41;
    private const byte DdpMore = 0x40;
    private const byte Dnrgb = 4;
    private const byte DnrgbSeconds = 2;
    private const int DmxOpCode = 0x5000;

    private static readonly byte[] Mask = [0x1B, 0x5A, 0xC3, 0x7E];

    private readonly int _number;
    private readonly byte[] _rgb;

    /// <summary>Picture so and so of as many pixels as both strips have.</summary>
    internal NumberedPicture(int index, int pixels)
    {
        _number = index % Numbers;
        _rgb = new byte[pixels * 3];
        for (int i = 0; i < _rgb.Length; i++)
        {
            _rgb[i] = (byte)((index + i) & 31);
        }

        for (int bit = 0; bit < Bits; bit++)
        {
            byte level = (byte)(((_number >> bit) & 1) * Bright);
            _rgb.AsSpan(bit * 3, 3).Fill(level);
            _rgb.AsSpan((pixels / 2 * 3) + (bit * 3), 3).Fill(level);
        }
    }

    /// <summary>The number of the picture that a strip took over.</summary>
    internal static int NumberOn(byte[] wire) =>
        Enumerable.Range(0, Bits).Sum(bit => wire.Length > bit * 3 && wire[bit * 3] >= LeastBright ? 1 << bit : 0);

    /// <summary>The datagrams of one picture, in their order, and the port they go to.</summary>
    internal (int Port, byte[][] Datagrams) By(string protocol) => protocol switch
    {
        "ddp" => (DdpPacket.Port, Pieces(DdpPixels, Ddp)),
        "e131" => (E131Packet.Port, Pieces(UniversePixels, E131)),
        "artnet" => (ArtNetPacket.Port, Pieces(UniversePixels, ArtNet)),
        "wled" => (WledPacket.Port, Pieces(DnrgbPixels, Wled)),
        _ => throw new ArgumentException($"unknown protocol {protocol}: use ddp, e131, artnet or wled"),
    };

    /// <summary>The request of WLED's JSON that sets a strip's pixels, the first half of the picture or the second.</summary>
    internal string Json(int strip)
    {
        var colours = new StringBuilder();
        int half = _rgb.Length / 2;
        for (int at = strip * half; at < (strip + 1) * half; at += 3)
        {
            colours.Append(at == strip * half ? "\"" : ",\"").Append(Convert.ToHexString(_rgb, at, 3)).Append('"');
        }

        return $"{{\"seg\":[{{\"id\":{strip},\"i\":[{colours}]}}]}}";
    }

    /// <summary>
    /// The messages of one picture to the WebSocket: in each a packet of DDP, masked as a browser does it.
    /// </summary>
    internal byte[][] Messages() => [.. Pieces(DdpPixels, Ddp).Select(Message)];

    /// <summary>The same as programs hand them to a client of theirs.</summary>
    internal byte[][] BareMessages() => Pieces(DdpPixels, Ddp);

    private static byte[] Message(byte[] packet)
    {
        byte[] message = new byte[8 + packet.Length];
        message[0] = 0x82;
        message[1] = 0x80 | 126;
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), (ushort)packet.Length);
        Mask.CopyTo(message, 4);
        for (int i = 0; i < packet.Length; i++)
        {
            message[8 + i] = (byte)(packet[i] ^ Mask[i & 3]);
        }

        return message;
    }

    private byte[][] Pieces(int pixels, Func<int, ReadOnlyMemory<byte>, bool, byte[]> make) =>
    [
        .. _rgb.Chunk(pixels * 3).Select((piece, i) => make(i, piece, (i + 1) * pixels * 3 >= _rgb.Length)),
    ];

    private byte[] Ddp(int piece, ReadOnlyMemory<byte> rgb, bool isLast)
    {
        byte[] packet = new byte[10 + rgb.Length];
        packet[0] = isLast ? DdpPush : DdpMore;
        packet[1] = (byte)(1 + (_number % 15));
        packet[2] = 0x0B;
        packet[3] = 1;
        BinaryPrimitives.WriteInt32BigEndian(packet.AsSpan(4), piece * DdpPixels * 3);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(8), (ushort)rgb.Length);
        rgb.CopyTo(packet.AsMemory(10));
        return packet;
    }

    private byte[] E131(int piece, ReadOnlyMemory<byte> rgb, bool isLast)
    {
        byte[] packet = new byte[126 + (UniversePixels * 3)];
        "\0\u0010\0\0ASC-E1.17"u8.CopyTo(packet);
        packet[21] = 4;
        packet[22] = 1;
        packet[43] = 2;
        packet[108] = 100;
        packet[111] = (byte)_number;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(113), (ushort)(1 + piece));
        packet[117] = 2;
        packet[118] = 0xA1;
        packet[122] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(123), 1 + (UniversePixels * 3));
        rgb.CopyTo(packet.AsMemory(126));
        return packet;
    }

    private byte[] ArtNet(int piece, ReadOnlyMemory<byte> rgb, bool isLast)
    {
        int channels = (rgb.Length + 1) & ~1;
        byte[] packet = new byte[18 + channels];
        "Art-Net\0"u8.CopyTo(packet);
        BinaryPrimitives.WriteUInt16LittleEndian(packet.AsSpan(8), DmxOpCode);
        packet[11] = 14;
        packet[12] = (byte)(1 + (_number % 255));
        packet[14] = (byte)piece;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(16), (ushort)channels);
        rgb.CopyTo(packet.AsMemory(18));
        return packet;
    }

    private static byte[] Wled(int piece, ReadOnlyMemory<byte> rgb, bool isLast)
    {
        byte[] packet = new byte[4 + rgb.Length];
        packet[0] = Dnrgb;
        packet[1] = DnrgbSeconds;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)(piece * DnrgbPixels));
        rgb.CopyTo(packet.AsMemory(4));
        return packet;
    }
}
