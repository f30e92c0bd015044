using System.Buffers.Binary;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Imaging;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class PngWriterTests
{
    [TestMethod]
    public void A_picture_comes_back_as_it_went_in()
    {
        const int Width = 23;
        const int Height = 11;
        byte[] rgb = new byte[Width * Height * 3];
        new Random(1).NextBytes(rgb);

        (int width, int height, byte[] decoded) = PngReader.Decode(PngWriter.EncodeRgb(Width, Height, rgb));

        Assert.AreEqual(Width, width);
        Assert.AreEqual(Height, height);
        CollectionAssert.AreEqual(rgb, decoded);
    }

    [TestMethod]
    public void The_end_chunk_carries_the_checksum_of_the_specification()
    {
        byte[] png = PngWriter.EncodeRgb(1, 1, new byte[3]);

        Assert.AreEqual(0xAE426082u, BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(png.Length - 4)));
    }

    [TestMethod]
    public void Sides_and_bytes_that_disagree_are_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => PngWriter.EncodeRgb(2, 2, new byte[11]));
}
