using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Shows for panels are there where panels hang, and wait elsewhere.</summary>
[TestClass]
public sealed class PanelShowTests
{
    private const string Panels =
        """{"kind":"panels","panels":12,"size":8,"gap":16,"by":"columns","serpentine":true,"span":true}""";
    private const string Grid = """{"kind":"grid","width":24,"height":16}""";
    private const string Line = """{"kind":"line"}""";

    [TestMethod]
    public void They_are_listed_only_where_panels_hang()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        Assert.AreEqual("", Listed(device), "on lines");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual("", Listed(device), "on a grid");
        WiredDevice.Answer refused = device.Post("/api/channel/a", """{"pattern":"chorus"}""");
        Assert.AreEqual(400, refused.Status);
        Assert.AreEqual(
            "pattern must be a name or an index from 0 to 58, and on panels (/api/channel/{a|b}/layout) there are more",
            refused.Error);
        device.Post("/api/channel/a/layout", Panels);
        Assert.AreEqual("chorus facets voyage downpour", Listed(device), "on panels");
        foreach (string show in Listed(device).Split(' '))
        {
            Assert.AreEqual(200, device.Post("/api/channel/a", $$"""{"pattern":"{{show}}"}""").Status, show);
            device.Settle();
            Assert.IsTrue(device.LightA.Any(part => part > 20) && device.LightB.Any(part => part > 20), $"{show} is seen");
        }

        Assert.AreEqual(400, device.Post("/api/channel/a", """{"pattern":63}""").Status, "there are no more");
    }

    [TestMethod]
    public void Panels_on_strip_B_alone_have_them_too()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        device.Post("/api/channel/a/layout", Grid);
        device.Post("/api/channel/b/layout", """{"kind":"panels","panels":6,"size":8}""");
        Assert.AreEqual("chorus facets voyage downpour", Listed(device), "B's panels");
        Assert.AreEqual(200, device.Post("/api/channel/b", """{"pattern":"chorus"}""").Status, "on B");
        Assert.AreEqual(400, device.Post("/api/channel/a", """{"pattern":"chorus"}""").Status, "A is a grid");
    }

    [TestMethod]
    public void A_show_waits_on_grids_and_lines_for_the_next_panels_and_in_a_preset()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        device.Post("/api/channel/a/layout", Panels);
        device.Post("/api/channel/a", """{"pattern":"voyage","p2":11}""");
        device.Post("/api/presets/1", """{"name":"stars"}""");
        foreach (string other in new[] { Grid, Line, Grid })
        {
            device.Post("/api/channel/a/layout", other);
            Assert.AreEqual("spectrum voyage", Shown(device), other);
        }

        device.Post("/api/channel/a/layout", Panels);
        Assert.AreEqual("voyage 11", $"{Shown(device)} {Value(device, "p2")}", "it is back as it was set");
        device.Post("/api/channel/a/layout", Grid);
        device.Post("/api/channel/a", """{"pattern":"rose"}""");
        device.Post("/api/channel/a/layout", Panels);
        Assert.AreEqual("rose", Shown(device), "whoever chose another one has changed his mind");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(200, device.Post("/api/presets/1/recall", string.Empty).Status);
        Assert.AreEqual("rose voyage", Shown(device), "a grid goes on with its own");
        device.Post("/api/channel/a/layout", Panels);
        Assert.AreEqual("voyage 11", $"{Shown(device)} {Value(device, "p2")}");
    }

    [TestMethod]
    public void A_grid_that_follows_panels_keeps_its_own_pattern()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        device.Post("/api/channel/a/layout", """{"kind":"panels","panels":6,"size":8}""");
        device.Post("/api/channel/b/layout", Grid);
        device.Post("/api/channel/a", """{"pattern":"chorus"}""");
        device.Post("/api/channel/b", """{"pattern":"solid","brightness":255}""");
        device.Post("/api/global", """{"link":"split"}""");
        device.Settle();
        Assert.IsTrue(device.LightB.Any(part => part > 0), "it is lit");
    }

    private static string Listed(WiredDevice device) => string.Join(
        ' ', device.Get("/api/patterns").Json.GetProperty("patterns").EnumerateArray()
            .Where(pattern => pattern.GetProperty("kind").GetString() == "panels")
            .Select(pattern => pattern.GetProperty("name").GetString()));

    private static string Shown(WiredDevice device)
    {
        System.Text.Json.JsonElement a = device.Get("/api/channel/a").Json;
        string waits = a.TryGetProperty("waitsForGrid", out System.Text.Json.JsonElement name) ? " " + name.GetString() : "";
        return a.GetProperty("pattern").GetString() + waits;
    }

    private static int Value(WiredDevice device, string name) => device.Get("/api/channel/a").Json.GetProperty(name).GetInt32();
}
