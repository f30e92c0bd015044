using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.ModelTests;

/// <summary>What our own part of a request takes of the chip, modelled: reference µs × 200 is time at K = 200.</summary>
[TestClass]
public sealed class RestCostTests
{
    private const double K = 200;

    [TestMethod]
    public void A_status_costs_at_most_10_ms_of_the_chip()
    {
        RestCost status = RestMeter.Measure("GET", "/api/status");

        Assert.AreEqual(200, status.Status);
        Assert.IsTrue(status.Cost.WorstUs * K <= 10_000, $"{status.Cost.WorstUs * K / 1000:0.0} ms");
    }

    [TestMethod]
    public void So_does_one_of_a_device_that_plays()
    {
        RunReport poll = DeviceRun.Run(new ScenarioOptions { Scenario = "poll", Seconds = 6 });

        Assert.IsTrue(poll.Web.HandlerMsMax <= 10, $"{poll.Web.HandlerMsMax} ms");
    }

    // A pattern is made to be asked for its parameters, one after the other: that much garbage passes, less than a kilobyte at a
    // time.
    [TestMethod]
    [DataRow("/api/patterns", 42 * 900)]
    [DataRow("/api/palettes", 512)]
    public void A_catalogue_is_never_in_memory_as_a_whole(string url, int mostBytes)
    {
        RestCost list = RestMeter.Measure("GET", url);

        Assert.AreEqual(200, list.Status);
        Assert.IsTrue(list.AnswerBytes > 4096, list.AnswerBytes + " bytes");
        Assert.IsTrue(list.Cost.BytesPerCall <= mostBytes, list.Cost.BytesPerCall + " bytes allocated");
    }

    [TestMethod]
    public void A_slider_that_is_dragged_for_five_seconds_leaves_both_strips_their_frames()
    {
        RunReport drag = DeviceRun.Run(new ScenarioOptions { Scenario = "drag", Seconds = 7 });

        Assert.AreEqual(50, drag.Web.Status[200]);
        foreach (ChannelReport channel in drag.Channels.Values)
        {
            Assert.IsTrue(channel.FpsMin >= 58, $"{channel.FpsMin} frames in the worst second");
            Assert.AreEqual(0, channel.TornFrames);
        }
    }

    // Two seconds of nothing, five of changes, five of waiting, then the save.
    [TestMethod]
    public void A_save_garbles_no_frame_and_loses_no_sound()
    {
        RunReport drag = DeviceRun.Run(new ScenarioOptions { Scenario = "drag", Seconds = 20 });

        Assert.AreEqual(1, drag.Saves);
        Assert.AreEqual(0, drag.SamplesLost);
        foreach (ChannelReport channel in drag.Channels.Values)
        {
            Assert.AreEqual(0, channel.TornFrames);
            Assert.IsTrue(channel.FpsMin >= 54, $"{channel.FpsMin} frames in the second of the save");
        }
    }
}
