using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>What twelve panels may add to a frame of two strips of 384.</summary>
[TestClass]
public sealed class PanelBudgetTests
{
    // A frame is 83 µs at K = 200, of which the ears take 25 at most.
    private const double FrameUs = 58;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Every_interface_leaves_room_for_sixty_frames_and_allocates_nothing()
    {
        PanelCost[] costs = PanelMeter.Measure();
        foreach (PanelCost cost in costs)
        {
            TestContext.WriteLine($"{cost.AddedUs:0.00} more, {cost.FrameUs:0.0} in all: {cost.Name}");
        }

        foreach (PanelCost cost in costs)
        {
            Assert.IsTrue(cost.FrameUs <= FrameUs, $"{cost.Name}: {cost.FrameUs:0.0} µs");
            Assert.AreEqual(0, cost.Bytes, $"{cost.Name}: bytes a frame");
        }
    }
}
