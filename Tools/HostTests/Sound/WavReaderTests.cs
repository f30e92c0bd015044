using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class WavReaderTests
{
    [TestMethod]
    public void Eight_bits_are_unsigned()
    {
        byte[] file = Wav.Build(Wav.Pcm, 8000, 1, 8, new byte[] { 0, 64, 128, 255 });
        AssertHolds(file, -1f, -0.5f, 0f, 127 / 128f);
    }

    [TestMethod]
    public void Sixteen_bits_are_exact()
    {
        byte[] data = Wav.Join(Wav.U16(0x8000), Wav.U16(0xFFFF), Wav.U16(0), Wav.U16(0x7FFF));
        AssertHolds(Wav.Build(Wav.Pcm, 44100, 1, 16, data), -1f, -1 / 32768f, 0f, 32767 / 32768f);
    }

    [TestMethod]
    public void Twenty_four_bits_are_exact()
    {
        var data = new byte[] { 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0xFF, 0xFF, 0x7F };
        AssertHolds(Wav.Build(Wav.Pcm, 48000, 1, 24, data), -1f, -1 / 8388608f, 1 / 8388608f, 8388607 / 8388608f);
    }

    [TestMethod]
    public void Thirty_two_bits_are_exact_to_a_float()
    {
        byte[] data = Wav.Join(Wav.U32(0x80000000), Wav.U32(0xC0000000), Wav.U32(1 << 20), Wav.U32(0x7FFFFFFF));
        AssertHolds(Wav.Build(Wav.Pcm, 96000, 1, 32, data), -1f, -0.5f, 1 / 2048f, 1f);
    }

    [TestMethod]
    public void Floats_of_both_sizes_are_exact_and_what_is_no_number_is_zero()
    {
        var values = new[] { -1.5, 0.1, double.NaN, double.PositiveInfinity };
        var expected = new[] { -1.5f, 0.1f, 0f, 0f };
        byte[] singles = values.SelectMany(value => BitConverter.GetBytes((float)value)).ToArray();
        byte[] doubles = values.SelectMany(BitConverter.GetBytes).ToArray();
        CollectionAssert.AreEqual(expected, Wav.ReadAll(Wav.Build(Wav.IeeeFloat, 44100, 1, 32, singles)));
        CollectionAssert.AreEqual(expected, Wav.ReadAll(Wav.Build(Wav.IeeeFloat, 44100, 1, 64, doubles)));
    }

    [TestMethod]
    public void The_extensible_header_names_its_format_in_the_sub_format()
    {
        byte[] pcm = Wav.Build(Wav.ExtensibleFormat(Wav.Pcm, 48000, 1, 24, 20), new byte[] { 0, 0, 0x40 });
        byte[] floats = Wav.Build(Wav.ExtensibleFormat(Wav.IeeeFloat, 48000, 1, 32, 32), BitConverter.GetBytes(0.25f));
        AssertHolds(pcm, 0.5f);
        AssertHolds(floats, 0.25f);
    }

    [TestMethod]
    public void Channels_are_mixed_by_their_mean()
    {
        byte[] frames = Wav.Join(Wav.U16(3), Wav.U16(6), Wav.U16(9), Wav.U16(30), Wav.U16(60), Wav.U16(90));
        AssertHolds(Wav.Build(Wav.Pcm, 22050, 3, 16, frames), 6 / 32768f, 60 / 32768f);
    }

    [TestMethod]
    public void Unknown_chunks_of_odd_length_are_skipped()
    {
        byte[] chunks = Wav.Join(Wav.Chunk("LIST", new byte[7]), Wav.Chunk("fact", new byte[4]), Wav.Chunk("id3 ", new byte[1]));
        AssertHolds(Wav.Build(Wav.Pcm, 44100, 1, 16, Wav.U16(0x4000), before: chunks), 0.5f);
    }

    [TestMethod]
    [DataRow(4000u)]
    [DataRow(0u)]
    [DataRow(0xFFFFFFFFu)]
    public void A_file_cut_short_is_read_as_far_as_it_goes(uint claimedBytes)
    {
        // Two whole frames, and one byte of a third.
        byte[] data = Wav.Join(Wav.U16(0x4000), Wav.U16(0x2000), new byte[] { 1 });
        AssertHolds(Wav.Build(Wav.Pcm, 44100, 1, 16, data, claimedBytes), 0.5f, 0.25f);
    }

    [TestMethod]
    public void What_follows_the_samples_is_not_played()
    {
        byte[] file = Wav.Join(Wav.Build(Wav.Pcm, 44100, 1, 16, Wav.U16(0x4000)), Wav.Chunk("LIST", new byte[20]));
        Assert.AreEqual(1, Wav.ReadAll(file).Length);
    }

    [TestMethod]
    public void A_long_file_can_be_read_from_any_place()
    {
        byte[] data = Enumerable.Range(0, 5000).SelectMany(Wav.U16).ToArray();
        using WavReader reader = Wav.Open(Wav.Build(Wav.Pcm, 8000, 1, 16, data));
        var mono = new float[3000];
        Assert.AreEqual(3000, reader.Read(1500, mono));
        Assert.AreEqual(1500 / 32768f, mono[0]);
        Assert.AreEqual(4499 / 32768f, mono[2999]);
        Assert.AreEqual(1, reader.Read(4999, mono));
        Assert.AreEqual(0, reader.Read(5000, mono));
        Assert.AreEqual(0.625, reader.Duration.TotalSeconds);
    }

    [TestMethod]
    public void The_writer_clips_and_its_files_are_read_back_exactly()
    {
        AssertHolds(WavWriter.Encode(15360, new[] { -2f, -0.5f, 3 / 32768f, 2f }), -1f, -0.5f, 3 / 32768f, 32767 / 32768f);
    }

    private static void AssertHolds(byte[] file, params float[] expected) =>
        CollectionAssert.AreEqual(expected, Wav.ReadAll(file));
}
