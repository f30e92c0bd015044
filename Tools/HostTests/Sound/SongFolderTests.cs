using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class SongFolderTests
{
    private const int RateHz = 15_360;

    private readonly string _folder = Directory.CreateTempSubdirectory("songs").FullName;

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void All_songs_are_heard_in_turn_and_over_and_over()
    {
        Write("b.wav", 0.5f);
        Write("a.wav", 0.25f);
        File.WriteAllText(Path.Combine(_folder, "cover.txt"), "no song");
        using var songs = new SongFolder(_folder);
        var heard = new float[RateHz / 4];
        var loudness = new List<double>();
        for (int quarter = 0; quarter < 16; quarter++)
        {
            songs.Read(quarter * heard.Length, RateHz, heard);
            loudness.Add(Math.Round(heard[heard.Length / 2], 2));
        }

        // A second of each.
        Assert.AreEqual(
            "0.25 0.25 0.25 0.25 0.5 0.5 0.5 0.5 0.25 0.25 0.25 0.25 0.5 0.5 0.5 0.5",
            string.Join(' ', loudness.Select(level => level.ToString(System.Globalization.CultureInfo.InvariantCulture))));
    }

    [TestMethod]
    public void A_folder_without_a_song_says_so()
    {
        File.WriteAllText(Path.Combine(_folder, "cover.txt"), "no song");
        var error = Assert.ThrowsExactly<AudioSourceException>(() => new SongFolder(_folder));
        StringAssert.Contains(error.Message, "nothing that can be played");
    }

    private void Write(string name, float level)
    {
        var tone = new float[RateHz];
        Array.Fill(tone, level);
        File.WriteAllBytes(Path.Combine(_folder, name), WavWriter.Encode(RateHz, tone));
    }
}
