using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A body that is refused is read on, within bounds: what lies unread when a socket closes resets it, and the answer is lost.</summary>
[TestClass]
public sealed class DeskTests
{
    [TestMethod]
    [DataRow(0, 0)]
    [DataRow(2000, 2000)]
    [DataRow(-1, 3000)]
    [DataRow(100000, 3000)]
    public void A_refused_body_is_read_as_far_as_it_was_announced_and_came(long claimed, int drained)
    {
        using var body = new MemoryStream(new byte[3000]);

        Assert.AreEqual(drained, Desk.Drain(body, new byte[1024], claimed));
        Assert.AreEqual(drained, body.Position);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1 << 30)]
    public void A_client_that_never_ends_is_not_read_for_ever(long claimed)
    {
        using var body = new MemoryStream(new byte[1 << 20]);

        Assert.AreEqual(65536, Desk.Drain(body, new byte[1024], claimed));
    }
}
