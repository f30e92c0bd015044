using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What cannot be done with panels is refused with what is allowed, and changes nothing.</summary>
[TestClass]
public sealed class PanelRefusalTests : PanelWall
{
    [TestMethod]
    public void Without_a_layout_of_panels_there_are_none_and_a_change_says_what_to_set()
    {
        Assert.AreEqual("""{"count":0}""", Device.Get("/api/panels").Text);
        foreach (string path in (string[])["/api/panels", "/api/panels/3", "/api/panels/all", "/api/panels/3/press"])
        {
            WiredDevice.Answer answer = Device.Post(path, """{"colour":"FF0000"}""");
            Assert.AreEqual(409, answer.Status, path);
            StringAssert.Contains(answer.Error, "/api/channel/a/layout");
        }

        Device.Post("/api/channel/a/layout", """{"kind":"grid","width":8,"height":8}""");
        Assert.AreEqual(0, Device.Get("/api/panels").Json.GetProperty("count").GetInt32(), "a grid is no panels");
    }

    [TestMethod]
    [DataRow("/api/panels/12", """{"colour":"FF0000"}""", 404, "unknown panel: use 0 to 11 or one of all, left-half, right-half")]
    [DataRow(
        "/api/panels/middle", """{"colour":"FF0000"}""", 404, "unknown panel: use 0 to 11 or one of all, left-half, right-half")]
    [DataRow(
        "/api/panels", """{"panels":[3,12],"colour":"FF0000"}""", 400,
            "panels must be a list of numbers from 0 to 11, or the name of a group")]
    [DataRow("/api/panels", """{"panels":"middle","colour":"FF0000"}""", 400, "unknown group: use all, left-half, right-half")]
    [DataRow(
        "/api/panels", """{"colour":"FF0000"}""", 400,
            "panels must be given: a list of numbers from 0 to 11, or one of all, left-half, right-half")]
    [DataRow("/api/panels", "{}", 400, "nothing is wanted: use panels with what they are to show, updates, groups or interface")]
    [DataRow("/api/panels/3", """{"sprite":"nobody"}""", 400, "unknown sprite: put it to /api/sprites/{name} first")]
    [DataRow("/api/panels/3", """{"effect":"explode"}""", 400, "effect must be none, fade-in, fade-out, blink, wipe or flip")]
    [DataRow("/api/panels/3", """{"brightness":300}""", 400, "brightness must be a whole number from 0 to 255")]
    [DataRow(
        "/api/panels/3", """{"hue":3}""", 400, "unknown field: use panels, pixels, colours, sprite, colour, brightness, effect")]
    [DataRow("/api/panels/3", """{"pixels":"00FF0"}""", 400, "pixels must be 64 pixels as RRGGBB")]
    [DataRow(
        "/api/panels/3", """{"colours":["FF0000"],"pixels":"0000000000000000000000000000000000000000000000000000000000000001"}""",
            400, "pixels must be 64 pixels as RRGGBB")]
    [DataRow("/api/panels", """{"interface":"sideways"}""", 400, "interface must be adjacent, gapped, per-panel or mixed")]
    [DataRow("/api/panels", """{"groups":{"all":[1]}}""", 400, "groups must be an object of names with lists of panels")]
    [DataRow(
        "/api/panels", """{"updates":[{"panels":[0],"colour":"FF0000"},{"panels":[1],"colour":"red"}]}""", 400,
            "colour must be a colour as RRGGBB")]
    [DataRow("/api/panels/3", """{"colours":["FF0000"]}""", 400, "colours belong to pixels: give pixels too")]
    [DataRow("/api/panels/3", """{"across":true}""", 400, "across belongs to a sprite: give sprite too")]
    [DataRow("/api/panels/3", """{"speed":7}""", 400, "palette, speed and p1 to p4 belong to a pattern: give pattern too")]
    [DataRow("/api/panels/3", """{"pattern":"fire","colour":"FF0000"}""", 400, "a panel shows one thing: use one of pixels")]
    [DataRow("/api/panels/3", """{"transitionMs":7}""", 400, "nothing is wanted of the panels: use pixels, sprite")]
    [DataRow("/api/panels", """{"panels":[3]}""", 400, "nothing is wanted of the panels: use pixels, sprite")]
    [DataRow("/api/panels/left-half/press", "", 404, "only one panel has a frame and can be pressed")]
    public void What_is_wrong_is_refused_with_what_is_allowed_and_changes_nothing(
        string path, string body, int status, string reason)
    {
        Hang(Twelve);
        Tell("/api/panels/all", """{"colour":"0000FF"}""");
        string before = Device.Get("/api/panels").Text;
        WiredDevice.Answer answer = Device.Post(path, body);
        Assert.AreEqual(status, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
        Assert.AreEqual(before, Device.Get("/api/panels").Text, "nothing changed");
        Device.Frame();
        Assert.AreEqual("BBBBBBBBBBBB", Letters());
    }

    [TestMethod]
    public void Sixty_three_pixels_are_refused()
    {
        Hang(Twelve);
        WiredDevice.Answer answer = Device.Post("/api/panels/0", $$"""{"pixels":"{{Filled("FF0000")[6..]}}"}""");
        Assert.AreEqual(400, answer.Status);
        StringAssert.StartsWith(answer.Error, "pixels must be 64 pixels as RRGGBB, or, with colours, as many hexadecimal digits");
    }

    [TestMethod]
    [DataRow("""{"kind":"panels","panels":1,"size":27,"span":true}""", 27)]
    [DataRow("""{"kind":"panels","panels":24,"size":5,"span":true}""", 5)]
    public void However_much_there_is_to_tell_it_is_told(string layout, int size)
    {
        Hang(layout);
        Device.Put("/api/sprites/twenty-letters-have-", """{"width":1,"height":1,"pixels":"FFFFFF"}""");
        Tell("/api/panels/all", """{"sprite":"twenty-letters-have-","effect":"blink","transitionMs":10000}""");
        for (int group = 0; group < 8; group++)
        {
            string panels = string.Join(',', Enumerable.Range(0, Device.Get("/api/panels").Json.GetProperty("count").GetInt32()));
            Tell("/api/panels", "{\"groups\":{\"twenty-letters-has-" + group + "\":[" + panels + "]}}");
        }

        Assert.AreEqual(8, Device.Get("/api/panels").Json.GetProperty("groups").EnumerateObject().Count() - 2);
        Tell("/api/panels/0", $$"""{"pixels":"{{string.Concat(Enumerable.Repeat("12FF34", size * size))}}"}""");
        Device.Frame();
        Assert.AreEqual(size * size * 6, Frame(0).Length);
        Assert.AreEqual(size * size * 6, Device.Get("/api/panels/0").Json.GetProperty("pixels").GetString()!.Length);
        Assert.AreEqual(200, Device.Get("/api/panels/all").Status);
    }
}
