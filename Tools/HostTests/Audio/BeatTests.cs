using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class BeatTests
{
    [TestMethod]
    [DataRow(72.0)]
    [DataRow(107.0)]
    [DataRow(121.0)]
    [DataRow(165.0)]
    public void Clicks_give_their_tempo_and_beats_that_fall_on_them(double bpm)
    {
        var ears = new Ears();
        var options = new SongOptions { Groove = Groove.Click, Bpm = bpm, Seconds = 30, LeadInSeconds = 0.5 };
        var beats = new List<double>();
        int hop = 0;
        ears.Hear(new SongSource(options), 29, heard =>
        {
            hop++;
            if (heard.Beat && hop > 600)
            {
                beats.Add(hop / 60.0);
            }
        });

        Assert.AreEqual(bpm, ears.Heard.Bpm10 / 10.0, bpm * 0.02);
        Assert.IsTrue(ears.Heard.Confidence >= 128, $"confidence {ears.Heard.Confidence} after clicks alone");
        double[] truth = new Song(options).Truth.Beats.Where(beat => beat > 10.1 && beat < 28.9).ToArray();
        Assert.IsTrue(truth.All(beat => beats.Any(found => Math.Abs(found - beat) <= 0.07)), string.Join(' ', beats));
        Assert.AreEqual(truth.Length, beats.Count, 2);
    }

    [TestMethod]
    public void Steady_noise_has_no_onset_from_the_first_second_on()
    {
        foreach ((double levelDb, NoiseColour colour) in new[]
        {
            (-87.0, NoiseColour.White), (-70, NoiseColour.White), (-45, NoiseColour.Pink),
        })
        {
            int onsets = 0;
            new Ears().Hear(new NoiseSource(levelDb, colour, 3), 120, heard => onsets += heard.Onset ? 1 : 0);
            Assert.AreEqual(0, onsets, $"{colour} {levelDb} dBFS");
        }
    }

    [TestMethod]
    public void Without_a_beat_the_confidence_says_so()
    {
        var ears = new Ears();
        ears.Hear(new SineSource(440), 20);
        Assert.IsTrue(ears.Heard.Confidence < 128, $"{ears.Heard.Confidence}");
    }

    [TestMethod]
    [DataRow(100)]
    [DataRow(-100)]
    public void The_latency_moves_the_shown_beat_by_so_many_milliseconds(int latencyMs)
    {
        List<int> usual = BeatHops(0);
        List<int> moved = BeatHops(latencyMs);
        int[] shifts = moved.Where(hop => hop > 900 && hop < 1700)
            .Select(hop => usual.Select(other => hop - other).MinBy(shift => Math.Abs(shift - (latencyMs * 6 / 100)))).ToArray();
        Assert.IsTrue(shifts.Length > 10, $"only {shifts.Length} beats were found in both recordings");
        Assert.AreEqual(latencyMs * 0.06, shifts.Average(), 1);
    }

    [TestMethod]
    [DataRow(12)]
    [DataRow(4)]
    [DataRow(30)]
    public void A_beat_that_is_shown_early_is_shown_once_when_the_clock_finds_the_beats_anew(int untilBeat)
    {
        var ears = new Ears();
        ears.Spectrum.Controls.Set(AudioControls.LatencyIndex, -100);
        var song = new SongSource(new SongOptions { Groove = Groove.Click, Bpm = 100, Seconds = 60, LeadInSeconds = 0.5 });
        ears.Hear(song, 20);
        BeatClock clock = ClockOf(ears.Beats);
        int sinceShown = 0;
        while (sinceShown == 0 || clock.UntilBeat < 24 || clock.UntilBeat > 26)
        {
            ears.Hear(song, 1 / 60.0, heard => sinceShown = heard.Beat ? 1 : sinceShown);
        }

        clock.Start(36, 36 - untilBeat);
        int shown = 0;
        ears.Hear(song, (untilBeat + 3) / 60.0, heard => shown += heard.Beat ? 1 : 0);
        Assert.AreEqual(1, shown, $"the beat {untilBeat} hops after the clock began anew");
    }

    private static BeatClock ClockOf(BeatTracker beats) =>
        (BeatClock)typeof(BeatTracker).GetField("_clock", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(beats)!;

    private static List<int> BeatHops(int latencyMs)
    {
        var ears = new Ears();
        ears.Spectrum.Controls.Set(AudioControls.LatencyIndex, latencyMs);
        var hops = new List<int>();
        int hop = 0;
        ears.Hear(
            new SongSource(new SongOptions { Groove = Groove.Click, Bpm = 100, Seconds = 30, LeadInSeconds = 0.5 }), 29, heard =>
        {
            hop++;
            if (heard.Beat)
            {
                hops.Add(hop);
            }
        });
        return hops;
    }
}
