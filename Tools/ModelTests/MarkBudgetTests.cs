using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Rendering;

namespace NanoFirmware.ModelTests;

/// <summary>What marks may add to a frame of a strip, by what whole frames cost.</summary>
[TestClass]
public sealed class MarkBudgetTests
{
    private const double EightOpaqueUs = 7.5;
    private const double EightBlendedUs = 34;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    // The pictures that are fills alone are added up as they are drawn, with marks over them too.
    [TestMethod]
    [DataRow("spectrum", 180)]
    [DataRow("spectrum", 384)]
    [DataRow("vu", 180)]
    [DataRow("pulse", 180)]
    [DataRow("pulse", 384)]
    [DataRow("ribbons", 180)]
    [DataRow("organ", 180)]
    [DataRow("sweep", 180)]
    [DataRow("tiles", 180)]
    [DataRow("tiles", 384)]
    [DataRow("stack", 180)]
    [DataRow("zebra", 180)]
    [DataRow("solid", 180)]
    [DataRow("solid", 384)]
    public void Eight_opaque_marks_keep_their_budget_and_none_cost_nothing(string pattern, int leds)
    {
        MarkCost cost = MarkMeter.Measure(8, Blend.Opaque, Array.IndexOf(PatternCatalog.Names, pattern), leds: leds);
        TestContext.WriteLine($"{cost.AddedUs:0.00} µs more than {cost.WithoutUs:0.00}");

        Assert.IsTrue(cost.AddedUs <= EightOpaqueUs, $"{cost.AddedUs:0.00} µs more");
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
