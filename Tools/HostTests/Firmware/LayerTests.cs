using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Layers over HTTP: set as a list, with their costs, kept, refused with the reason.</summary>
[TestClass]
public sealed class LayerTests
{
    private const string Two =
        """[{"pattern":"barber","palette":"fire","blend":"add","level":200,"on":true},{"pattern":"pulse","palette":"ocean","blend":"opaque","level":255,"on":false}]""";

    [TestMethod]
    public void A_channel_has_its_own_picture_and_nothing_over_it_until_it_is_told_otherwise()
    {
        using var device = new WiredDevice();
        JsonElement layers = device.Get("/api/channel/a/layers").Json;
        Assert.AreEqual("""{"pattern":"spectrum","palette":"sunset","cost":12.7}""", layers.GetProperty("base").GetRawText());
        Assert.AreEqual(0, layers.GetProperty("layers").GetArrayLength());
        Assert.AreEqual(12.7, layers.GetProperty("cost").GetDouble());
        Assert.AreEqual("[]", device.Get("/api/state").Json.GetProperty("b").GetProperty("layers").GetRawText());
    }

    [TestMethod]
    public void Layers_are_told_of_as_they_were_set_each_with_its_cost_and_the_sum()
    {
        using var device = new WiredDevice();
        WiredDevice.Answer answer = device.Post("/api/channel/a/layers", $$"""{"layers":{{Two}}}""");
        Assert.AreEqual(200, answer.Status, answer.Text);
        JsonElement[] layers = [.. answer.Json.GetProperty("layers").EnumerateArray()];
        Assert.AreEqual("barber", layers[0].GetProperty("pattern").GetString());
        Assert.IsTrue(layers[0].GetProperty("cost").GetDouble() > 5, layers[0].GetRawText());
        Assert.AreEqual(Two, device.Get("/api/state").Json.GetProperty("a").GetProperty("layers").GetRawText());
        Assert.AreEqual(
            12.7 + layers[0].GetProperty("cost").GetDouble(), answer.Json.GetProperty("cost").GetDouble(), 0.01,
                "what is off costs nothing");
        Assert.AreEqual(answer.Text, device.Get("/api/channel/a/layers").Text);
        Assert.AreEqual(0, device.Get("/api/channel/b/layers").Json.GetProperty("layers").GetArrayLength(), "A is not B");
    }

