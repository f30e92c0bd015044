using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class BeatRaterTests
{
    private const float Period = 15f;
    private const int Even = 0;
    private const int Odd = 3;
    private const int EvenHalf = 6;
    private const int Low = 0;
    private const int Mid = 1;
    private const int High = 2;
    private const int Eighths = 35;
    private const int Thirds = 39;

    [TestMethod]
    public void Even_beats_are_those_of_the_kick_and_odd_ones_those_of_the_snare()
    {
        int[] features = Describe(KickAndSnare, 0);
        Assert.IsTrue(features[Even + Low] > 4 * (features[Odd + Low] + 1), "kick");
        Assert.IsTrue(features[Odd + Mid] > 4 * (features[Even + Mid] + 1), "snare");
        Assert.IsTrue(features[EvenHalf + High] > 2 * (features[Even + High] + 1), "hats lie half way");
    }

    [TestMethod]
    public void A_guess_of_the_other_parity_is_described_the_same()
    {
        int[] one = Describe(KickAndSnare, 0, ago: 0);
        int[] other = Describe(KickAndSnare, 0, ago: Period);
        Assert.AreEqual(one[Even + Low], other[Even + Low], 12);
        Assert.AreEqual(one[Odd + Mid], other[Odd + Mid], 12);
    }

    [TestMethod]
    public void Where_a_beat_is_parted_in_eight_only_a_guess_that_is_too_slow_has_pulses()
    {
        // Sixteenths, four frames apart: of the beat of 16 frames they are quarters, of one twice as long eighths.
        Func<int, (float Low, float Mid, float High)> sixteenths = frame => frame % 4 == 0 ? (0f, 0.4f, 0.4f) : default;
        int[] right = Describe(sixteenths, 0, 0, 16f);
        int[] slow = Describe(sixteenths, 0, 0, 32f);
        for (int eighth = 0; eighth < 4; eighth++)
        {
            Assert.IsTrue(slow[Eighths + eighth] > 32, $"eighth {eighth} of the slow guess: {slow[Eighths + eighth]}");
            Assert.IsTrue(right[Eighths + eighth] < 16, $"eighth {eighth} of the right one: {right[Eighths + eighth]}");
        }
    }

    [TestMethod]
    public void Thirds_of_a_beat_tell_a_six_eight_from_four_four()
    {
        int[] six = Describe(frame => frame % 8 == 0 ? (0.1f, 0.3f, 0.6f) : default, 0, 0, 24f);
        int[] four = Describe(frame => frame % 12 == 0 ? (0.1f, 0.3f, 0.6f) : default, 0, 0, 24f);
        for (int third = 0; third < 2; third++)
        {
            Assert.IsTrue(six[Thirds + third] > 64, $"third {third} in six eight: {six[Thirds + third]}");
            Assert.IsTrue(four[Thirds + third] < 32, $"third {third} in four four: {four[Thirds + third]}");
        }
    }

    [TestMethod]
    public void What_lies_far_above_the_mean_still_differs()
    {
        // Loud every other beat of 30 frames, and softer between: either is many times the mean.
        int[] features = Describe(
            frame => (frame % 60) switch { 0 => (0f, 1f, 0f), 30 => (0f, 0.5f, 0f), _ => default }, 0, 0, 30f);
        int loud = Math.Max(features[Even + Mid], features[Odd + Mid]);
        int soft = Math.Min(features[Even + Mid], features[Odd + Mid]);
        Assert.IsTrue(soft > 128, $"the soft ones: {soft}");
        Assert.IsTrue(loud > soft + 16, $"the loud ones: {loud}, the soft ones: {soft}");
    }

    [TestMethod]
    public void After_a_year_it_describes_as_on_the_first_day() =>
        CollectionAssert.AreEqual(Describe(KickAndSnare, 0), Describe(KickAndSnare, 946_080_000 & ~(PulseHistory.Length - 1)));

    [TestMethod]
    public void The_folded_pulses_peak_where_the_beat_lies()
    {
        (BeatRater rater, _) = Rater(frame => frame % 15 == 4 ? (1f, 0f, 0f) : default, 0);
        Assert.IsTrue(rater.Fold(Period) > 0, "the pulses do not peak at the beat");

        // The newest frame, 239, tells of the one before it; the last beat was frame 229.
        Assert.AreEqual(9, rater.Peaks[0], 0.2);
    }

    private static (float Low, float Mid, float High) KickAndSnare(int frame) => (frame % 30) switch
    {
        0 => (1f, 0f, 0f),
        15 => (0f, 1f, 0f),
        7 or 22 => (0f, 0f, 0.6f),
        _ => default,
    };

    // 240 frames, the last beat being the frame that the newest one tells of.
    private static int[] Describe(
        Func<int, (float Low, float Mid, float High)> pulses, int framesBefore, float ago = 0, float period = Period)
    {
        (BeatRater rater, _) = Rater(frame => pulses(frame + 2), framesBefore);
        rater.Describe(period, ago);
        return (int[])rater.Features.Clone();
    }

    private static (BeatRater Rater, PulseHistory History) Rater(
        Func<int, (float Low, float Mid, float High)> pulses, int framesBefore)
    {
        var history = new PulseHistory { Newest = framesBefore };
        var periods = new PeriodFinder();
        for (int frame = 0; frame < 240; frame++)
        {
            (float low, float mid, float high) = pulses(frame);
            history.Add(low, mid, high);
            periods.Follow(low + mid + high);
            periods.Follow(0);
        }

        var rater = new BeatRater(history, periods.Correlator);
        rater.Begin(239, periods.Mean());
        return (rater, history);
    }
}
