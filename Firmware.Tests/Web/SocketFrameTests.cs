using System;
using NanoFirmware.Web;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Web;

[TestClass]
public class SocketFrameTests
{
    private const int Most = 1024;

    [TestMethod]
    [DataRow(0)]
    [DataRow(5)]
    [DataRow(125)]
    [DataRow(126)]
    [DataRow(1024)]
    public void A_frame_is_read_where_it_stands_and_loses_its_mask(int length)
    {
        byte[] buffer = Masked(0x82, length, 3);
        var frame = new SocketFrame();

        Assert.AreEqual((int)FrameState.Incomplete, (int)frame.Read(buffer, 3, buffer.Length - 1, Most));
        Assert.AreEqual((int)FrameState.Complete, (int)frame.Read(buffer, 3, buffer.Length, Most));
        frame.Unmask(buffer);

        Assert.IsTrue(frame.IsFinal, "one frame");
        Assert.AreEqual(SocketFrame.Binary, frame.Opcode);
        Assert.AreEqual(length, frame.DataBytes);
        for (int i = 0; i < length; i++)
        {
            Assert.IsTrue(buffer[frame.DataAt + i] == (byte)(i * 7), "byte " + i.ToString());
        }
    }

    [TestMethod]
    [DataRow(0xC1, 5)]
    [DataRow(0x83, 5)]
    [DataRow(0x8B, 5)]
    [DataRow(0x09, 5)]
    [DataRow(0x89, 126)]
    public void A_frame_that_breaks_the_protocol_is_told(int first, int length)
    {
        byte[] buffer = Masked(first, length, 0);

        Assert.AreEqual((int)FrameState.Bad, (int)new SocketFrame().Read(buffer, 0, buffer.Length, Most));
    }

    [TestMethod]
    public void What_no_client_masked_and_what_is_too_long_is_not_taken()
    {
        byte[] bare = { 0x81, 2, 65, 66 };
        byte[] huge = { 0x82, 0xFF, 0, 0, 0, 0, 0, 0, 0, 9, 1, 2, 3, 4 };
        byte[] longer = Masked(0x82, 1025, 0);

        Assert.AreEqual((int)FrameState.Bad, (int)new SocketFrame().Read(bare, 0, bare.Length, Most));
        Assert.AreEqual((int)FrameState.TooLong, (int)new SocketFrame().Read(huge, 0, huge.Length, Most));
        Assert.AreEqual((int)FrameState.TooLong, (int)new SocketFrame().Read(longer, 0, longer.Length, Most));
    }

    [TestMethod]
    [DataRow(28, 2)]
    [DataRow(125, 2)]
    [DataRow(126, 0)]
    [DataRow(544, 0)]
    public void A_frame_of_ours_ends_where_its_bytes_begin(int length, int at)
    {
        var buffer = new byte[4];

        Assert.AreEqual(at, SocketFrame.Head(buffer, SocketFrame.Binary, length));
        Assert.IsTrue(buffer[at] == 0x82, "whole and binary");
        int told = buffer[at + 1] < 126 ? buffer[at + 1] : (buffer[2] << 8) | buffer[3];
        Assert.AreEqual(length, told);
    }

    [TestMethod]
    [DataRow("", "2jmj7l5rSw0yVb/vlWAYkK/YBwk=")]
    [DataRow("abc", "qZk+NkcGgWq6PiVxeFDCbJzQ2J0=")]
    [DataRow("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "hJg+RBw70m66rkqh+VEp5eVGcPE=")]
    [DataRow("dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")]
    public void Sha_1_is_the_standards(string text, string hash) =>
        Assert.AreEqual(hash, Convert.ToBase64String(Sha1.Of(TextCode.Utf8.GetBytes(text))));

    private static byte[] Masked(int first, int length, int at)
    {
        int head = length < 126 ? 2 : 4;
        byte[] mask = { 0x11, 0xA2, 0xF3, 0x44 };
        var buffer = new byte[at + head + 4 + length];
        buffer[at] = (byte)first;
        buffer[at + 1] = (byte)(0x80 | (length < 126 ? length : 126));
        if (head == 4)
        {
            buffer[at + 2] = (byte)(length >> 8);
            buffer[at + 3] = (byte)length;
        }

        for (int i = 0; i < 4; i++)
        {
            buffer[at + head + i] = mask[i];
        }

        for (int i = 0; i < length; i++)
        {
            buffer[at + head + 4 + i] = (byte)((i * 7) ^ mask[i & 3]);
        }

        return buffer;
    }
}
