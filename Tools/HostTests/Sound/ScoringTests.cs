using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class ScoringTests
{
    private static readonly SongOptions Options = new() { Bpm = 120, Seconds = 30, LeadInSeconds = 0.5 };

    [TestMethod]
    public void Who_knows_the_truth_has_a_perfect_score()
    {
        VectorScore score = Score(Options, song => new Oracle(song.Truth.Beats, song.Truth.Onsets, _ => 120));
        Assert.AreEqual(1, score.BeatF);
        Assert.AreEqual(1, score.OnsetF);
        Assert.AreEqual(1, score.Accuracy1);
        Assert.AreEqual(1, score.Accuracy2);
        Assert.AreEqual(0, score.LockSeconds);
        Assert.IsNull(score.FalseOnsetsPerMinute);
    }

    [TestMethod]
    public void An_engine_that_hears_nothing_scores_nothing_and_never_locks()
    {
        VectorScore score = Score(Options, _ => new Oracle(Array.Empty<double>(), Array.Empty<double>(), _ => 0));
        Assert.AreEqual(0, score.BeatF);
        Assert.AreEqual(0, score.OnsetF);
        Assert.AreEqual(0, score.Accuracy2);
        Assert.IsNull(score.LockSeconds);
        Assert.AreEqual(30, ScoreSummary.Of(new[] { score }).LockSeconds, "never locked counts as the whole song");
    }

    [TestMethod]
    public void The_half_tempo_is_wrong_by_accuracy_one_and_right_by_two()
    {
        VectorScore score = Score(Options, song => new Oracle(song.Truth.Beats, song.Truth.Onsets, _ => 60));
        Assert.AreEqual(0, score.Accuracy1);
        Assert.AreEqual(1, score.Accuracy2);
    }

    [TestMethod]
    public void Beats_in_a_pause_count_neither_way_and_onsets_there_are_false()
    {
        SongOptions paused = Options with { Pauses = new[] { new Pause(12, 4) } };
        double[] inPause = { 12.5, 13, 13.5, 14, 14.5 };
        VectorScore score = Score(
            paused, song => new Oracle(song.Truth.Beats.Concat(inPause), song.Truth.Onsets.Concat(inPause), _ => 120));
        Assert.AreEqual(1, score.BeatF);
        Assert.IsLessThan(1.0, score.OnsetF!.Value);
    }

    [TestMethod]
    public void A_new_tempo_is_asked_for_five_seconds_after_its_step()
    {
        SongOptions stepped = Options with { TempoChanges = new[] { new TempoChange(15, 150) } };
        VectorScore prompt = Score(
            stepped, song => new Oracle(song.Truth.Beats, song.Truth.Onsets, time => time < 19.9 ? 120 : 150));
        Assert.AreEqual(1, prompt.Accuracy1);
        VectorScore stubborn = Score(stepped, song => new Oracle(song.Truth.Beats, song.Truth.Onsets, _ => 120));
        Assert.AreEqual(0.5, stubborn.Accuracy1, "two stretches before the step are right, two after it wrong");
    }

    [TestMethod]
    public void Onsets_in_noise_are_counted_by_the_minute()
    {
        TestVector noise = TestVector.Of("hiss", "white", 30, () => new NoiseSource(-60));
        double[] onsets = { 1, 2, 3, 4 };
        VectorScore score = VectorScore.Of(noise, Hearing.Of(new Oracle(Array.Empty<double>(), onsets, _ => 0), noise.Render()));
        Assert.AreEqual(8, score.FalseOnsetsPerMinute);
        Assert.IsNull(score.BeatF);
    }

    [TestMethod]
    public void An_event_counts_at_the_end_of_its_hop()
    {
        Hearing hearing = Hearing.Of(new Oracle(Enumerable.Repeat(0.001, 1), Array.Empty<double>(), _ => 0), new short[1024]);
        Assert.AreEqual(1 / 60.0, hearing.Beats.Single(), 1e-12);
    }

    [TestMethod]
    public void Clear_songs_and_rows_are_counted_apart()
    {
        var scores = new[]
        {
            Score(Options, song => new Oracle(song.Truth.Beats, song.Truth.Onsets, _ => 120), "good"),
            Score(Options with { JitterMs = 20 }, _ => new Oracle(Array.Empty<double>(), Array.Empty<double>(), _ => 0), "bad"),
        };
        EngineScore score = EngineScore.Of(scores);
        Assert.AreEqual(0.5, score.All.BeatF);
        Assert.AreEqual(1, score.BeatFClear);
        Assert.AreEqual(0.5, score.OnsetFClear);
        Assert.AreEqual("good bad", string.Join(' ', score.Rows.Select(row => row.Row)));
    }

    private static VectorScore Score(SongOptions options, Func<Song, IBeatEngine> engine, string row = "row")
    {
        TestVector vector = TestVector.Of(row, options);
        return VectorScore.Of(vector, Hearing.Of(engine(vector.Song!), new short[(int)(options.Seconds * Hearing.SampleRateHz)]));
    }

    /// <summary>Reports given events in the hops they fall into, whatever it hears.</summary>
    private sealed class Oracle : IBeatEngine
    {
        private readonly HashSet<int> _beats;
        private readonly HashSet<int> _onsets;
        private readonly Func<double, double> _bpm;
        private int _hop;

        internal Oracle(IEnumerable<double> beats, IEnumerable<double> onsets, Func<double, double> bpm)
        {
            _beats = beats.Select(HopOf).ToHashSet();
            _onsets = onsets.Select(HopOf).ToHashSet();
            _bpm = bpm;
        }

        public void Reset() => _hop = 0;

        public HopReport Process(ReadOnlySpan<short> hop)
        {
            int now = _hop++;
            return new HopReport(_onsets.Contains(now), _beats.Contains(now), _bpm(Hearing.TimeOf(now)), 1);
        }

        private static int HopOf(double seconds) => (int)(seconds / Hearing.HopSeconds);
    }
}
