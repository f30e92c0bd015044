using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Soak;

namespace NanoFirmware.ModelTests;

[TestClass]
public sealed class SoakTests
{
    [TestMethod]
    public void After_ten_minutes_of_demo_day_the_heap_is_where_it_was_and_all_counters_agree()
    {
        SoakReport report = SoakRun.Run(hours: 1 / 6.0, _ => { });

        Assert.IsTrue(Math.Abs(report.HeapDriftPercent) <= 1, $"{report.HeapDriftPercent} %");
        Assert.AreEqual("", string.Join("; ", report.Marks.SelectMany(m => m.Contradictions)));
        Assert.IsTrue(report.FpsA >= 58 && report.FpsB >= 58, $"{report.FpsA} and {report.FpsB}");
        Assert.AreEqual(0, report.Marks[^1].SamplesLost);
        Assert.AreEqual(0, report.TornFrames + report.TimingViolations + report.Deaths);
        Assert.AreEqual(0, report.Marks[^1].LoopRestarts + report.Marks[^1].WebRestarts + report.Marks[^1].Faults);
    }
}
