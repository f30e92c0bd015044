using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Panels over HTTP: addressed, grouped, read back, seen at the next frame.</summary>
[TestClass]
public sealed class PanelTests : PanelWall
{
    [TestMethod]
    public void A_panel_is_found_by_its_number_from_the_left_and_shows_what_it_is_told_in_the_next_frame()
    {
        Hang(Twelve);
        Tell("/api/panels/7", """{"colour":"FF0000"}""");
        Device.Frame();
        for (int panel = 0; panel < 12; panel++)
        {
            Assert.AreEqual(Filled(panel == 7 ? "FF0000" : "000000"), Frame(panel), $"panel {panel}");
        }

        Assert.AreEqual(64, Pixels(Device.LightB).Count(pixel => pixel == "00FF00"), "one panel of B's strip is red");
        JsonElement told = Device.Get("/api/panels/7").Json;
        Assert.AreEqual("FF0000", told.GetProperty("colour").GetString());
        Assert.AreEqual(Filled("FF0000"), told.GetProperty("pixels").GetString());
        JsonElement all = Device.Get("/api/panels").Json;
        Assert.AreEqual("mixed", all.GetProperty("interface").GetString());
        Assert.AreEqual(12, all.GetProperty("panels").GetArrayLength());
        Assert.AreEqual("[0,1,2,3,4,5]", all.GetProperty("groups").GetProperty("left-half").GetRawText());
    }

