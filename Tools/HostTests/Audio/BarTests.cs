using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Audio.Rooms;
using NanoFirmware.Bench.Audio.Songs;
using NanoFirmware.Bench.Audio;
using NanoHost.Audio;
using Groove = NanoFirmware.Bench.Audio.Songs.Groove;

namespace NanoFirmware.HostTests.Audio;

/// <summary>The first beat of the bar is told where something tells it, and only there.</summary>
[TestClass]
public sealed class BarTests
{
    private const double Seconds = 40;
    private const double HeardSeconds = 20;

    [TestMethod]
    public void In_a_waltz_every_third_beat_is_the_first() =>
        AssertBars(3, 132, new Groove("waltz", 80, 200) { BeatsPerBar = 3 }
            .With(Voice.Kick, "x...........").With(Voice.Bass, "x...........")
            .With(Voice.Chord, "....o...o...").With(Voice.Hat, "....o...o..."));

    [TestMethod]
    public void In_songs_in_four_four_bars_in_five_that_are_told_are_right()
    {
        var scores = new List<VectorScore>();
        var engine = new FirmwareEngine();
        for (int song = 0; song < 12; song++)
        {
            var groove = (NanoHost.Audio.Groove)(song % 3);
            var options = new SongOptions { Groove = groove, Bpm = 84 + (7 * song), Seconds = Seconds, Seed = 4100 + song };
            TestVector vector = TestVector.Of("bars", options);
            scores.Add(VectorScore.Of(vector, Hearing.Of(engine, vector.Render())));
        }

        double downbeatF = scores.Where(score => score.DownbeatF != null).Average(score => score.DownbeatF!.Value);
        double told = scores.Average(score => score.BarShare!.Value);
        Assert.IsTrue(downbeatF >= 0.8, $"F of the first beats is {downbeatF:0.00} where they are told");
        Assert.IsTrue(told >= 0.15, $"of {told:0.00} of the bars something is told");
    }

    [TestMethod]
    public void A_bare_click_has_no_bar()
    {
        var ears = new Ears();
        int told = 0;
        var clicks = new SongOptions { Groove = NanoHost.Audio.Groove.Click, Bpm = 112, Seconds = 60 };
        ears.Hear(new SongSource(clicks), 60, heard => told += heard.Bar >= 0 ? 1 : 0);
        Assert.AreEqual(0, told, "hops in which a bar is told");
    }

    [TestMethod]
    public void Without_a_beat_there_is_no_bar()
    {
        var ears = new Ears();
        ears.Hear(new NoiseSource(-40, NoiseColour.Pink, 4), 20, heard =>
        {
            Assert.AreEqual(-1, heard.Bar, "the bar in noise");
            Assert.AreEqual(0, heard.BarBeats, "its beats");
        });
    }

    private static void AssertBars(int beats, double bpm, Groove groove)
    {
        var song = new PlainSong(groove, bpm, 0.005, Seconds, 71);
        RoomHearing heard = RoomHearing.Of(Hearing.Quantise(song.Render()), 0);
        double downbeatF = heard.DownbeatF(song.Downbeats, HeardSeconds);
        Assert.IsTrue(downbeatF >= 0.9, $"F of the first beats is {downbeatF:0.00}");
        int highest = heard.After(HeardSeconds).Max(hop => hop.Bar);
        Assert.AreEqual(beats - 1, highest, "the last beat of the bar");
    }
}
