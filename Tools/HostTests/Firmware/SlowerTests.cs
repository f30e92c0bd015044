using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Why a channel gets fewer than sixty frames a second, as the status says it.</summary>
[TestClass]
public sealed class SlowerTests
{
    private const string LargeGrid = """{"kind":"grid","width":25,"height":24,"span":true}""";

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

    [TestMethod]
    public void Many_requests_that_make_frames_late_for_long_are_named()
    {
        using var device = new WiredDevice();
        LoadGuard load = device.Supervisor.Load;
        for (int look = 0; look < 1000 && load.Level < LoadGuard.HalfRate; look++)
        {
            // Four of fifteen frames in a quarter of a second, and 90 ms between two.
            load.Look(90_000, 4, 20, halfRate: false);
            Assert.AreEqual(load.Level < LoadGuard.HalfRate ? null : "load", ReasonOf(device, "a"));
        }

        Assert.AreEqual("load", ReasonOf(device, "b"));
    }

    [TestMethod]
    public void A_pattern_that_takes_long_on_a_large_grid_is_named_until_another_is_chosen()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", LargeGrid);
        device.Settle();
        string slow = device.Get("/api/patterns?channel=a").Json.GetProperty("patterns").EnumerateArray()
            .First(one => one.GetProperty("fps").GetInt32() < 60).GetProperty("name").GetString()!;

        device.Post("/api/channel/a/pattern", $$"""{"value":"{{slow}}"}""");
        device.Settle();
        Assert.AreEqual("pattern", ReasonOf(device, "a"), slow);

        device.Post("/api/channel/a/pattern", """{"value":"solid"}""");
        device.Settle();
        Assert.IsNull(ReasonOf(device, "a"));
    }

    [TestMethod]
    public void A_supply_at_its_limit_is_named_until_a_stronger_one_is_there()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", LargeGrid);
        device.Post("/api/channel/a", """{"pattern":"plasma","palette":"cool-white","brightness":255}""");
        device.Post("/api/global", """{"board-ma":1000}""");
        Play(device);
        Assert.AreEqual("supply", ReasonOf(device, "a"));

        device.Post("/api/global", """{"board-ma":40000,"channel-ma":20000}""");
        Play(device);
        Assert.IsNull(ReasonOf(device, "a"));
    }

    // Two seconds of hops, a frame in those that it is due in.
    private static void Play(WiredDevice device)
    {
        for (int hop = 0; hop < 120; hop++)
        {
            bool isDue = device.Device.ChannelA.CountHop();
            device.Device.ChannelB.CountHop();
            if (isDue)
            {
                device.Frame();
            }
            else
            {
                device.Clock.Advance(1_000_000 / Board.FrameRateHz);
            }
        }
    }

    private static string? ReasonOf(WiredDevice device, string channel)
    {
        JsonElement told = device.Get("/api/status").Json.GetProperty("channels").GetProperty(channel);
        return told.TryGetProperty("slower", out JsonElement slower) ? slower.GetString() : null;
    }
}
