using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

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
        Assert.IsTrue(
            fps["bits made into symbols in C#"] < 10, "bits made into symbols in C# leave more than 10 frames a second");
        Assert.IsTrue(fps["a Color struct for every pixel"] < 45, "a struct for every pixel costs next to nothing");
        Assert.IsTrue(fps["paced by Thread.Sleep(16)"] < 55, "pacing by Sleep holds the frame rate");
        Assert.IsTrue(fps["waitTxDone = true"] < 59, "waiting for the strip holds the frame rate");
        Assert.AreEqual(fps.Values.Min(), fps["all together, as samples have it"]);
    }
}
