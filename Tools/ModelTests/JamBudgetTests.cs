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

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    public void A_loop_of_all_eight_tracks_keeps_its_budget_and_allocates_nothing()
    {
        JamCost cost = JamMeter.Measure(Blend.Opaque);

        Console.WriteLine(cost);
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
        Assert.IsTrue(cost.LoopUs <= LoopUs, cost.ToString());
        Assert.IsTrue(cost.BatchUs <= BatchUs, cost.ToString());
        Assert.IsTrue(cost.ApartUs <= ApartUs, cost.ToString());
        Console.WriteLine(JamMeter.Measure(Blend.Opaque, isFull: true));
        Console.WriteLine(JamMeter.Measure(Blend.Add));
    }
}
