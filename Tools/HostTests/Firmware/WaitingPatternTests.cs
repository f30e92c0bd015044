using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A pattern for grids that a line cannot show waits for the next grid, with its parameters.</summary>
[TestClass]
public sealed class WaitingPatternTests
{
    private const string Grid = """{"kind":"grid","width":12,"height":10}""";
    private const string Line = """{"kind":"line"}""";

    [TestMethod]
    public void A_grid_that_was_a_line_for_a_while_shows_what_it_showed_before()
    {
        using var device = OnGrid();
        device.Post("/api/channel/a/layout", Line);
        Assert.AreEqual("spectrum rose", Shown(device));
        device.Post("/api/channel/a", """{"palette":"ember","brightness":77}""");
        Assert.AreEqual("spectrum rose", Shown(device), "colours and brightness are no other pattern");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual("rose", Shown(device));
        Assert.AreEqual(3, device.Get("/api/channel/a").Json.GetProperty("p3").GetInt32(), "as it was set");
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 5), "and it is drawn");
    }

    [TestMethod]
    [DataRow("""{"pattern":"fire"}""", "fire")]
    [DataRow("""{"p1":200}""", "spectrum")]
    public void Whoever_chooses_something_for_the_line_has_changed_his_mind(string choice, string shown)
    {
        using var device = OnGrid();
        device.Post("/api/channel/a/layout", Line);
        device.Post("/api/channel/a", choice);
        Assert.AreEqual(shown, Shown(device));
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(shown, Shown(device));
    }

    [TestMethod]
    public void A_preset_of_a_grid_leaves_a_line_its_pattern_and_waits_for_the_grid()
    {
        using var device = OnGrid();
        device.Post("/api/channel/a", """{"brightness":77}""");
        device.Post("/api/presets/1", """{"name":"rose"}""");
        device.Post("/api/channel/a/layout", Line);
        device.Post("/api/channel/a", """{"pattern":"fire","p2":9,"brightness":5}""");
        Assert.AreEqual(200, device.Post("/api/presets/1/recall", string.Empty).Status);
        Assert.AreEqual("fire rose", Shown(device));
        JsonElement a = device.Get("/api/channel/a").Json;
        Assert.AreEqual("77 9", $"{a.GetProperty("brightness")} {a.GetProperty("p2")}",
            "the look's brightness, the line's parameters");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual("rose", Shown(device));
        Assert.AreEqual(3, device.Get("/api/channel/a").Json.GetProperty("p3").GetInt32());
    }

    [TestMethod]
    public void What_waits_is_kept_over_presets_backups_and_restarts()
    {
        using var folder = new Simulator.TemporaryFolder();
        string backup;
        using (var device = new WiredDevice(folder.Name))
        {
            SetUp(device);
            device.Post("/api/presets/1", """{"name":"on the grid"}""");
            device.Post("/api/channel/a/layout", Line);
            device.Post("/api/presets/2", """{"name":"on the line"}""");
            backup = device.Get("/api/backup").Text;
            device.Device.Settings.Flush();
        }

        using var again = new WiredDevice(folder.Name);
        again.Device.Restore();
        Assert.AreEqual("spectrum rose", Shown(again), "over a restart");
        again.Device.Settings.Flush();

        using var other = new WiredDevice();
        Assert.AreEqual(200, other.Post("/api/backup", backup).Status, "a backup that was made on a line");
        for (int slot = 1; slot <= 2; slot++)
        {
            other.Post("/api/channel/a/layout", Line);
            other.Post("/api/channel/a", """{"pattern":"fire"}""");
            other.Post($"/api/presets/{slot}/recall", string.Empty);
            other.Post("/api/channel/a/layout", Grid);
            Assert.AreEqual("rose", Shown(other), $"preset {slot}");
        }
    }

    private static WiredDevice OnGrid()
    {
        var device = new WiredDevice();
        SetUp(device);
        return device;
    }

    private static void SetUp(WiredDevice device)
    {
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"pattern":"rose","p3":3}""").Status,
            "a pattern for grids is chosen");
        device.Settle();
    }

    // The pattern, and behind it the one that waits.
    private static string Shown(WiredDevice device)
    {
        JsonElement channel = device.Get("/api/channel/a").Json;
        string waits = channel.TryGetProperty("waitsForGrid", out JsonElement name) ? " " + name.GetString() : string.Empty;
        return channel.GetProperty("pattern").GetString() + waits;
    }
}
