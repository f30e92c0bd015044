using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>Patterns for grids on 25 × 24 over two strips of 300: both strips together, by what whole frames cost.</summary>
[TestClass]
[DoNotParallelize]
public sealed class GridBudgetTests
{
    private const double FrameUs = 30.2;

    // A frame is 83 µs at K = 200, of which the ears take 25 at most.
    private const double WorstFrameUs = 58;
    private const double WorstSlowFrameUs = 80;

    // Of two hops, which are 166 µs with 50 for the ears, a picture at thirty a second has a third.
    private const double SlowFrameUs = 54;

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
            int index = Array.IndexOf(PatternCatalog.NamesFor(true), pattern.Name);
            bool isSlow = PatternCatalog.Create(index).IsSlowOn(byColumns, GridMeter.Pixels);
            Assert.IsTrue(
                pattern.Frame.MeanUs <= (isSlow ? SlowFrameUs : FrameUs), $"{pattern.Name}: {pattern.Frame.MeanUs:0.0} µs");
            Assert.IsTrue(
                pattern.Frame.WorstUs <= (isSlow ? WorstSlowFrameUs : WorstFrameUs),
                $"{pattern.Name}: {pattern.Frame.WorstUs:0.0} µs in its worst frame");
            Assert.AreEqual(0, pattern.Frame.BytesPerCall, $"{pattern.Name} allocates");
        }
    }
}
