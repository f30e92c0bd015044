using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>Patterns for grids on 25 × 24 over two strips of 300: both strips together, by what whole frames cost.</summary>
[TestClass]
[DoNotParallelize]
public sealed class GridBudgetTests
{
    private const double FrameUs = 30.2;

    // A frame is 83 µs at K = 200, of which the ears take 25 at most.
    private const double WorstFrameUs = 58;

    // Dearer than the rest, and named in docs/layouts.md: all cells of a fire move; a silk along columns; a letter's points at
    // once.
    private static readonly Dictionary<string, (double ByRows, double ByColumns)> Dear = new()
    {
        ["blaze"] = (37, 38),
        ["plasma"] = (FrameUs, 49),
    };
    private static readonly string[] Rare = ["text"];

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Every_pattern_for_grids_leaves_room_for_sixty_frames(bool byColumns)
    {
        foreach (PatternCost pattern in GridMeter.Measure(300, byColumns))
        {
            (double byRows, double alongColumns) = Dear.GetValueOrDefault(pattern.Name, (FrameUs, FrameUs));
            double budget = byColumns ? alongColumns : byRows;
            Assert.IsTrue(pattern.Frame.MeanUs <= budget, $"{pattern.Name}: {pattern.Frame.MeanUs:0.0} µs");
            Assert.IsTrue(
                pattern.Frame.WorstUs <= WorstFrameUs || Rare.Contains(pattern.Name),
                $"{pattern.Name}: {pattern.Frame.WorstUs:0.0} µs in its worst frame");
            Assert.AreEqual(0, pattern.Frame.BytesPerCall, $"{pattern.Name} allocates");
        }
    }
}
