using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class SoundFileTests
{
    private const int RateHz = 44_100;

    private readonly string _folder = Directory.CreateTempSubdirectory("sound").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("flac")]
    [DataRow("ogg")]
    [DataRow("mp3")]
    [DataRow("m4a")]
    public void A_file_that_ffmpeg_decodes_is_heard_as_its_WAV_is(string kind)
    {
        string wav = Path.Combine(_folder, "a song.wav");
        File.WriteAllBytes(wav, WavWriter.Encode(RateHz, Tone(seconds: 2)));
        string encoded = Path.ChangeExtension(wav, kind);
        Encode(wav, encoded);

        using WavSource source = SoundFile.Open(encoded, loop: false);
        Assert.AreEqual(2, source.Duration.TotalSeconds, 0.1, $"the length of the {kind} file");
        var heard = new float[15_360];
        source.Read(0, heard.Length, heard);
        Assert.AreEqual(0.35, Math.Sqrt(heard.Average(sample => sample * sample)), 0.02, $"the loudness of the {kind} file");
    }

    [TestMethod]
    public void Nothing_decoded_is_left_behind()
    {
        string wav = Path.Combine(_folder, "a.wav");
        File.WriteAllBytes(wav, WavWriter.Encode(RateHz, Tone(seconds: 1)));
        string flac = Path.ChangeExtension(wav, "flac");
        Encode(wav, flac);
        int before = Decoded();
        SoundFile.Open(flac).Dispose();
        Assert.AreEqual(before, Decoded(), "decoded files in the folder for temporary ones");
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_named()
    {
        string path = Path.Combine(_folder, "none.mp3");
        var error = Assert.ThrowsExactly<AudioSourceException>(() => SoundFile.Open(path));
        StringAssert.Contains(error.Message, path);
        StringAssert.Contains(error.Message, "no such file");
    }

    [TestMethod]
    public void A_file_that_is_no_sound_says_so_in_one_line()
    {
        string path = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(path, "not a sound");
        var error = Assert.ThrowsExactly<AudioSourceException>(() => SoundFile.Open(path));
        StringAssert.Contains(error.Message, path);
        StringAssert.Contains(error.Message, "ffmpeg");
        Assert.IsFalse(error.Message.Contains('\n', StringComparison.Ordinal), error.Message);
    }

    private static float[] Tone(int seconds) =>
        Enumerable.Range(0, seconds * RateHz).Select(i => 0.5f * MathF.Sin(MathF.Tau * 440 * i / RateHz)).ToArray();

    private static int Decoded() => Directory.GetFiles(Path.GetTempPath(), "sound-*.wav").Length;

    private static void Encode(string wav, string encoded)
    {
        try
        {
            using Process process = Process.Start("ffmpeg", new[] { "-nostdin", "-v", "error", "-i", wav, encoded });
            process.WaitForExit();
            Assert.AreEqual(0, process.ExitCode, $"ffmpeg could not make {encoded}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Inconclusive("There is no ffmpeg on this machine: install it to play other files than WAV.");
        }
    }
}
