using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;

namespace NanoFirmware.ModelTests;

/// <summary>What twelve panels may add to a frame of two strips of 384, by what whole frames cost.</summary>
[TestClass]
public sealed class PanelBudgetTests
{
    // A frame is 83 µs at K = 200, of which the ears take 25 at most.
    private const double FrameUs = 58;

    private const double SamePictureUs = 1;
    private const double ChangedUs = 3;
    private const double GappedCanvasUs = 3;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    public void Every_interface_keeps_its_budget_and_allocates_nothing()
    {
        PanelCost[] costs = PanelMeter.Measure();
        foreach (PanelCost cost in costs)
        {
            TestContext.WriteLine(
                $"{cost.AddedUs:0.0} more, {cost.OwnUs:0.00} painting, {cost.FrameUs:0.0} in all: {cost.Name}");
        }

        foreach (PanelCost cost in costs)
        {
            Assert.IsTrue(cost.FrameUs <= FrameUs, $"{cost.Name}: {cost.FrameUs:0.0} µs");
            Assert.AreEqual(0, cost.Bytes, $"{cost.Name}: bytes a frame");
        }

        Assert.IsTrue(costs[0].OwnUs <= SamePictureUs, $"{costs[0].Name}: {costs[0].OwnUs:0.00} µs for painting");
        foreach (PanelCost cost in costs[..2])
        {
            Assert.IsTrue(cost.AddedUs <= SamePictureUs, $"{cost.Name}: {cost.AddedUs:0.00} µs more");
        }

        foreach (PanelCost cost in costs[1..4])
        {
            Assert.IsTrue(cost.OwnUs <= ChangedUs, $"{cost.Name}: {cost.OwnUs:0.00} µs for painting");
            Assert.IsTrue(cost.AddedUs <= ChangedUs, $"{cost.Name}: {cost.AddedUs:0.00} µs more");
        }
    }

    [TestMethod]
    public void Every_show_for_panels_leaves_room_for_sixty_frames_and_is_in_the_docs_as_it_is()
    {
        Dictionary<string, string[]> told = Told();
        PatternCost[] shows = PanelShowMeter.Measure();
        CollectionAssert.AreEqual(shows.Select(show => show.Name).ToArray(), told.Keys.ToArray(), "their names, in order");
        foreach (PatternCost show in shows)
        {
            TestContext.WriteLine($"{show.Name}: {show.Frame.MeanUs:0.0}, worst {show.Frame.WorstUs:0.0} µs");
            Assert.IsTrue(show.Frame.WorstUs <= FrameUs, $"{show.Name}: {show.Frame.WorstUs:0.0} µs in its worst frame");
            Assert.AreEqual(0, show.Frame.BytesPerCall, $"{show.Name} allocates");
            double said = double.Parse(told[show.Name][3], CultureInfo.InvariantCulture);
            Assert.AreEqual(said, show.Frame.MeanUs, said * 0.05, $"{show.Name} in docs/panels.md");
            Pattern pattern = PatternCatalog.Create(PatternCatalog.IndexOnGrids(show.Name));
            Assert.AreEqual(pattern.Description, told[show.Name][2], show.Name);
            IEnumerable<string> parameters = PatternParameter.Read(pattern.Parameters)
                .Select(parameter => $"{parameter.Name} {parameter.Min}–{parameter.Max} ({parameter.Initial})");
            Assert.AreEqual(string.Join(", ", parameters), told[show.Name][7], $"parameters of {show.Name}");
        }
    }

    // The cells of each row of the table, by the show's name.
    private static Dictionary<string, string[]> Told() =>
        File.ReadAllLines(Path.Combine(Repository.Root(), "docs/panels.md"))
            .SkipWhile(line => !line.StartsWith("<!-- shows", StringComparison.Ordinal)).Skip(3)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1]);

    [TestMethod]
    public void A_canvas_with_hidden_columns_costs_a_copy_for_each_panel()
    {
        (double adjacentUs, double gappedUs) = PanelMeter.MeasureCanvases();
        TestContext.WriteLine($"96 x 8: {adjacentUs:0.00} µs, 272 x 8: {gappedUs:0.00} µs");
        Assert.IsTrue(gappedUs <= GappedCanvasUs, $"{gappedUs:0.00} µs");
    }

    [TestMethod]
    public void A_canvas_that_is_cut_by_pixels_costs_more_than_all_of_it()
    {
        (double cutUs, double duplicateUs, int bytes) = PanelMeter.MeasureCutting();
        TestContext.WriteLine($"cut {cutUs:0.0} µs, one picture put on all {duplicateUs:0.0} µs, {bytes} bytes");
        Assert.IsTrue(cutUs > 10 * ChangedUs, $"{cutUs:0.0} µs");
    }
}
