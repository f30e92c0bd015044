using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>Reads back the PNGs that the tools write: 8-bit RGB, filters 1 and 2.</summary>
internal static class PngReader
{
    internal static (int Width, int Height, byte[] Rgb) Decode(byte[] png)
    {
        int width = 0;
        int height = 0;
        using var packed = new MemoryStream();
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            string type = Encoding.ASCII.GetString(png, at + 4, 4);
            ReadOnlySpan<byte> data = png.AsSpan(at + 8, length);
            if (type == "IHDR")
            {
                width = BinaryPrimitives.ReadInt32BigEndian(data);
                height = BinaryPrimitives.ReadInt32BigEndian(data[4..]);
            }
            else if (type == "IDAT")
            {
                packed.Write(data);
            }

            at += 12 + length;
        }

        packed.Position = 0;
        return (width, height, Unfilter(width * 3, height, packed));
    }

    internal static byte[] PixelAt((int Width, int Height, byte[] Rgb) picture, int x, int y) =>
        picture.Rgb.AsSpan((y * picture.Width + x) * 3, 3).ToArray();

    private static byte[] Unfilter(int rowBytes, int height, Stream packed)
    {
        using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
        byte[] rgb = new byte[rowBytes * height];
        for (int y = 0; y < height; y++)
        {
            int filter = inflater.ReadByte();
            Span<byte> row = rgb.AsSpan(y * rowBytes, rowBytes);
            inflater.ReadExactly(row);
            for (int i = 0; i < rowBytes; i++)
            {
                row[i] += filter switch
                {
                    1 => i < 3 ? (byte)0 : row[i - 3],
                    2 => y == 0 ? (byte)0 : rgb[(y - 1) * rowBytes + i],
                    _ => throw new InvalidDataException($"filter {filter}"),
                };
            }
        }

        return rgb;
    }
}
