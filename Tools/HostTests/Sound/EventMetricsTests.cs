using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class EventMetricsTests
{
    [TestMethod]
    public void Equal_lists_score_one()
    {
        Assert.AreEqual(1, EventMetrics.OnsetF(At(1, 2, 3), At(1, 2, 3)));
        Assert.AreEqual(1, EventMetrics.BeatF(At(6, 7, 8), At(6, 7, 8)));
    }

    [TestMethod]
    public void An_empty_list_scores_zero_on_either_side()
    {
        Assert.AreEqual(0, EventMetrics.OnsetF(At(), At(1)));
        Assert.AreEqual(0, EventMetrics.OnsetF(At(1), At()));
        Assert.AreEqual(0, EventMetrics.OnsetF(At(), At()));
    }

    [TestMethod]
    public void An_onset_fifty_milliseconds_off_is_a_hit_and_fifty_one_a_miss()
    {
        Assert.AreEqual(1, EventMetrics.OnsetF(At(1), At(1.05)));
        Assert.AreEqual(1, EventMetrics.OnsetF(At(1), At(0.95)));
        Assert.AreEqual(0, EventMetrics.OnsetF(At(1), At(1.051)));
        Assert.AreEqual(0, EventMetrics.OnsetF(At(1), At(0.949)));
    }

    [TestMethod]
    public void A_beat_seventy_milliseconds_off_is_a_hit_and_seventy_one_a_miss()
    {
        Assert.AreEqual(1, EventMetrics.BeatF(At(6), At(6.07)));
        Assert.AreEqual(0, EventMetrics.BeatF(At(6), At(5.929)));
    }

    [TestMethod]
    public void A_true_event_is_hit_only_once()
    {
        // Three estimates around one truth: precision 1/3, recall 1.
        Assert.AreEqual(0.5, EventMetrics.OnsetF(At(1), At(0.98, 1, 1.02)), 1e-12);

        // One estimate between two truths: precision 1, recall 1/2.
        Assert.AreEqual(2 / 3.0, EventMetrics.OnsetF(At(1, 1.04), At(1.02)), 1e-12);
    }

    [TestMethod]
    public void The_matching_is_as_large_as_it_can_be()
    {
        // The nearest pair (1.04 and 1.05) would leave 1.00 and 1.09 alone: two pairs are possible.
        Assert.AreEqual(2, EventMetrics.Matches(At(1.00, 1.04), At(1.05, 1.09), 0.05));

        // Every truth has an estimate just early, and one estimate is left over at the end.
        Assert.AreEqual(3, EventMetrics.Matches(At(1, 2, 3), At(0.97, 1.97, 2.97, 3.02), 0.05));
    }

    [TestMethod]
    public void Matching_agrees_with_trying_everything()
    {
        var random = new Random(5);
        for (int round = 0; round < 500; round++)
        {
            double[] truth = Times(random);
            double[] estimate = Times(random);
            int best = Best(truth, estimate, 0, 0);
            Assert.AreEqual(
                best, EventMetrics.Matches(truth, estimate, 0.05), $"{string.Join(' ', truth)} | {string.Join(' ', estimate)}");
        }
    }

    [TestMethod]
    public void Beats_before_five_seconds_are_left_out_on_both_sides()
    {
        Assert.AreEqual(1, EventMetrics.BeatF(At(1, 2, 3, 5, 6), At(0.5, 4.9, 5, 6)));
        Assert.AreEqual(0, EventMetrics.BeatF(At(1, 2), At(1, 2)));
    }

    [TestMethod]
    public void The_double_of_the_beat_scores_two_thirds()
    {
        double[] beats = Enumerable.Range(10, 20).Select(i => i * 0.6).ToArray();
        double[] twice = beats.Concat(beats.Select(beat => beat + 0.3)).OrderBy(beat => beat).ToArray();
        Assert.AreEqual(2 / 3.0, EventMetrics.BeatF(beats, twice), 1e-12);
    }

    private static double[] At(params double[] seconds) => seconds;

    private static double[] Times(Random random) =>
        Enumerable.Range(0, random.Next(7)).Select(_ => Math.Round(random.NextDouble() * 0.4, 3)).OrderBy(time => time).ToArray();

    // The largest matching, by trying for every truth each estimate that is free.
    private static int Best(double[] truth, double[] estimate, int at, int used)
    {
        if (at == truth.Length)
        {
            return 0;
        }

        int best = Best(truth, estimate, at + 1, used);
        for (int i = 0; i < estimate.Length; i++)
        {
            if ((used & (1 << i)) == 0 && Math.Abs(truth[at] - estimate[i]) <= 0.05 + 1e-9)
            {
                best = Math.Max(best, 1 + Best(truth, estimate, at + 1, used | (1 << i)));
            }
        }

        return best;
    }
}
