using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Networked;

namespace NanoFirmware.HostTests.Live;

/// <summary>
/// The measurement of networked mode, for a moment: a simulated device as a process of its own, and real senders.
/// </summary>
[TestClass]
[RealTime]
public sealed class NetworkedLiveTests
{
    private const double Seconds = 2;

    // What the wire of 180 LEDs takes: nothing that was measured rightly is faster.
    private const double WireMs = 5.4;

    [TestMethod]
    public async Task Pictures_are_followed_from_their_first_byte_to_both_strips()
    {
        IReadOnlyList<MeasuredWay> ways = await NetworkedBench.MeasureAsync(180, Seconds, ["ddp", "socket"]);

        Assert.AreEqual("drawn here, ddp, socket", string.Join(", ", ways.Select(way => way.Way)));
        foreach (MeasuredWay way in ways)
        {
            Assert.IsTrue(way.Pictures.Shown > way.Pictures.Sent / 2, way.Row);
            Assert.IsTrue(way.Pictures.LatencyMs > WireMs, way.Row);
            Assert.IsTrue(way.CpuPercent > 0 && way.MemoryBytes > 0, way.Row);
            Assert.AreEqual(0, way.Torn, way.Row);
        }
    }

    [TestMethod]
    public async Task So_are_those_that_are_drawn_in_the_usual_way()
    {
        MeasuredWay way = await NetworkedBench.MeasureUsualAsync(180, Seconds);

        Assert.IsTrue(way.Pictures.Shown > 0 && way.Pictures.LatencyMs > 2 * WireMs, way.Row + " one strip after the other");
    }
}
