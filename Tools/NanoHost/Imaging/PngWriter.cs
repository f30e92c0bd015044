using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NanoHost.Imaging;

/// <summary>Writes pictures of 8-bit RGB as PNG (PNG specification, third edition: colour type 2, no interlace).</summary>
public static class PngWriter
{
    private const int BytesPerPixel = 3;

    private static readonly byte[] Signature = { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A };
    private static readonly uint[] CrcTable = BuildCrcTable();

    /// <summary>Encodes a picture and writes it to a file, which is replaced when it exists.</summary>
    /// <inheritdoc cref="EncodeRgb" path="/param"/>
    /// <exception cref="ArgumentException">The sides and the number of bytes do not agree.</exception>
    public static void WriteRgb(string path, int width, int height, ReadOnlySpan<byte> rgb) =>
        File.WriteAllBytes(path, EncodeRgb(width, height, rgb));

    /// <summary>Encodes a picture as a whole PNG file.</summary>
    /// <param name="width">Pixels in a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="rgb">width × height × 3 bytes: rows from the top, pixels from the left, red first.</param>
    /// <exception cref="ArgumentException">The sides and the number of bytes do not agree.</exception>
    public static byte[] EncodeRgb(int width, int height, ReadOnlySpan<byte> rgb)
    {
        if (width < 1 || height < 1 || (long)width * height * BytesPerPixel != rgb.Length)
        {
            throw new ArgumentException($"{width} × {height} pixels do not make {rgb.Length} bytes of RGB", nameof(rgb));
        }

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR", Header(width, height));
        WriteChunk(png, "IDAT", Deflate(width * BytesPerPixel, rgb));
        WriteChunk(png, "IEND", default);
        return png.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        byte[] header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a sample
        header[9] = 2; // truecolour; compression, filter and interlace methods stay 0
        return header;
    }

    private static byte[] Deflate(int rowBytes, ReadOnlySpan<byte> rgb)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            ReadOnlySpan<byte> above = new byte[rowBytes];
            Span<byte> sub = new byte[1 + rowBytes];
            Span<byte> up = new byte[1 + rowBytes];
            for (int at = 0; at < rgb.Length; at += rowBytes)
            {
                ReadOnlySpan<byte> row = rgb.Slice(at, rowBytes);
                deflater.Write(Filter(row, above, sub, up));
                above = row;
            }
        }

        return packed.ToArray();
    }

    // A row goes out as its difference to the left (filter 1) or to the row above (filter 2), whichever is the smaller sum:
    // the choice the specification recommends for truecolour.
    private static ReadOnlySpan<byte> Filter(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> sub, Span<byte> up)
    {
        sub[0] = 1;
        up[0] = 2;
        int subSum = 0;
        int upSum = 0;
        for (int i = 0; i < row.Length; i++)
        {
            byte left = i < BytesPerPixel ? (byte)0 : row[i - BytesPerPixel];
            sub[i + 1] = (byte)(row[i] - left);
            up[i + 1] = (byte)(row[i] - above[i]);
            subSum += Distance(sub[i + 1]);
            upSum += Distance(up[i + 1]);
        }

        return subSum < upSum ? sub : up;
    }

    private static int Distance(byte difference) => difference < 128 ? difference : 256 - difference;

    private static void WriteChunk(Stream png, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);

        byte[] name = Encoding.ASCII.GetBytes(type);
        png.Write(name);
        png.Write(data);

        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    private static uint[] BuildCrcTable()
    {
        uint[] table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
