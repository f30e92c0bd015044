using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

/// <summary>Builds WAV files byte by byte, so that the reader is not tested with the writer.</summary>
internal static class Wav
{
    internal const int Pcm = 1;
    internal const int IeeeFloat = 3;

    internal static byte[] Build(
        int tag, int rateHz, int channels, int bits, byte[] data, uint? claimedBytes = null, byte[]? before = null) =>
        Build(Format(tag, rateHz, channels, bits), data, claimedBytes, before);

    internal static byte[] Build(byte[] format, byte[] data, uint? claimedBytes = null, byte[]? before = null)
    {
        byte[] chunks = Join(
            before ?? Array.Empty<byte>(), Chunk("fmt ", format), Ascii("data"), U32(claimedBytes ?? (uint)data.Length), data);
        return Join(Ascii("RIFF"), U32((uint)(chunks.Length + 4)), Ascii("WAVE"), chunks);
    }

    internal static byte[] Format(int tag, int rateHz, int channels, int bits) => Join(
        U16(tag), U16(channels), U32((uint)rateHz), U32((uint)(rateHz * channels * bits / 8)), U16(channels * bits / 8),
        U16(bits));

    internal static byte[] ExtensibleFormat(int subTag, int rateHz, int channels, int containerBits, int validBits) => Join(
        Format(0xFFFE, rateHz, channels, containerBits),
        U16(22),
        U16(validBits),
        U32(0),
        U16(subTag),
        new byte[] { 0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71 });

    /// <summary>A chunk, padded to an even length.</summary>
    internal static byte[] Chunk(string tag, byte[] body) =>
        Join(Ascii(tag), U32((uint)body.Length), body, new byte[body.Length % 2]);

    internal static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);

    internal static byte[] U32(uint value) => BitConverter.GetBytes(value);

    internal static byte[] Join(params byte[][] parts) => parts.SelectMany(part => part).ToArray();

    internal static WavReader Open(byte[] file) => new(new MemoryStream(file), "test.wav");

    internal static float[] ReadAll(byte[] file)
    {
        using WavReader reader = Open(file);
        var mono = new float[reader.FrameCount];
        Assert.AreEqual(mono.Length, reader.Read(0, mono));
        return mono;
    }

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);
}
