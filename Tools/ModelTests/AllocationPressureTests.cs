using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>
/// Clients that ask at random for whatever takes memory, on heaps of any size. The model keeps account of the chip's heap,
/// collects when it is full, and moves every array when no hole is large enough.
/// </summary>
[TestClass]
public sealed class AllocationPressureTests
{
    private const int Seconds = 20;
    private const int LiveBytes = 84 * 1024;

    public static IEnumerable<object[]> Seeds => Enumerable.Range(1, 6).Select(seed => new object[] { seed });

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void Whatever_is_allocated_between_frames_garbles_none_and_moves_nothing_that_an_encoder_holds(int seed)
    {
        int freeBytes = new Random(seed).Next(30, 60) * 1024;
        RunReport report = DeviceRun.Run(
            new ScenarioOptions { Scenario = "pressure-" + seed, Seconds = Seconds, HeapBytes = LiveBytes + freeBytes });
        string what = $"{freeBytes} bytes free, {report.Collections} collections, {report.Web.Answered} answers: ";
        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.AreEqual(0, channel.TornFrames, what + "torn frames");
            Assert.AreEqual(0, channel.TimingViolations, what + "pulses out of time");
            Assert.AreEqual(0, channel.StaleFrames, what + "frames of old pixels");
            Assert.IsTrue(channel.Fps > 30, what + channel.Fps + " frames a second");
        }

        Assert.AreEqual(report.Web.Requests, report.Web.Answered, what + "answers");
    }
}
