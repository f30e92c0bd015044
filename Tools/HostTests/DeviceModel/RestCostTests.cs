using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>What our own part of a request takes of the chip, modelled: reference µs × 200 is time at K = 200.</summary>
[TestClass]
public sealed class RestCostTests
{
    private const double K = 200;

    [TestMethod]
    public void A_status_costs_at_most_10_ms_of_the_chip()
    {
        RestCost status = RestMeter.Measure("GET", "/api/status");

        Assert.AreEqual(200, status.Status);
        Assert.IsTrue(status.Cost.WorstUs * K <= 10_000, $"{status.Cost.WorstUs * K / 1000:0.0} ms");
    }

    // A pattern is made to be asked for its parameters, one after the other: that much garbage passes, less than a kilobyte at a time.
    [TestMethod]
    [DataRow("/api/patterns", 42 * 900)]
    [DataRow("/api/palettes", 512)]
    public void A_catalogue_is_never_in_memory_as_a_whole(string url, int mostBytes)
    {
        RestCost list = RestMeter.Measure("GET", url);

        Assert.AreEqual(200, list.Status);
        Assert.IsTrue(list.AnswerBytes > 4096, list.AnswerBytes + " bytes");
        Assert.IsTrue(list.Cost.BytesPerCall <= mostBytes, list.Cost.BytesPerCall + " bytes allocated");
    }
}