    [TestMethod]
    [DataRow("{}", "unknown field: use layers")]
    [DataRow("""{"layers":7}""", "layers must be a list of at most 2 objects")]
    [DataRow("""{"layers":[{},{},{}]}""", "layers must be a list of at most 2 objects")]
    [DataRow("""{"layers":[{"pattern":"nothing"}]}""", "pattern must be a name or an index from 0 to 41")]
    [DataRow("""{"layers":[{"pattern":"plasma"}]}""", "pattern must be a name or an index from 0 to 41")]
    [DataRow("""{"layers":[{"blend":"overlay"}]}""", "blend must be opaque, add, max, screen or multiply")]
    [DataRow("""{"layers":[{"level":256}]}""", "level must be a whole number from 0 to 255")]
    [DataRow("""{"layers":[{"mode":"add"}]}""", "unknown control: use pattern, palette, blend, level, on")]
    [DataRow("""{"layers":[],"on":true}""", "unknown field: use layers")]
    public void What_cannot_be_is_refused_with_the_reason_and_changes_nothing(string body, string reason)
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"aurora"}""");
        device.Post("/api/channel/a/layers", $$"""{"layers":{{Two}}}""");
        string before = device.Get("/api/state").Json.GetRawText();
        WiredDevice.Answer answer = device.Post("/api/channel/a/layers", body);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
        Assert.AreEqual(before, device.Get("/api/state").Json.GetRawText(), "nothing changed");
    }

    [TestMethod]
    public void What_takes_too_long_is_refused_and_the_dearest_of_a_line_fit()
    {
        using var device = new WiredDevice(ledsA: 180);
        device.Post("/api/channel/a", """{"pattern":"wings"}""");
        const string Dearest = """{"layers":[{"pattern":"solid","blend":"max"},{"pattern":"aurora","blend":"screen"}]}""";
        Assert.AreEqual(200, device.Post("/api/channel/a/layers", Dearest).Status, "24.0 of 24.0 µs");
        device.Post("/api/channel/a/layers", """{"layers":[]}""");
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":15,"height":12}""");
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"pattern":"blaze"}""").Status, "a grid has it");
        string before = device.Get("/api/state").Json.GetRawText();
        WiredDevice.Answer answer = device.Post("/api/channel/a/layers", Dearest);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, "layers take too long: the pattern and its dearest layer take 36.3 ");
        Assert.AreEqual(before, device.Get("/api/state").Json.GetRawText(), "nothing changed");
    }

    [TestMethod]
    public void A_long_strip_takes_opaque_layers_alone()
    {
        using var device = new WiredDevice(ledsA: 300);
        WiredDevice.Answer refused = device.Post("/api/channel/a/layers", """{"layers":[{"pattern":"solid","blend":"add"}]}""");
        Assert.AreEqual(400, refused.Status);
        StringAssert.StartsWith(refused.Error, "blend must be opaque on a strip of more than 180 LEDs");
        Assert.AreEqual(
            200, device.Post("/api/channel/a/layers", """{"layers":[{"pattern":"solid","palette":"ocean"}]}""").Status);
        device.Settle();
        device.Post("/api/channel/a", """{"pattern":"pulse"}""");
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 20), "over a pattern that is black in silence the layer is seen");
    }

    [TestMethod]
    public void A_layer_goes_off_and_on_and_its_level_is_its_brightness()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"pulse","brightness":255}""");
        string[] saids = ["""{"level":255}""", """{"level":100}""", """{"level":100,"on":false}""", """{"level":0}"""];
        int[] brightest = [.. saids.Select(said =>
        {
            Assert.AreEqual(
                200, device.Post(
                    "/api/channel/a/layers", "{\"layers\":[" + said.Replace("{", "{\"pattern\":\"solid\",\"blend\":\"max\",")
                        + "]}").Status);
            device.Settle();
            return (int)device.LightA.Max();
        })];
        Assert.IsTrue(
            brightest[0] > 150 && brightest[1] > 40 && brightest[1] < brightest[0] * 0.45, string.Join(", ", brightest));
        Assert.AreEqual(0, brightest[2] + brightest[3], "off, and of no level");
    }

    [TestMethod]
    public void Layers_are_part_of_presets_backups_and_what_is_remembered()
    {
        using var folder = new Simulator.TemporaryFolder();
        string backup;
        using (var device = new WiredDevice(folder.Name))
        {
            device.Device.Restore();
            device.Post("/api/channel/b/layers", $$"""{"layers":{{Two}}}""");
            device.Post("/api/presets/1", """{"name":"two layers"}""");
            backup = device.Get("/api/backup").Text;
            device.Post("/api/channel/b/layers", """{"layers":[]}""");
            device.Post("/api/presets/2", """{"name":"none"}""");
            device.Post("/api/presets/1/recall", "");
            Assert.AreEqual(Two, OfB(device), "recalled");
            device.Post("/api/presets/2/recall", "");
            Assert.AreEqual("[]", OfB(device), "what has none takes them away");
            Assert.AreEqual(200, device.Post("/api/backup", backup).Status);
            Assert.AreEqual(Two, OfB(device), "brought back");
            device.Device.Settings.Flush();
        }

        using var again = new WiredDevice(folder.Name);
        again.Device.Restore();
        Assert.AreEqual(Two, OfB(again), "after a restart");
        again.Settle();
    }

    [TestMethod]
    public void A_pattern_for_grids_is_a_layer_where_a_grid_is_and_rests_on_a_line()
    {
        using var device = new WiredDevice();
        const string Both =
            """{"a":{"layout":{"kind":"grid","width":18,"height":10},"pattern":"pulse","brightness":255,"layers":[{"pattern":"clock","blend":"max"}]}}""";
        WiredDevice.Answer answer = device.Post("/api/state", Both);
        Assert.AreEqual(200, answer.Status, answer.Text);
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 20), "the clock is seen");
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        device.Settle();
        Assert.IsTrue(device.LightA.All(part => part == 0), "it rests");
        Assert.AreEqual(
            "clock", device.Get("/api/channel/a/layers").Json.GetProperty("layers")[0].GetProperty("pattern").GetString());
        device.Post("/api/channel/a/layout", """{"kind":"grid"}""");
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 20), "and is seen again");
    }

    [TestMethod]
    public void A_layer_hears_what_was_heard_between_two_of_its_frames()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom"}""");
        device.Post("/api/channel/a/colours", """{"value":["000000","000000"]}""");
        device.Post("/api/channel/a/layers", """{"layers":[{"pattern":"pulse","blend":"max"}]}""");
        device.Settle();
        for (int at = 0; at < 4; at++)
        {
            for (int i = 0; i < 60; i++)
            {
                device.Frame();
            }

            Assert.IsTrue(device.LightA.All(part => part == 0), "dark between two hits");
            for (int i = 0; i < at; i++)
            {
                device.Frame();
            }

            device.Heard.Onset = true;
            device.Heard.OnsetStrength = 200;
            device.Frame();
            device.Heard.Onset = false;
            for (int i = 0; i < 8; i++)
            {
                device.Frame();
            }

            Assert.IsTrue(device.LightA.Any(part => part > 0), $"a hit in frame {at} of four is seen");
        }
    }

    [TestMethod]
    public void What_patterns_cost_is_what_the_docs_say()
    {
        string[] names = PatternCatalog.NamesFor(PatternCatalog.CountOnPanels);
        (string File, double Share)[] documents = [("patterns.md", 1.0), ("layouts.md", 0.5), ("panels.md", 0.5)];
        foreach ((string file, double share) in documents)
        {
            string[] rows = File.ReadAllLines(Path.Combine(Documentation(), file));
            foreach (
                string[] cells in rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)).Where(
                    cells => cells.Length > 6 && names.Contains(cells[1])))
            {
                double said = double.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture) * share;
                double kept = LayerCost.OfPattern(Array.IndexOf(names, cells[1])) / 10.0;
                Assert.AreEqual(said, kept, 1.0, $"{cells[1]} in docs/{file}");
            }
        }
    }

    private static string OfB(WiredDevice device) =>
        device.Get("/api/state").Json.GetProperty("b").GetProperty("layers").GetRawText();

    private static string Documentation([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs");
}
