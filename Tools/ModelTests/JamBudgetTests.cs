using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.ModelTests;

/// <summary>What a jam may cost, by what whole frames cost.</summary>
[TestClass]
public sealed class JamBudgetTests
{
    private const double BatchUs = 5;
    private const double ApartUs = 7.5;
    private const double LoopUs = 9;

    // Of an edit.
    private const double RecordedUs = 0.4;
    private const double FullTapeUs = 0.9;
    private const int BatchEdits = 20;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    /// <summary>What docs/jam.md says of other loops.</summary>
    [TestMethod]
    [DataRow(Blend.Add, false, 9.0)]
    [DataRow(Blend.Opaque, true, 20.0)]
    public void Other_loops_cost_what_the_docs_say(Blend blend, bool isFull, double loopUs)
    {
        JamCost cost = JamMeter.Measure(blend, isFull);

        Console.WriteLine(cost);
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
        Assert.IsTrue(cost.LoopUs <= loopUs, cost.ToString());
    }

    [TestMethod]
    public void A_loop_of_all_eight_tracks_keeps_its_budget_and_allocates_nothing()
    {
        JamCost cost = JamMeter.Measure(Blend.Opaque);

        Console.WriteLine(cost);
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
        Assert.IsTrue(cost.LoopUs <= LoopUs, cost.ToString());
        Assert.IsTrue(cost.BatchUs <= BatchUs, cost.ToString());
        Assert.IsTrue(cost.ApartUs <= ApartUs, cost.ToString());
        Assert.IsTrue(cost.RecordedUs - cost.BatchUs <= RecordedUs * BatchEdits, cost.ToString());
        Assert.IsTrue(cost.FullTapeUs - cost.BatchUs <= FullTapeUs * BatchEdits, cost.ToString());
    }
}
