using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>
/// Any two patterns on two long strips, at K = 200 with all that the model knows of. A sample: `DeviceModel pairs` runs them all.
/// </summary>
[TestClass]
public sealed class PairTests
{
    private const int Seed = 14;
    private const int Others = 5;
    private const double Any = double.MaxValue;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(300, 0, false, Any)]
    [DataRow(384, 0, true, Any)]
    [DataRow(384, 0, false, Any)]
    [DataRow(300, 25, true, PatternPair.FitsUs)]
    public void The_dearest_pair_and_some_others_get_sixty_frames_a_second_none_of_them_torn(
        int leds, int gridWidth, bool isAmple, double mostUs)
    {
        PatternPair[] pairs =
            [.. PatternPair.Of(PairCosts.Measure(leds, gridWidth, isAmple, frames: 20)).Where(pair => pair.Us <= mostUs)];
        PatternPair[] sample = [pairs[0], .. new Random(Seed).GetItems(pairs, Others)];
        var options = new PairOptions
        {
            Leds = leds,
            GridWidth = gridWidth,
            IsAmple = isAmple,
            Pairs = [.. sample.Select(pair => new[] { pair.A, pair.B })],
        };

        foreach ((PatternPair pair, PairResult result) in sample.Zip(PairRun.Run(options)))
        {
            string what = $"{pair.A} and {pair.B}, {pair.Us:0.0} µs: {result.Fps:0.0} frames a second, {result.Torn} torn";
            TestContext.WriteLine(what);
            Assert.IsTrue(result.Holds, what);
        }
    }

    [TestMethod]
    public void Pictures_about_as_bright_as_the_supply_can_carry_get_sixty_frames_a_second_too()
    {
        string[][] pairs =
            [["barber", "aurora"], ["breathe", "pendulum"], ["rainbow", "trails"], ["zebra", "barber"], ["ocean", "ocean"]];

        foreach (PairResult result in PairRun.Run(new PairOptions { Leds = 384, Pairs = pairs }))
        {
            string what = $"{result.A} and {result.B}: {result.Fps:0.0} frames a second, {result.Torn} torn";
            TestContext.WriteLine(what);
            Assert.IsTrue(result.Holds, what);
        }
    }
}
