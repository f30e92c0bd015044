using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>
/// What a chip at K = 200 does with a grid of 25 × 24 over two strips of 300: sixty pictures a second, or thirty where that is
/// said; modelled.
/// </summary>
[TestClass]
public sealed class GridRunTests
{
    private const int Seconds = 8;

    // Chains and shades are made in the first second, and some frames come late then.
    private const double Tolerance = 1.2;

    private const string Grid = "\"kind\":\"grid\",\"width\":25,\"height\":24,\"serpentine\":true";
    private const string Plenty = "\"global\":{\"channel-ma\":20000,\"board-ma\":40000}";

    private static readonly string[] Names = ["a", "b"];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("rows", "spiral", 60)]
    [DataRow("rows", "columns", 60)]
    [DataRow("columns", "life", 60)]
    [DataRow("rows", "spectrum", 60)]
    [DataRow("columns", "spectrum", 30)]
    [DataRow("columns", "plasma", 60)]
    [DataRow("rows", "blaze", 30)]
    [DataRow("rows", "text", 30)]
    public void A_grid_over_both_strips_has_its_pictures_in_time_and_none_torn(string by, string pattern, double fps)
    {
        string layout = $"{{{Grid},\"span\":true,\"by\":\"{by}\"}}";
        Check(Run(300, 300, $"{{\"a\":{{\"layout\":{layout},\"pattern\":\"{pattern}\"}},{Plenty}}}"), fps, fps);
    }

    [TestMethod]
    public void At_the_usual_supplys_limit_it_has_thirty() =>
        Check(Run(300, 300, $"{{\"a\":{{\"layout\":{{{Grid},\"span\":true}},\"pattern\":\"spiral\"}}}}"), 30, 30);

    [TestMethod]
    public void A_strip_of_six_hundred_as_a_grid_has_thirty() =>
        Check(Run(600, 60, $"{{\"a\":{{\"layout\":{{{Grid}}},\"pattern\":\"spiral\"}},{Plenty}}}"), 30, 60);

    // It is compiled piece by piece of the strip and not LED by LED: that took 0.28 s, and 2.3 s beside a show.
    [TestMethod]
    public void A_layout_of_six_hundred_LEDs_is_set_in_a_moment()
    {
        RunReport report = DeviceRun.Run(new ScenarioOptions
        {
            Scenario = "layout", LedsA = 300, LedsB = 300, Settings = $"{{{Plenty}}}", Seconds = 2 * Seconds,
        });
        TestContext.WriteLine(
            $"{report.Web.HandlerMsMean} ms of the chip, {report.Web.LatencyMsP50}, {report.Web.LatencyMsP99} ms to the answer");

        Assert.AreEqual(report.Web.Requests, report.Web.Status[200], "every layout is set");
        Assert.IsTrue(report.Web.HandlerMsMean <= 160, $"{report.Web.HandlerMsMean} ms of the chip");
        Assert.IsTrue(report.Web.LatencyMsP50 <= 600, $"{report.Web.LatencyMsP50} ms to the answer");
        Assert.AreEqual(0, report.Channels.Values.Sum(strip => strip.TornFrames), "torn frames");
        Assert.AreEqual(0, report.SamplesLost, "samples lost");
    }

    private void Check(RunReport report, params double[] fps)
    {
        foreach ((string name, double wanted) in Names.Zip(fps))
        {
            ChannelReport strip = report.Channels[name];
            TestContext.WriteLine($"{name}: {strip.Fps} fps");
            Assert.AreEqual(wanted, strip.Fps, Tolerance, $"pictures a second of {name}");
            Assert.AreEqual(0, strip.TornFrames, $"torn frames of {name}");
        }

        Assert.AreEqual(0, report.SamplesLost, "samples lost");
    }

    private static RunReport Run(int ledsA, int ledsB, string settings) =>
        DeviceRun.Run(new ScenarioOptions { LedsA = ledsA, LedsB = ledsB, Settings = settings, Seconds = Seconds });
}
