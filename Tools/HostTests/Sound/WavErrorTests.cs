using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class WavErrorTests
{
    [TestMethod]
    public void A_missing_file_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "none.wav");
        var error = Assert.ThrowsExactly<AudioSourceException>(() => new WavSource(path));
        Assert.AreEqual($"There is no file {path}.", error.Message);
    }

    [TestMethod]
    public void A_folder_is_not_a_song()
    {
        var error = Assert.ThrowsExactly<AudioSourceException>(() => new WavSource(Path.GetTempPath()));
        StringAssert.Contains(error.Message, "cannot be opened");
    }

    [TestMethod]
    public void An_empty_file_is_empty() =>
        Assert.AreEqual("test.wav is empty: it holds no bytes.", MessageFor(Array.Empty<byte>()));

    [TestMethod]
    public void Text_is_not_a_wav() =>
        Assert.AreEqual("test.wav is not a WAV file.", MessageFor(Encoding.ASCII.GetBytes("Once upon a time there was")));

    [TestMethod]
    [DataRow("OggS", "Ogg")]
    [DataRow("fLaC", "FLAC")]
    [DataRow("ID3\u0004", "MP3")]
    public void Another_kind_of_sound_file_is_recognised(string start, string kind) =>
        StringAssert.Contains(
            MessageFor(Encoding.ASCII.GetBytes(start + "0123456789")), $"it is an {kind} file".Replace("an FLAC", "a FLAC"));

    [TestMethod]
    [DataRow(2, "Microsoft ADPCM")]
    [DataRow(6, "A-law")]
    [DataRow(7, "mu-law")]
    [DataRow(0x55, "MP3")]
    [DataRow(0x1234, "format 0x1234")]
    public void A_compressed_file_says_how_it_is_compressed(int tag, string name) =>
        StringAssert.Contains(MessageFor(Wav.Build(tag, 44100, 1, 8, new byte[4])), $"is compressed ({name})");

    [TestMethod]
    public void A_file_without_samples_is_empty()
    {
        Assert.AreEqual(
            "test.wav is empty: it holds no samples.", MessageFor(Wav.Build(Wav.Pcm, 44100, 2, 16, Array.Empty<byte>())));
        Assert.AreEqual("test.wav is empty: it holds no samples.", MessageFor(Wav.Build(Wav.Pcm, 44100, 2, 16, new byte[3])));
    }

    [TestMethod]
    public void A_file_that_ends_in_its_header_is_empty()
    {
        byte[] file = Wav.Build(Wav.Pcm, 44100, 1, 16, Array.Empty<byte>());
        Assert.AreEqual("test.wav is empty: it holds no samples.", MessageFor(file[..36]));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(999)]
    [DataRow(800_000)]
    public void An_impossible_rate_is_refused(int rateHz) =>
        StringAssert.Contains(MessageFor(Wav.Build(Wav.Pcm, rateHz, 1, 16, new byte[4])), $"a sample rate of {rateHz} Hz");

    [TestMethod]
    public void Impossible_samples_are_refused()
    {
        StringAssert.Contains(MessageFor(Wav.Build(Wav.Pcm, 44100, 0, 16, new byte[4])), "0 channels do not fit");
        StringAssert.Contains(MessageFor(Wav.Build(Wav.Pcm, 44100, 1, 64, new byte[8])), "64-bit PCM");
        StringAssert.Contains(MessageFor(Wav.Build(Wav.IeeeFloat, 44100, 1, 16, new byte[4])), "16-bit float");
        StringAssert.Contains(MessageFor(Wav.Build(new byte[8], new byte[8])), "format chunk has 8 bytes");
    }

    [TestMethod]
    public void Every_cut_of_a_good_file_is_read_or_explained()
    {
        byte[] file = Wav.Build(Wav.Pcm, 44100, 2, 16, new byte[64], before: Wav.Chunk("LIST", new byte[5]));
        for (int length = 0; length < file.Length; length++)
        {
            try
            {
                using WavReader reader = Wav.Open(file[..length]);
                Assert.AreNotEqual(0, reader.FrameCount);
            }
            catch (AudioSourceException error)
            {
                StringAssert.StartsWith(error.Message, "test.wav is ");
            }
        }
    }

    private static string MessageFor(byte[] file) => Assert.ThrowsExactly<AudioSourceException>(() => Wav.Open(file)).Message;
}
