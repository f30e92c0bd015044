using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;

namespace NanoFirmware.ModelTests;

/// <summary>Patterns for grids on 25 × 24 over two strips of 300: both strips together, by what whole frames cost.</summary>
[TestClass]
public sealed class GridBudgetTests
{
    private const double FrameUs = 30;

    // A frame is 83 µs at K = 200, of which the ears take 25 at most.
    private const double WorstFrameUs = 58;
    private const double WorstSlowFrameUs = 80;

    // Of two hops, which are 166 µs with 50 for the ears, a picture at thirty a second has a third.
    private const double SlowFrameUs = 54;

    private const double PieceUs = 0.17;
    private const double HopUs = 83;
    private const double EarsUs = 28;
    private const double OtherStripUs = 14;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Every_pattern_for_grids_leaves_room_for_sixty_frames_or_has_thirty(bool byColumns)
    {
        foreach (PatternCost pattern in GridMeter.Measure(300, byColumns))
        {
            int index = Array.IndexOf(PatternCatalog.NamesFor(PatternCatalog.CountOnGrids), pattern.Name);
            bool isSlow = PatternCatalog.Create(index).IsSlowOn(byColumns, GridMeter.Pixels);
            Assert.IsTrue(
                pattern.Frame.MeanUs <= (isSlow ? SlowFrameUs : FrameUs), $"{pattern.Name}: {pattern.Frame.MeanUs:0.0} µs");
            Assert.IsTrue(
                pattern.Frame.WorstUs <= (isSlow ? WorstSlowFrameUs : WorstFrameUs),
                $"{pattern.Name}: {pattern.Frame.WorstUs:0.0} µs in its worst frame");
            Assert.AreEqual(0, pattern.Frame.BytesPerCall, $"{pattern.Name} allocates");

            // Over 300 frames here, over 600 there: a text that has gone on further is another one.
            double said = double.Parse(Told()[pattern.Name][byColumns ? 5 : 3], CultureInfo.InvariantCulture);
            Assert.AreEqual(
                said, pattern.Frame.MeanUs, said * 0.15,
                $"{pattern.Name} in docs/layouts.md: run Bench patterns --docs docs/patterns.md");
        }
    }

    [TestMethod]
    public void The_table_in_the_docs_has_every_pattern_for_grids_as_it_is()
    {
        Dictionary<string, string[]> told = Told();
        string[] names = PatternCatalog.NamesFor(PatternCatalog.CountOnGrids)[PatternCatalog.Count..];
        CollectionAssert.AreEqual(names, told.Keys.ToArray(), "their names, in order");
        foreach (string name in names)
        {
            Pattern pattern = PatternCatalog.Create(PatternCatalog.IndexOnGrids(name));
            Assert.AreEqual(pattern.Description, told[name][2], name);
            string byRows = pattern.IsSlowOn(false, GridMeter.Pixels) ? "30" : "60";
            string byColumns = pattern.IsSlowOn(true, GridMeter.Pixels) ? "30" : "60";
            string fps = byRows == byColumns ? byRows : $"{byRows}, {byColumns}";
            Assert.AreEqual(fps, told[name][7], $"pictures a second of {name}");
            IEnumerable<string> parameters = PatternParameter.Read(pattern.Parameters)
                .Select(parameter => $"{parameter.Name} {parameter.Min}–{parameter.Max} ({parameter.Initial})");
            Assert.AreEqual(string.Join(", ", parameters), told[name][8], $"parameters of {name}");
        }
    }

    // The cells of each row of the table, by the pattern's name.
    private static Dictionary<string, string[]> Told() =>
        File.ReadAllLines(Path.Combine(Repository.Root(), "docs/layouts.md"))
            .SkipWhile(line => !line.StartsWith("<!-- figures", StringComparison.Ordinal)).Skip(3)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToDictionary(cells => cells[1]);

    // docs/layouts.md: what each piece of a map costs, and how many pictures a second are left.
    [TestMethod]
    [DataRow(15, 6, 60, DisplayName = "90 LEDs")]
    [DataRow(18, 10, 30, DisplayName = "180 LEDs")]
    [DataRow(25, 24, 15, DisplayName = "600 LEDs")]
    public void A_scrambled_map_costs_for_each_of_its_pieces_and_has_the_pictures_that_it_leaves_time_for(
        int width, int height, int fps)
    {
        MapCost tidy = MapMeter.Measure(width, height, isScrambled: false);
        MapCost scrambled = MapMeter.Measure(width, height, isScrambled: true);
        double each = (scrambled.MeanUs - tidy.MeanUs) / (scrambled.Runs - tidy.Runs);
        TestContext.WriteLine(
            $"{tidy.Runs} runs {tidy.MeanUs:0.0}, worst {tidy.WorstUs:0.0} µs; {scrambled.Runs} runs {scrambled.MeanUs:0.0}, "
            + $"worst {scrambled.WorstUs:0.0} µs; {each:0.000} µs a run");

        Assert.AreEqual(fps, Board.FrameRateHz / scrambled.Hops, "pictures a second");
        Assert.AreEqual(PieceUs, each, 0.03, "a piece");

        // Between two pictures the ears hear each hop, and the other strip has a frame.
        Assert.IsTrue(
            scrambled.MeanUs <= (scrambled.Hops * (HopUs - EarsUs - OtherStripUs)),
            $"{scrambled.MeanUs:0.0} µs in {scrambled.Hops} hops");
    }

    public TestContext TestContext { get; set; } = null!;
}