    [TestMethod]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"by":"columns","serpentine":true,"span":true}""")]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"serpentine":true,"span":true,"order":"from-right"}""")]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"gap":3,"start":"bottom-right","rotation":"90","span":true}""")]
    [DataRow("""{"kind":"panels","panels":7,"size":9,"rotation":"270","serpentine":true,"span":true}""")]
    [DataRow("""{"kind":"panels","panels":5,"size":5,"rotation":"180"}""")]
    public void However_panels_hang_a_picture_is_seen_upright(string layout)
    {
        Hang(layout);
        JsonElement panels = Device.Get("/api/panels").Json;
        int size = panels.GetProperty("size").GetInt32();
        int count = panels.GetProperty("count").GetInt32();
        var random = new Random(3);
        for (int panel = 0; panel < count; panel++)
        {
            string pixels =
                string.Concat(Enumerable.Range(0, size * size).Select(_ => random.Next(2) == 0 ? "FF00FF" : "00FF00"));
            Tell($"/api/panels/{panel}", $$"""{"pixels":"{{pixels}}"}""");
            Device.Frame();
            Assert.AreEqual(pixels, Frame(panel), $"panel {panel}");
            Assert.AreEqual(
                pixels, Shown(panel, panels.GetProperty("gap").GetInt32(), size),
                    $"panel {panel}, as the channel's frame has it");
        }
    }

    [TestMethod]
    public void Pixels_come_as_colours_as_indices_and_as_a_sprite_by_name()
    {
        Hang(Twelve);
        string indices = string.Concat(Enumerable.Repeat("01", 32));
        string striped = string.Concat(Enumerable.Repeat("0000FFFFFFFF", 32));
        Tell("/api/panels/0", $$"""{"pixels":"{{striped}}"}""");
        Tell("/api/panels/1", $$"""{"colours":["0000FF","#ffffff"],"pixels":"{{indices}}"}""");
        WiredDevice.Answer put =
            Device.Ask(
                "PUT", "/api/sprites/stripes",
                    System.Text.Encoding.UTF8.GetBytes(
                        $$"""{"width":8,"height":8,"colours":["0000FF","FFFFFF"],"pixels":"{{indices}}"}"""));
        Assert.AreEqual(200, put.Status, put.Text);
        Tell("/api/panels/2", """{"sprite":"stripes"}""");
        Device.Frame();
        foreach (int panel in (int[])[0, 1, 2])
        {
            Assert.AreEqual(striped, Frame(panel), $"panel {panel}");
        }

        Assert.AreEqual("stripes", Device.Get("/api/panels/2").Json.GetProperty("sprite").GetString());
        Assert.AreEqual(striped, Device.Get("/api/sprites/stripes").Json.GetProperty("pixels").GetString());
        Assert.AreEqual("""{"most":16,"sprites":[{"name":"stripes","width":8,"height":8}]}""", Device.Get("/api/sprites").Text);
        Assert.AreEqual(200, Device.Ask("DELETE", "/api/sprites/stripes", null).Status);
        Assert.AreEqual(404, Device.Get("/api/sprites/stripes").Status);
        Assert.AreEqual(striped, Frame(2), "what shows it goes on");
    }

    [TestMethod]
    public void A_wide_sprite_lies_across_panels_from_the_left()
    {
        Hang(Twelve);
        string row = string.Concat(Enumerable.Range(0, 24).Select(column => column / 8));
        Device.Ask(
            "PUT", "/api/sprites/wide",
                System.Text.Encoding.UTF8.GetBytes(
                    $$"""{"width":24,"height":8,"colours":["FF0000","00FF00","0000FF"],"pixels":"{{string.Concat(Enumerable.Repeat(row, 8))}}"}"""));
        Tell("/api/panels", """{"panels":[2,3,4,5],"sprite":"wide","across":true}""");
        Device.Frame();
        Assert.AreEqual(Filled("FF0000"), Frame(2));
        Assert.AreEqual(Filled("00FF00"), Frame(3));
        Assert.AreEqual(Filled("0000FF"), Frame(4));
        Assert.AreEqual(Filled("000000"), Frame(5), "beside the sprite it is dark");
    }

    [TestMethod]
    public void Several_updates_in_one_call_are_one_frame_on_both_strips()
    {
        Hang(Twelve);
        Tell("/api/panels", """{"groups":{"corners":[0,11]}}""");
        Tell("/api/panels",
            """{"updates":[{"panels":"left-half","colour":"FF0000"},{"panels":"right-half","colour":"0000FF"},{"panels":"corners","colour":"00FF00"}]}""");
        Assert.AreEqual(Filled("000000"), Frame(3), "before the frame");
        Device.Frame();
        Assert.AreEqual("GRRRRRBBBBBG", Letters());
        Tell("/api/panels/all", """{"colour":"FFFF00"}""");
        Device.Frame();
        Assert.AreEqual("YYYYYYYYYYYY", Letters());
        Tell("/api/panels", """{"groups":{"corners":[]}}""");
        Assert.AreEqual(
            404, Device.Post("/api/panels/corners", """{"colour":"000000"}""").Status, "an empty group is forgotten");
    }

    [TestMethod]
    public void Each_interface_shows_what_it_says()
    {
        Hang(Twelve);
        Device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom","brightness":255}""");
        Device.Post("/api/channel/a/colours", """{"value":["FFFF00","FFFF00"]}""");
        Device.Settle();
        Assert.AreEqual("gapped", Interface(), "the layout has gaps");
        Assert.AreEqual("YYYYYYYYYYYY", Letters());
        Tell("/api/panels/3", """{"colour":"FF0000"}""");
        Device.Frame();
        Assert.AreEqual("YYYRYYYYYYYY", Letters(), "mixed: the channel's picture, and panels upon it");
        Tell("/api/panels", """{"interface":"per-panel"}""");
        Device.Frame();
        Assert.AreEqual("000R00000000", Letters(), "per panel: dark where nothing is set");
        Tell("/api/panels", """{"interface":"adjacent"}""");
        Device.Settle();
        Assert.AreEqual("YYYYYYYYYYYY", Letters(), "adjacent: the channel's picture");
        Assert.AreEqual(0, Device.Get("/api/channel/a/layout").Json.GetProperty("gap").GetInt32());
        Tell("/api/panels", """{"interface":"mixed"}""");
        Device.Settle();
        Assert.AreEqual("YYYRYYYYYYYY", Letters(), "what was set is set still");
        Tell("/api/panels", """{"interface":"gapped"}""");
        Assert.AreEqual(16, Device.Get("/api/channel/a/layout").Json.GetProperty("gap").GetInt32());
        Device.Post("/api/channel/a/layout", """{"gap":3}""");
        Tell("/api/panels", """{"interface":"mixed"}""");
        Device.Settle();
        Assert.AreEqual("YYYRYYYYYYYY", Letters());
        Tell("/api/panels/3", """{"clear":true}""");
        Device.Frame();
        Assert.AreEqual("YYYYYYYYYYYY", Letters(), "cleared");
    }

    [TestMethod]
    public void A_press_is_counted_for_its_panel()
    {
        Hang(Twelve);
        Assert.AreEqual("""{"panel":4,"presses":1}""", Device.Post("/api/panels/4/press", "").Text);
        Assert.AreEqual("""{"panel":4,"presses":2}""", Device.Post("/api/panels/4/press", "").Text);
        Assert.AreEqual(2, Device.Get("/api/panels").Json.GetProperty("panels")[4].GetProperty("presses").GetInt32());
        Assert.AreEqual(0, Device.Get("/api/panels/5").Json.GetProperty("presses").GetInt32());
    }
}
