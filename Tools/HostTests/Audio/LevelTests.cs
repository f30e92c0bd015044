using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>The beat at its right level and place, in grooves that lead astray.</summary>
[TestClass]
public class LevelTests
{
    [TestMethod]
    [DataRow(Groove.House, 68.0)]
    [DataRow(Groove.House, 124.0)]
    [DataRow(Groove.Rock, 66.0)]
    [DataRow(Groove.Rock, 172.0)]
    [DataRow(Groove.Breakbeat, 170.0)]
    [DataRow(Groove.OneDrop, 72.0)]
    [DataRow(Groove.Clave, 104.0)]
    public void The_beat_is_neither_doubled_nor_halved_nor_beside(Groove groove, double bpm)
    {
        var ears = new Ears();
        var options = new SongOptions { Groove = groove, Bpm = bpm, Seconds = 40, Seed = 909, LeadInSeconds = 0.4 };
        double[] truth = new Song(options).Truth.Beats.Where(beat => beat is > 12 and < 38).ToArray();
        double[] beats = BeatsOf(ears, options).Where(beat => beat is > 11.9 and < 38.1).ToArray();
        int hits = truth.Count(beat => beats.Any(found => Math.Abs(found - beat) <= 0.07));
        Assert.IsTrue(hits >= 0.9 * truth.Length, $"{hits} of {truth.Length} beats hit");
        Assert.IsTrue(beats.Length <= 1.1 * truth.Length, $"{beats.Length} beats for {truth.Length}");
    }

    [TestMethod]
    [DataRow(120.0, 140.0)]
    [DataRow(100.0, 84.0)]
    public void A_new_tempo_is_followed_within_eight_seconds(double before, double after)
    {
        var ears = new Ears();
        var options = new SongOptions { Bpm = before, Seconds = 40, Seed = 31, TempoChanges = [new TempoChange(18, after)] };
        ears.Hear(new SongSource(options), 26);
        Assert.AreEqual(after, ears.Heard.Bpm10 / 10.0, after * 0.04);
    }

    [TestMethod]
    public void On_average_a_beat_is_shown_when_it_falls()
    {
        var errors = new List<double>();
        foreach (double bpm in new[] { 84.0, 111, 133, 160 })
        {
            var options = new SongOptions { Bpm = bpm, Seconds = 30, Seed = 5, LeadInSeconds = 0.37 };
            double[] truth = new Song(options).Truth.Beats.ToArray();
            errors.AddRange(
                BeatsOf(new Ears(), options).Where(beat => beat > 10).Select(
                    beat => beat - truth.MinBy(other => Math.Abs(other - beat))));
        }

        Assert.AreEqual(0, errors.Average(), 0.012, "s");
    }

    // Seconds at which the hop ends that calls a trusted beat.
    private static List<double> BeatsOf(Ears ears, SongOptions options)
    {
        var beats = new List<double>();
        int hop = 0;
        ears.Hear(new SongSource(options), options.Seconds, heard =>
        {
            hop++;
            if (heard.Beat && heard.Confidence >= 128)
            {
                beats.Add(hop / 60.0);
            }
        });
        return beats;
    }
}
