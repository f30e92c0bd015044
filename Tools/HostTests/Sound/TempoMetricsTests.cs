using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class TempoMetricsTests
{
    [TestMethod]
    [DataRow(100, true)]
    [DataRow(104, true)]
    [DataRow(96, true)]
    [DataRow(104.1, false)]
    [DataRow(95.9, false)]
    [DataRow(0, false)]
    public void A_tempo_is_right_within_four_percent(double bpm, bool isRight) =>
        Assert.AreEqual(isRight, TempoMetrics.IsAccurate1(100, bpm));

    [TestMethod]
    [DataRow(120, true)]
    [DataRow(240, true)]
    [DataRow(360, true)]
    [DataRow(60, true)]
    [DataRow(40, true)]
    [DataRow(41.6, true)]
    [DataRow(41.7, false)]
    [DataRow(80, false)]
    [DataRow(180, false)]
    [DataRow(0, false)]
    public void Accuracy_two_forgives_twofold_and_threefold(double bpm, bool isRight) =>
        Assert.AreEqual(isRight, TempoMetrics.IsAccurate2(120, bpm));

    [TestMethod]
    public void The_beat_is_found_with_the_first_of_four_hits_in_a_row()
    {
        double[] truth = At(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5);
        Assert.AreEqual(0, TempoMetrics.LockSeconds(truth, truth));
        Assert.AreEqual(1, TempoMetrics.LockSeconds(truth, At(2.05, 2.45, 3.07, 3.5)));
        Assert.AreEqual(2, TempoMetrics.LockSeconds(truth, At(1, 1.5, 2, 3, 3.5, 4, 4.5)), "a miss starts the count again");
    }

    [TestMethod]
    public void The_beat_is_not_found_by_hits_with_others_between()
    {
        double[] truth = At(1, 1.5, 2, 2.5, 3);
        Assert.IsNull(TempoMetrics.LockSeconds(truth, At(1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3)), "twice the beat");
        Assert.IsNull(TempoMetrics.LockSeconds(truth, At(1, 2, 3)), "half the beat");
        Assert.IsNull(TempoMetrics.LockSeconds(truth, At(1.08, 1.58, 2.08, 2.58, 3.08)), "80 ms late");
        Assert.IsNull(TempoMetrics.LockSeconds(At(1, 2, 3), At(1, 2, 3)), "only three beats");
        Assert.IsNull(TempoMetrics.LockSeconds(At(), At()));
    }

    private static double[] At(params double[] seconds) => seconds;
}
