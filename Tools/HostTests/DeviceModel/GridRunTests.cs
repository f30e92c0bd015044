using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>What a chip at K = 200 does with a grid of 25 × 24 over two strips of 300: sixty pictures a second, or thirty of those that are named so; modelled.</summary>
[TestClass]
public sealed class GridRunTests
{
    private const int Seconds = 6;

    private static readonly string[] Names = ["a", "b"];
    private static readonly string ByRows = """{"kind":"grid","width":25,"height":24,"serpentine":true,"span":true}""";
    private static readonly string ByColumns = """{"kind":"grid","width":25,"height":24,"serpentine":true,"span":true,"by":"columns"}""";

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(false, "spiral", 60)]
    [DataRow(false, "columns", 60)]
    [DataRow(true, "life", 60)]
    [DataRow(true, "spectrum", 60)]
    [DataRow(true, "plasma", 30)]
    [DataRow(false, "blaze", 30)]
    [DataRow(false, "text", 30)]
    public void A_grid_over_both_strips_has_its_pictures_in_time_and_none_torn(bool byColumns, string pattern, double fps) =>
        Check(Run(300, 300, byColumns ? ByColumns : ByRows, pattern), fps, fps);

    [TestMethod]
    public void A_strip_of_six_hundred_as_a_grid_has_thirty() =>
        Check(Run(600, 60, ByRows.Replace(",\"span\":true", string.Empty), "spiral"), 30, 60);

    private void Check(RunReport report, params double[] fps)
    {
        foreach ((string name, double wanted) in Names.Zip(fps))
        {
            ChannelReport strip = report.Channels[name];
            TestContext.WriteLine($"{name}: {strip.Fps} fps");
            Assert.AreEqual(wanted, strip.Fps, 0.5, $"pictures a second of {name}");
            Assert.AreEqual(0, strip.TornFrames, $"torn frames of {name}");
        }

        Assert.AreEqual(0, report.SamplesLost, "samples lost");
    }

    private static RunReport Run(int ledsA, int ledsB, string layout, string pattern) =>
        DeviceRun.Run(new ScenarioOptions { LedsA = ledsA, LedsB = ledsB, Layout = layout, Pattern = pattern, Seconds = Seconds });
}
