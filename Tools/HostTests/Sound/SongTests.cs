using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class SongTests
{
    private const int RateHz = 15_360;

    [TestMethod]
    public void The_default_song_is_a_whole_form_of_house_at_124()
    {
        var song = new Song(new SongOptions());
        Assert.AreEqual(32 * 4 * 60 / 124.0, song.Seconds, 1e-9);
        Assert.AreEqual(128, song.Truth.Beats.Count);
        Assert.AreEqual(32, song.Truth.Downbeats.Count);
        Assert.AreEqual("Intro Verse Chorus Break Chorus", string.Join(' ', song.Truth.Sections.Select(section => section.Name)));
        float[] mono = song.Render(RateHz);
        Assert.AreEqual(FullScale.Peak(-12), mono.Max(MathF.Abs), 0.001);
    }

    [TestMethod]
    public void The_same_options_give_the_same_samples_and_another_seed_another_song()
    {
        var options = new SongOptions { Seconds = 6, SnrDb = 10, JitterMs = 10 };
        CollectionAssert.AreEqual(new Song(options).Render(RateHz), new Song(options).Render(RateHz));
        CollectionAssert.AreNotEqual(new Song(options).Render(RateHz), new Song(options with { Seed = 2 }).Render(RateHz));
    }

    [TestMethod]
    [DataRow(Groove.House)]
    [DataRow(Groove.Rock)]
    [DataRow(Groove.Breakbeat)]
    [DataRow(Groove.OneDrop)]
    [DataRow(Groove.Clave)]
    [DataRow(Groove.Click)]
    public void Every_onset_of_the_truth_can_be_seen_in_the_sound(Groove groove)
    {
        var song = new Song(
            new SongOptions { Groove = groove, Seconds = 20, LeadInSeconds = 0.5, JitterMs = 10, Syncopation = 0.3, Seed = 3 });
        float[] mono = song.Render(RateHz);
        foreach (double onset in song.Truth.Onsets.Where(onset => onset < 19.9))
        {
            // 15 ms after against 15 ms before: in the level, where a bass shows, or in the first difference, where the rest
            // does.
            int at = (int)Math.Round(onset * RateHz);
            int width = RateHz * 15 / 1000;
            Span<float> before = mono.AsSpan(at - width, width);
            Span<float> after = mono.AsSpan(at, width);
            double rise = Math.Max(FullScale.RmsOf(after) / FullScale.RmsOf(before), Roughness(after) / Roughness(before));
            Assert.IsGreaterThan(1.15, rise, $"onset at {onset:F3} s of {groove}");
        }
    }

    [TestMethod]
    public void A_room_rings_after_the_last_note_for_its_time()
    {
        var options = new SongOptions { Groove = Groove.Click, Bpm = 60, Seconds = 1, LevelDb = -6 };
        float[] dry = new Song(options).Render(RateHz);
        float[] wet = new Song(options with { RoomSeconds = 0.4 }).Render(RateHz);
        Assert.IsLessThan(-80, LevelAt(dry, 0.3), "a click in the open air is over");

        // 60 dB in 0.4 s: 15 dB in every tenth of a second.
        Assert.AreEqual(15, LevelAt(wet, 0.15) - LevelAt(wet, 0.25), 3);
        Assert.AreEqual(15, LevelAt(wet, 0.25) - LevelAt(wet, 0.35), 3);
    }

    [TestMethod]
    public void Nothing_sounds_before_the_lead_in_is_over_or_in_a_pause()
    {
        var options = new SongOptions { LeadInSeconds = 1, Seconds = 14, Pauses = new[] { new Pause(6, 4) } };
        var song = new Song(options);
        float[] mono = song.Render(RateHz);
        Assert.IsLessThan(-85, FullScale.LevelDb(FullScale.RmsOf(mono.AsSpan(0, RateHz))));
        Assert.IsLessThan(
            -80, FullScale.LevelDb(FullScale.RmsOf(mono.AsSpan(6 * RateHz + RateHz / 10, 3 * RateHz + RateHz / 2))));
        Assert.IsFalse(
            song.Truth.Beats.Concat(song.Truth.Onsets).Any(time => time is < 1 or (>= 6 and < 10)),
            "something sounds in the lead-in or in the pause");
        Assert.IsTrue(song.Truth.Beats.Any(time => time >= 10), "nothing sounds after the pause");
    }

    [TestMethod]
    public void Noise_is_as_far_below_the_music_as_asked()
    {
        var options = new SongOptions { Seconds = 8, LevelDb = -20 };
        float[] clean = new Song(options).Render(RateHz);
        float[] noisy = new Song(options with { SnrDb = 10 }).Render(RateHz);
        float[] noise = clean.Zip(noisy, (a, b) => b - a).ToArray();
        Assert.AreEqual(10, Measure.Db(FullScale.RmsOf(clean) / FullScale.RmsOf(noise)), 0.2);
    }

    [TestMethod]
    public void Beats_follow_the_tempo_through_a_step_and_a_ramp()
    {
        var changes = new[] { new TempoChange(10, 150), new TempoChange(20, 90, OverSeconds: 10) };
        var song = new Song(new SongOptions { Bpm = 100, Seconds = 40, TempoChanges = changes });
        IReadOnlyList<double> beats = song.Truth.Beats;
        for (int i = 1; i < beats.Count; i++)
        {
            double bpm = 60 / (beats[i] - beats[i - 1]);
            double middle = (beats[i] + beats[i - 1]) / 2;
            double expected = song.Options.BpmAt(middle);
            bool isStep = Math.Abs(middle - 10) < 1;
            Assert.AreEqual(expected, bpm, isStep ? 51 : 0.6, $"at {middle:F2} s");
        }

        Assert.AreEqual(100, song.Options.BpmAt(9.99));
        Assert.AreEqual(150, song.Options.BpmAt(10));
        Assert.AreEqual(120, song.Options.BpmAt(25));
        Assert.AreEqual(90, song.Options.BpmAt(35));
    }

    [TestMethod]
    public void Jitter_moves_the_notes_and_not_the_beats()
    {
        var straight = new Song(new SongOptions { Groove = Groove.Click, Seconds = 60, LeadInSeconds = 0.5 });
        var loose = new Song(straight.Options with { JitterMs = 20 });
        CollectionAssert.AreEqual(straight.Truth.Beats.ToArray(), loose.Truth.Beats.ToArray());
        double[] misses = loose.Truth.Onsets.Zip(straight.Truth.Onsets, (a, b) => a - b).ToArray();
        Assert.AreEqual(0.020, Math.Sqrt(misses.Average(miss => miss * miss)), 0.004);
    }

    [TestMethod]
    public void Clicks_fall_on_the_beats_and_every_fourth_is_a_downbeat()
    {
        SongTruth truth = new Song(new SongOptions { Groove = Groove.Click, Bpm = 100, Seconds = 30, LeadInSeconds = 0.7 }).Truth;
        CollectionAssert.AreEqual(truth.Onsets.ToArray(), truth.Beats.ToArray());
        CollectionAssert.AreEqual(truth.Beats.Where((_, i) => i % 4 == 0).ToArray(), truth.Downbeats.ToArray());
        for (int beat = 0; beat < truth.Beats.Count; beat++)
        {
            Assert.AreEqual(0.7 + beat * 0.6, truth.Beats[beat], 1e-9);
        }
    }

    [TestMethod]
    public void Full_swing_puts_the_off_eighth_on_the_third_of_a_triplet()
    {
        var song = new Song(new SongOptions { Bpm = 120, Seconds = 8, Swing = 1 });
        Assert.IsTrue(
            song.Truth.Onsets.Any(onset => Math.Abs(onset - 1 / 3.0) < 1e-9), "no off-eighth lies on the third of the triplet");
        Assert.IsFalse(
            song.Truth.Onsets.Any(onset => Math.Abs(onset - 0.25) < 1e-9), "an off-eighth lies where it does without swing");
    }

    [TestMethod]
    public void Syncopation_moves_notes_off_the_beat_and_leaves_the_beat()
    {
        var straight = new Song(new SongOptions { Groove = Groove.Rock, Seconds = 30 });
        var syncopated = new Song(straight.Options with { Syncopation = 1 });
        CollectionAssert.AreEqual(straight.Truth.Beats.ToArray(), syncopated.Truth.Beats.ToArray());
        CollectionAssert.AreNotEqual(straight.Truth.Onsets.ToArray(), syncopated.Truth.Onsets.ToArray());
    }

    private static double LevelAt(float[] mono, double seconds) =>
        FullScale.LevelDb(FullScale.RmsOf(mono.AsSpan((int)(seconds * RateHz), RateHz / 20)));

    private static double Roughness(ReadOnlySpan<float> signal)
    {
        double sum = 0;
        for (int i = 1; i < signal.Length; i++)
        {
            double step = signal[i] - signal[i - 1];
            sum += step * step;
        }

        return Math.Sqrt(sum);
    }
}
