using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>The firmware in virtual time: what a board would show, if the model is right.</summary>
[TestClass]
public sealed class ScenarioTests
{
    [TestMethod]
    public void Nobody_asks_and_both_strips_run_at_60_frames_a_second()
    {
        RunReport report = Run("idle");
        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.AreEqual(60.0, channel.Fps, 0.5);
            Assert.AreEqual(0, channel.TornFrames);
            Assert.AreEqual(0, channel.TimingViolations);
        }

        Assert.AreEqual(2, report.Channels.Count);
        Assert.AreEqual(0, report.SamplesLost);
        Assert.AreEqual(0, report.AllocatedBytesPerFrame);
    }

    [TestMethod]
    public void The_same_run_gives_the_same_report_byte_for_byte() =>
        Assert.AreEqual(Run("demo-day", 5).ToJson(), Run("demo-day", 5).ToJson());

    [TestMethod]
    [DataRow("poll")]
    [DataRow("demo-day")]
    public void Clients_leave_both_strips_at_58_frames_a_second_or_more(string scenario)
    {
        RunReport report = Run(scenario, 15);
        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.IsTrue(channel.Fps >= 58, $"{channel.Fps}");
            Assert.AreEqual(0, channel.TornFrames);
        }

        Assert.AreEqual(0, report.SamplesLost);
        Assert.AreEqual(report.Web.Requests, report.Web.Answered);
    }

    // With reads that nobody guards seven frames of a strip were garbled.
    [TestMethod]
    public void A_minute_of_questions_that_flash_must_answer_garbles_no_frame()
    {
        RunReport report = Run("flash", 62);
        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.AreEqual(0, channel.TornFrames, "torn frames");
            Assert.IsTrue(channel.Fps >= 59, $"{channel.Fps} frames a second");
        }

        Assert.AreEqual(0, report.SamplesLost);
        Assert.AreEqual(report.Web.Requests, report.Web.Answered, "answers");
    }

    // That of ten seconds of requests is a row of the fault bench.
    [TestMethod]
    public void The_collection_of_a_quiet_minute_makes_one_frame_late_at_most()
    {
        RunReport report = Run("idle", 62);
        Assert.IsTrue(report.CollectionCosts.Length > 0, "nothing was collected");
        foreach (CollectionCost cost in report.CollectionCosts)
        {
            Assert.IsTrue(
                cost.LateFrames <= 1,
                $"{cost.LateFrames} late frames by a collection of {cost.TookUs} µs at {cost.AtUs / 1e6:0.0} s");
        }
    }

    [TestMethod]
    public void Without_a_microphone_the_strips_go_on()
    {
        RunReport report = Run("no-mic", 4);
        Assert.IsTrue(report.Channels.Values.All(c => c.Fps >= 59.5), "a strip fell below 59.5 frames a second");
        Assert.AreEqual(0, report.SamplesRead);
    }

    [TestMethod]
    public void A_chip_of_twice_the_slowness_takes_twice_the_time()
    {
        RunReport nominal = Run("idle", 4);
        RunReport slow = DeviceRun.Run(new ScenarioOptions { Seconds = 4, K = 400 });
        Assert.AreEqual(2 * nominal.AnalyzeUsMean, slow.AnalyzeUsMean, 0.1 * nominal.AnalyzeUsMean);
        Assert.IsTrue(
            slow.Channels.Values.Min(c => c.PublishToStartUsP50) > nominal.Channels.Values.Min(c => c.PublishToStartUsP50),
            "a slower chip starts its transmissions no later");
    }

    private static RunReport Run(string scenario, double seconds = 6) =>
        DeviceRun.Run(new ScenarioOptions { Scenario = scenario, Seconds = seconds });
}
