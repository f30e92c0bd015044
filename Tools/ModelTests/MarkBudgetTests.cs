using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.ModelTests;

/// <summary>What marks may add to a frame of a strip, by what whole frames cost.</summary>
[TestClass]
public sealed class MarkBudgetTests
{
    private const double EightOpaqueUs = 7.5;
    private const double EightBlendedUs = 34;

    // Its frames are fills alone, which are added up as they are drawn; with marks over them they have to be added up afterwards.
    private const double AddingUpUs = 4;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(0, 0.0)]
    [DataRow(5, 0.0)]
    [DataRow(1, AddingUpUs)]
    public void Eight_opaque_marks_keep_their_budget_and_none_cost_nothing(int pattern, double addingUpUs)
    {
        MarkCost cost = MarkMeter.Measure(8, Blend.Opaque, pattern);

        Assert.IsTrue(cost.AddedUs <= EightOpaqueUs + addingUpUs, $"{cost.AddedUs:0.00} µs more");
        Assert.IsTrue(cost.IdleUs - cost.WithoutUs < 0.3, $"{cost.IdleUs - cost.WithoutUs:0.00} µs with none alive");
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
    }

    [TestMethod]
    [DataRow(Blend.Add)]
    [DataRow(Blend.Max)]
    [DataRow(Blend.Screen)]
    [DataRow(Blend.Multiply)]
    public void Eight_that_are_blended_cost_what_the_docs_say(Blend blend)
    {
        MarkCost cost = MarkMeter.Measure(8, blend);

        Assert.IsTrue(cost.AddedUs <= EightBlendedUs, $"{cost.AddedUs:0.00} µs more");
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
    }
}
