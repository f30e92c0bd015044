using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>What a chip at K = 200 does with longer strips; modelled.</summary>
[TestClass]
public sealed class LongStripTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(300, null)]
    [DataRow(300, "twinkle")]
    [DataRow(300, "zebra")]
    [DataRow(384, null)]
    [DataRow(384, "organ")]
    public void Two_long_strips_get_sixty_frames_a_second_none_of_them_torn(int leds, string? pattern)
    {
        RunReport report = Run(leds, leds, pattern);
        foreach ((string name, ChannelReport strip) in report.Channels)
        {
            TestContext.WriteLine($"{name}: {strip.Fps} fps");
            Assert.IsTrue(strip.Fps >= 59.5, $"{name}: {strip.Fps} frames a second");
            Assert.AreEqual(0, strip.TornFrames, $"torn frames of {name}");
        }

        Assert.AreEqual(0, report.SamplesLost, "samples lost");
    }

    [TestMethod]
    public void A_strip_of_six_hundred_gets_thirty_and_the_other_sixty()
    {
        RunReport report = Run(600, 168, null);
        Assert.AreEqual(30, report.Channels["a"].Fps, 0.5, "frames a second of A");
        Assert.AreEqual(60, report.Channels["b"].Fps, 0.5, "frames a second of B");
        Assert.AreEqual(0, report.Channels["a"].TornFrames + report.Channels["b"].TornFrames, "torn frames");
    }

    private static RunReport Run(int ledsA, int ledsB, string? pattern) =>
        DeviceRun.Run(new ScenarioOptions { LedsA = ledsA, LedsB = ledsB, Pattern = pattern, Seconds = 10 });
}
