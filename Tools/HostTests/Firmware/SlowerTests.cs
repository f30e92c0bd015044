using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Why a channel gets fewer than sixty frames a second, as the status says it.</summary>
[TestClass]
public sealed class SlowerTests
{
    [TestMethod]
    public void A_strip_that_gets_every_frame_has_no_reason()
    {
        using var device = new WiredDevice();
        Assert.IsNull(ReasonOf(device, "a"));
        Assert.IsNull(ReasonOf(device, "b"));
    }

    [TestMethod]
    public void More_LEDs_than_the_wire_takes_in_a_sixtieth_are_the_reason()
    {
        using var device = new WiredDevice(ledsA: 600, ledsB: 100);
        Assert.AreEqual("wire", ReasonOf(device, "a"));
        Assert.IsNull(ReasonOf(device, "b"), "the other strip is short");
    }

    [TestMethod]
    public void What_somebody_chose_is_named_too()
    {
        using var device = new WiredDevice();
        device.Post("/api/global", """{"lite":true}""");
        Assert.AreEqual("lite", ReasonOf(device, "a"));
    }

    private static string? ReasonOf(WiredDevice device, string channel)
    {
        JsonElement told = device.Get("/api/status").Json.GetProperty("channels").GetProperty(channel);
        return told.TryGetProperty("slower", out JsonElement slower) ? slower.GetString() : null;
    }
}
