using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>Confidence is what patterns choose by: 64 names a tempo, 128 is worth following.</summary>
[TestClass]
public class ConfidenceTests
{
    private const int Named = 64;
    private const int Trusted = 128;

    [TestMethod]
    [DataRow("silence")]
    [DataRow("white noise")]
    [DataRow("pink noise")]
    [DataRow("a babble")]
    [DataRow("one talker")]
    public void Where_no_music_plays_the_ears_trust_no_beat(string sound)
    {
        IAudioSource source = sound switch
        {
            "silence" => new ZeroSource(),
            "white noise" => new NoiseSource(-50, NoiseColour.White, 77),
            "pink noise" => new NoiseSource(-35, NoiseColour.Pink, 78),
            "a babble" => new SpeechSource(-30, 6, 79),
            _ => new SpeechSource(-30, 1, 80),
        };
        var confidences = new List<int>();
        new Ears().Hear(source, 180, heard => confidences.Add(heard.Confidence));
        Assert.IsTrue(confidences.Average() < Named, $"mean {confidences.Average():0}");
        Assert.IsTrue(
            confidences.Count(value => value >= Trusted) < confidences.Count / 10,
            $"{confidences.Count(value => value >= Trusted)} hops");
    }

    [TestMethod]
    [DataRow(Groove.House)]
    [DataRow(Groove.Rock)]
    [DataRow(Groove.Breakbeat)]
    [DataRow(Groove.OneDrop)]
    public void A_song_is_trusted_within_eight_seconds_and_stays_so(Groove groove)
    {
        var ears = new Ears();
        var source = new SongSource(
            new SongOptions { Groove = groove, Bpm = groove == Groove.OneDrop ? 76 : 112, Seconds = 40, Seed = 4242 });
        ears.Hear(source, 8);
        int trusted = 0;
        ears.Hear(source, 30, heard => trusted += heard.Confidence >= Trusted ? 1 : 0);
        Assert.IsTrue(trusted > 1700, $"{trusted} of 1800 hops");
    }

    [TestMethod]
    public void When_the_music_stops_the_confidence_goes_and_the_next_song_is_a_new_one()
    {
        var ears = new Ears();
        ears.Hear(new SongSource(new SongOptions { Bpm = 124, Seconds = 20 }), 20);
        Assert.IsTrue(ears.Heard.Confidence >= Trusted, $"{ears.Heard.Confidence} in the song");
        var quiet = new Ears.Shifted(new NoiseSource(NoiseSource.SelfNoiseDb), ears);
        ears.Hear(quiet, 15);
        Assert.IsTrue(ears.Heard.Confidence < Named, $"{ears.Heard.Confidence} after 15 s of silence");
        ears.Hear(new Ears.Shifted(new SongSource(new SongOptions { Bpm = 92, Seconds = 20, Groove = Groove.Rock }), ears), 12);
        Assert.AreEqual(92, ears.Heard.Bpm10 / 10.0, 3);
    }
}
