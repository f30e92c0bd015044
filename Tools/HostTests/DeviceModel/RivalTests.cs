using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>What the usual ways cost, in the model.</summary>
[TestClass]
public sealed class RivalTests
{
    [TestMethod]
    public void Every_usual_way_is_slower_than_ours_and_all_together_are_slowest()
    {
        Dictionary<string, double> fps = Rivals.Run(seconds: 3).ToDictionary(r => r.Name, r => r.Fps);
        double ours = fps["this firmware, listening"];
        Assert.AreEqual(60, ours, 0.5);
        Assert.IsTrue(fps["bits made into symbols in C#"] < 10);
        Assert.IsTrue(fps["a Color struct for every pixel"] < 45);
        Assert.IsTrue(fps["paced by Thread.Sleep(16)"] < 55);
        Assert.IsTrue(fps["waitTxDone = true"] < 59);
        Assert.AreEqual(fps.Values.Min(), fps["all together, as samples have it"]);
    }
}
