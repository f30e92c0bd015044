using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class VectorSetTests
{
    private static readonly IReadOnlyList<TestVector> All = VectorSet.Make(isQuick: false);
    private static readonly SongOptions[] Songs = All.Where(vector => vector.Song != null).Select(vector => vector.Song!.Options)
        .ToArray();

    [TestMethod]
    public void The_recordings_are_the_same_every_time()
    {
        IReadOnlyList<TestVector> again = VectorSet.Make(isQuick: false);
        CollectionAssert.AreEqual(All.Select(vector => vector.Name).ToArray(), again.Select(vector => vector.Name).ToArray());
        CollectionAssert.AreEqual(All[5].Render(), again[5].Render());
    }

    [TestMethod]
    public void Another_seed_gives_other_recordings_of_the_same_rows()
    {
        IReadOnlyList<TestVector> others = VectorSet.Make(isQuick: false, firstSeed: 1000);
        CollectionAssert.AreEqual(All.Select(vector => vector.Row).ToArray(), others.Select(vector => vector.Row).ToArray());
        Assert.IsFalse(
            others.Any(other => other.Song != null && All.Any(vector => vector.Name == other.Name)),
            "another seed gave a recording of the same name");
    }

    [TestMethod]
    public void No_two_recordings_are_the_same()
    {
        Assert.AreEqual(Songs.Length, Songs.Select(song => song.Seed).Distinct().Count());
        Assert.AreEqual(All.Count, All.Select(vector => (vector.Row, vector.Name)).Distinct().Count());
    }

    [TestMethod]
    public void Tempos_stay_between_60_and_180_all_the_time()
    {
        foreach (SongOptions song in Songs)
        {
            for (double time = 0; time < song.Seconds; time++)
            {
                Assert.IsTrue(song.BpmAt(time) is >= 60 and <= 180, $"{song.BpmAt(time)} BPM");
            }
        }

        Assert.IsTrue(
            Songs.Any(song => song.Bpm < 65) && Songs.Any(song => song.Bpm > 170),
            "no song below 65 or none above 170 beats a minute");
    }

    [TestMethod]
    public void Every_condition_is_there()
    {
        foreach (double snrDb in new[] { double.PositiveInfinity, 20, 10, 0 })
        {
            foreach (double jitterMs in new double[] { 0, 10, 20 })
            {
                Assert.IsTrue(Songs.Any(song => song.SnrDb == snrDb && song.JitterMs == jitterMs), $"{snrDb} dB, {jitterMs} ms");
            }
        }

        Assert.IsTrue(Songs.Any(song => song.Swing > 0), "no song swings");
        Assert.IsTrue(Songs.Any(song => song.Syncopation > 0), "no song has syncopation");
        Assert.IsTrue(Songs.Any(song => song.Pauses.Count > 0), "no song has a pause");
        Assert.IsTrue(
            Songs.Any(song => song.TempoChanges.Any(change => change.OverSeconds == 0)), "no song changes its tempo at once");
        Assert.IsTrue(
            Songs.Any(song => song.TempoChanges.Any(change => change.OverSeconds > 0)), "no song changes its tempo by and by");
        Assert.AreEqual(-60, Songs.Min(song => song.LevelDb));
        Assert.AreEqual(-3, Songs.Max(song => song.LevelDb));
        Assert.AreEqual(3, All.Where(vector => vector.Song == null).Select(vector => vector.Row).Distinct().Count());
    }

    [TestMethod]
    public void The_quick_set_is_a_share_of_every_kind()
    {
        IReadOnlyList<TestVector> quick = VectorSet.Make(isQuick: true);
        Assert.IsLessThan(All.Count / 2, quick.Count);
        CollectionAssert.IsSubsetOf(
            quick.Select(vector => vector.Row).Distinct().ToArray(), All.Select(vector => vector.Row).Distinct().ToArray());
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(8)]
    public void Speech_like_noise_has_its_level_and_the_spectrum_of_talk(int talkers)
    {
        var signal = new float[20 * Hearing.SampleRateHz];
        new SpeechSource(-30, talkers, 3).Read(0, Hearing.SampleRateHz, signal);
        Assert.AreEqual(-30, FullScale.LevelDb(FullScale.RmsOf(signal)), 2);

        // Most of talk lies below 1 kHz: a first difference, which lifts the highs, loses by far.
        var difference = new float[signal.Length - 1];
        for (int i = 0; i < difference.Length; i++)
        {
            difference[i] = signal[i + 1] - signal[i];
        }

        Assert.IsLessThan(-3, Measure.Db(FullScale.RmsOf(difference) / FullScale.RmsOf(signal)));
    }
}
