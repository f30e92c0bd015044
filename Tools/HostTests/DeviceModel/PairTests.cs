using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>
/// Any two patterns on two long strips, at K = 200 with all that the model knows of. A sample: `DeviceModel pairs` runs them all.
/// </summary>
[TestClass]
[DoNotParallelize]
public sealed class PairTests
{
    private const int Seed = 14;
    private const int Others = 5;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    [DataRow(300, 0)]
    [DataRow(384, 0)]
    [DataRow(300, 25)]
    [DataRow(384, 24)]
    public void The_dearest_pair_and_some_others_get_sixty_frames_a_second_none_of_them_torn(int leds, int gridWidth)
    {
        PatternPair[] pairs = [.. PatternPair.Of(PairCosts.Measure(leds, gridWidth, frames: 20))];
        PatternPair[] sample = [pairs[0], .. new Random(Seed).GetItems(pairs, Others)];
        var options = new PairOptions
        {
            Leds = leds,
            GridWidth = gridWidth,
            Pairs = [.. sample.Select(pair => new[] { pair.A, pair.B })],
        };

        foreach ((PatternPair pair, PairResult result) in sample.Zip(PairRun.Run(options)))
        {
            string what = $"{pair.A} and {pair.B}, {pair.Us:0.0} µs: {result.Fps:0.0} frames a second, {result.Torn} torn";
            TestContext.WriteLine(what);
            Assert.IsTrue(result.Holds, what);
        }
    }
}
