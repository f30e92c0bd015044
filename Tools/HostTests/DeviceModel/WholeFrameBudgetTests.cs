using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>
/// The budgets of docs/performance.md by what whole frames cost on the genuine interpreter, refills and PSRAM included. The ears'
/// 24 µs, the dearest pair's 50 and 10 ms from snapshot to light are not reached yet, as the page says.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class WholeFrameBudgetTests
{
    private const double PatternUs = 18;
    private const double WorstFrameUs = 36;
    private const double MeanOfPatternsUs = 12;
    private const double StatusUs = 45;
    private const double LiveFrameUs = 58;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    public void Patterns_keep_their_budget_at_the_ends_of_their_parameters_and_while_every_control_changes()
    {
        foreach (PatternExtremes pattern in PatternMeter.MeasureExtremes())
        {
            Assert.IsTrue(pattern.MeanUs <= PatternUs, $"{pattern.Name}: {pattern.MeanUs:0.0} µs");
            Assert.IsTrue(pattern.WorstUs <= WorstFrameUs, $"{pattern.Name}: {pattern.WorstUs:0.0} µs in its worst frame");
        }
    }

    [TestMethod]
    public void So_they_do_in_the_mean()
    {
        double mean = PatternMeter.Measure(60).Average(pattern => pattern.Frame.MeanUs);

        Assert.IsTrue(mean <= MeanOfPatternsUs, $"{mean:0.0} µs");
    }

    [TestMethod]
    public void Light_from_the_network_leaves_room_for_sixty_frames_while_the_ears_sleep()
    {
        foreach (LiveCost live in LiveMeter.Measure(60))
        {
            Assert.IsTrue(live.Us <= LiveFrameUs, $"{live.Us:0.0} µs, raw {live.IsRaw}, wire order {live.IsWireOrder}");
        }
    }

    [TestMethod]
    public void A_status_keeps_its_budget()
    {
        RestCost status = RestMeter.Measure("GET", "/api/status");

        Assert.IsTrue(status.Cost.WorstUs <= StatusUs, $"{status.Cost.WorstUs:0.0} µs");
    }

    [TestMethod]
    [DataRow("idle", 60.0)]
    [DataRow("poll", 59.8)]
    public void Both_strips_run_at_sixty_frames_a_second(string scenario, double fps)
    {
        RunReport report = DeviceRun.Run(new ScenarioOptions { Scenario = scenario, Seconds = 10 });

        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.IsTrue(channel.Fps >= fps, $"{channel.Fps:0.0} frames a second");
            Assert.AreEqual(0, channel.TornFrames, "torn");
        }

        Assert.AreEqual(0L, report.SamplesLost, "samples lost");
    }
}
