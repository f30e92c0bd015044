using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.ModelTests;

/// <summary>What a second and a third layer may add to a frame of a strip, by what whole frames cost.</summary>
[TestClass]
public sealed class LayerBudgetTests
{
    private const double LayerUs = 11;
    private const double WorstFrameUs = 36;

    private const int Spectrum = 0;
    private const int Pulse = 1;
    private const int Wings = 3;
    private const int Burst = 13;
    private const int Ocean = 37;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(Spectrum, Burst, Blend.Add)]
    [DataRow(Spectrum, Ocean, Blend.Add)]
    [DataRow(Spectrum, Burst, Blend.Max)]
    [DataRow(Spectrum, Burst, Blend.Screen)]
    [DataRow(Spectrum, Burst, Blend.Multiply)]
    [DataRow(Ocean, Burst, Blend.Opaque)]
    public void A_second_layer_keeps_its_budget(int pattern, int layer, Blend blend) => Check(pattern, [(layer, blend)]);

    // What both draw is beyond the supply, so that each frame has to be added up.
    [TestMethod]
    [DataRow(Spectrum, Burst, Blend.Add)]
    [DataRow(Spectrum, Ocean, Blend.Add)]
    [DataRow(Spectrum, Burst, Blend.Screen)]
    [DataRow(Ocean, Burst, Blend.Opaque)]
    [DataRow(Ocean, Burst, Blend.Max)]
    public void A_bright_one_keeps_it_on_the_usual_supply(int pattern, int layer, Blend blend) =>
        Check(pattern, [(layer, blend)], limited: true);

    // Of each pixel of the layer all three bytes are multiplied; a weak one looks up what it lets through.
    [TestMethod]
    [DataRow(Spectrum, 255)]
    [DataRow(Spectrum, 128)]
    [DataRow(Ocean, 255)]
    [DataRow(Ocean, 128)]
    public void A_filter_that_lights_every_pixel_keeps_it(int pattern, int level) =>
        Check(pattern, [(Ocean, Blend.Multiply)], level: level);

    [TestMethod]
    public void A_third_costs_no_more_than_the_second() => Check(Spectrum, [(Burst, Blend.Add), (Wings, Blend.Max)]);

    private void Check(int pattern, (int, Blend)[] layers, double budgetUs = LayerUs, bool limited = false, int level = 255)
    {
        LayersCost cost = LayerMeter.Measure(pattern, layers, limited: limited, level: level);
        TestContext.WriteLine(
            $"{cost.AddedUs:0.0} more: {cost.WithoutUs:0.0} without, {cost.WithUs:0.0} with, {cost.WorstUs:0.0} at worst");

        Assert.IsTrue(cost.AddedUs <= budgetUs, $"{cost.AddedUs:0.0} µs more");
        Assert.IsTrue(cost.WorstUs <= WorstFrameUs, $"{cost.WorstUs:0.0} µs in the worst frame");
        Assert.AreEqual(0, cost.Bytes, "bytes a frame");
    }
}
