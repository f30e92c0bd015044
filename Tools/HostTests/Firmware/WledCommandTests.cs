using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;
using NanoHost;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>WLED's older interface, which changes by GET: what it sets, and whom it obeys.</summary>
[TestClass]
public sealed class WledCommandTests : IDisposable
{
    private static readonly string[] XmlNames = ["ac", "fx", "sx", "ix", "fp", "wv", "cy", "ds"];

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    [DataRow("/win&A=40", "/api/global/brightness", "40")]
    [DataRow("/win&A=~-55", "/api/global/brightness", "200")]
    [DataRow("/win&A=999", "/api/global/brightness", "255")]
    [DataRow("/win&A=0", "/api/global/power", "false")]
    [DataRow("/win&A=0&T=1", "/api/global/power", "true")]
    [DataRow("/win&T=0", "/api/global/power", "false")]
    [DataRow("/win&T=2", "/api/global/power", "false")]
    [DataRow("/win&T=1", "/api/global/power", "true")]
    [DataRow("/win&FX=1", "/api/channel/a/pattern", "\"pulse\"")]
    [DataRow("/win&FX=1", "/api/channel/b/pattern", "\"pulse\"")]
    [DataRow("/win&FX=~", "/api/channel/b/pattern", "\"pulse\"", DisplayName = "one more than A's, for both")]
    [DataRow("/win&FX=250", "/api/channel/a/pattern", "\"spectrum\"", DisplayName = "beyond the list")]
    [DataRow("/win&SS=1&FX=1", "/api/channel/a/pattern", "\"spectrum\"")]
    [DataRow("/win&SS=1&FX=1", "/api/channel/b/pattern", "\"pulse\"")]
    [DataRow("/win&SS=7&FX=1", "/api/channel/b/pattern", "\"pulse\"", DisplayName = "no such segment is none")]
    [DataRow("/win&SX=9", "/api/channel/b/speed", "9")]
    [DataRow("/win&IX=77", "/api/channel/a/p1", "77")]
    [DataRow("/win&FP=2", "/api/channel/a/palette", "\"ocean\"")]
    [DataRow("/win&RV=1", "/api/channel/a/reverse", "true")]
    [DataRow("/win&RV=1", "/api/channel/b/reverse", "false", DisplayName = "the first segment alone")]
    [DataRow("/win&SS=1&MI=1", "/api/channel/b/mirror", "true")]
    [DataRow("/win&SS=1&SB=30", "/api/channel/b/brightness", "30")]
    [DataRow("/win&SS=1&SB=0", "/api/channel/b/enabled", "false")]
    [DataRow("/win&SS=1&SW=0", "/api/channel/b/enabled", "false")]
    [DataRow("/win&SS=1&SW=2", "/api/channel/b/enabled", "false")]
    [DataRow("/win&TT=700", "/api/channel/b/fade", "700")]
    [DataRow("/win&TT=70000", "/api/channel/b/fade", "5000")]
    [DataRow("/win&R=255&G=0&B=16", "/api/channel/b/palette", "\"custom\"")]
    [DataRow("/win&R=255&G=0&B=16", "/api/channel/a/pattern", "\"solid\"")]
    [DataRow("/win&R=255&G=0&B=16", "/api/channel/a/colours", "[\"FF0010\",\"FF0010\"]")]
    [DataRow("/win&R=~-5", "/api/channel/a/colours", "[\"FA3C00\",\"FA3C00\"]")]
    [DataRow("/win&CL=h00FF0010", "/api/channel/a/colours", "[\"FF0010\",\"FF0010\"]")]
    [DataRow("/win&CL=255", "/api/channel/a/colours", "[\"0000FF\",\"0000FF\"]")]
    [DataRow("/win&R=1&FX=1", "/api/channel/a/pattern", "\"pulse\"")]
    [DataRow("/win&HU=7&NL=5&X1=3", "/api/channel/a/pattern", "\"spectrum\"", DisplayName = "what we do not have is passed over")]
    public void A_command_sets_what_it_sets_in_wled(string url, string path, string value)
    {
        _device.Post("/api/channel/a", """{"pattern":"spectrum","palette":"fire","p1":3}""");
        _device.Post("/api/channel/b", """{"pattern":"spectrum","palette":"fire"}""");

        WiredDevice.Answer answer = _device.Get(url);

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual("text/xml", answer.ContentType);
        Assert.AreEqual("{\"value\":" + value + "}", _device.Get(path).Text);
    }

    [TestMethod]
    public void Presets_are_saved_recalled_and_stepped_through()
    {
        _device.Get("/win&A=10&PS=1");
        _device.Get("/win&A=20&PS=2");
        Assert.AreEqual("Preset 1", _device.Device.Presets.NameOf(1));
        _device.Get("/win&PL=1");
        Assert.AreEqual(10, _device.Device.Master.Brightness);
        _device.Get("/win&P1=1&P2=2&PL=~");
        Assert.AreEqual(20, _device.Device.Master.Brightness);
        _device.Get("/win&P1=1&P2=2&PL=~");
        Assert.AreEqual(10, _device.Device.Master.Brightness, "round the end of the range");
        _device.Get("/win&PL=7");
        Assert.AreEqual(10, _device.Device.Master.Brightness, "an empty slot");
        _device.Get("/win&PS=9");
        Assert.AreEqual(
            "none",
            string.Join(
                ',',
                Enumerable.Range(3, 6).Where(
                    slot => _device.Device.Presets.NameOf(slot) != null).Select(slot => slot.ToString()).DefaultIfEmpty("none")));
    }

    [TestMethod]
    public void Presets_saved_by_a_link_count_against_the_flash_budget_too()
    {
        int saved = Enumerable.Range(1, 60).Count(i => _device.Get($"/win&A={i}&PS=1").Status == 200);

        Assert.AreEqual(20, saved);
        Assert.AreEqual(429, _device.Get("/win&A=99&PS=1").Status);
        Assert.AreEqual(20, _device.Device.Master.Brightness, "a command that is refused changes nothing");
    }

    [TestMethod]
    public void Without_a_command_it_tells_how_things_are_in_xml()
    {
        _device.Post("/api/global", """{"brightness":77}""");
        _device.Post("/api/channel/a", """{"pattern":"pulse","palette":"ocean","speed":9,"p1":5}""");
        _device.Device.Hotspot.Name = "me & <you>";

        string text = _device.Get("/win").Text;

        var xml = System.Xml.Linq.XDocument.Parse(text).Root!;
        Assert.AreEqual("vs", xml.Name.LocalName);
        Assert.AreEqual("77 1 9 5 2 -1 0 me & <you>", string.Join(' ', XmlNames.Select(name => xml.Element(name)!.Value)));
        Assert.AreEqual("3 3", xml.Elements("cl").Count() + " " + xml.Elements("cs").Count());
        _device.Get("/win&T=0");
        StringAssert.Contains(_device.Get("/win").Text, "<ac>0</ac>", "off is brightness 0");
        Assert.AreEqual(string.Empty, _device.Get("/win&T=1&IN").Text, "asked for no answer");
    }

    [TestMethod]
    public void A_command_may_be_posted_and_to_head_it_is_no_command()
    {
        Assert.AreEqual(200, _device.Post("/win&A=40", string.Empty).Status);
        Assert.AreEqual(40, _device.Device.Master.Brightness);
        Assert.AreEqual(200, _device.Ask("HEAD", "/win&A=50", null).Status);
        Assert.AreEqual(40, _device.Device.Master.Brightness);
        Assert.AreEqual(405, _device.Ask("DELETE", "/win&A=50", null).Status);
        Assert.AreEqual(404, _device.Get("/window&A=50").Status);
        Assert.AreEqual(404, _device.Get("/win/A=50").Status);
    }

    [TestMethod]
    [DataRow("/reset")]
    [DataRow("/win&RB")]
    public void The_device_starts_again_with_what_was_changed_saved(string url)
    {
        var rebooted = new ManualResetEventSlim();
        SimulatedBoard.Current.Rebooted += _ =>
        {
            // As on the board nobody comes back from here.
            Thread.CurrentThread.IsBackground = true;
            rebooted.Set();
            Thread.Sleep(Timeout.Infinite);
        };
        _device.Post("/api/channel/a", """{"brightness":3}""");

        Assert.AreEqual(200, _device.Get(url).Status);

        Assert.IsFalse(_device.Device.Settings.IsDirty, "saved first");
        Assert.IsTrue(rebooted.Wait(TimeSpan.FromSeconds(30)), "started again when the answer has left");
    }

    [TestMethod]
    public void Reset_is_one_path_and_to_look_at_it_changes_nothing()
    {
        Assert.AreEqual(404, _device.Get("/reset/x").Status);
        Assert.AreEqual(405, _device.Ask("DELETE", "/reset", null).Status);
        Assert.AreEqual(200, _device.Ask("HEAD", "/reset", null).Status);
    }

    [TestMethod]
    [DataRow("http://192.168.4.1", null, null, null, 200, DisplayName = "the device's own page")]
    [DataRow("http://evil.example", null, null, null, 403, DisplayName = "another site's script")]
    [DataRow("null", null, null, null, 403, DisplayName = "a page without an origin")]
    [DataRow(null, "http://192.168.4.1/", null, "Mozilla/5.0", 200, DisplayName = "a link of the device's own page")]
    [DataRow(null, "http://evil.example/party.html", null, "Mozilla/5.0", 403, DisplayName = "another site's picture")]
    [DataRow(
        null, "http://192.168.4.1.evil.example/", null, "Mozilla/5.0", 403, DisplayName = "a site that begins like the device")]
    [DataRow(null, "http://192.168.4.10/", null, "Mozilla/5.0", 403, DisplayName = "another device of the network")]
    [DataRow(null, "https://192.168.4.1/", null, "Mozilla/5.0", 403, DisplayName = "another scheme")]
    [DataRow(null, null, "cross-site", null, 403, DisplayName = "another site, as the browser says")]
    [DataRow(null, null, "same-site", "Mozilla/5.0", 403, DisplayName = "a neighbour's site, as the browser says")]
    [DataRow(null, "http://192.168.4.1/", "cross-site", "Mozilla/5.0", 403, DisplayName = "one mark is enough")]
    [DataRow(null, null, "same-origin", "Mozilla/5.0", 200, DisplayName = "its own page, as the browser says")]
    [DataRow(null, null, "none", "Mozilla/5.0", 200, DisplayName = "typed by a person, as the browser says")]
    [DataRow(
        null, null, null, "Mozilla/5.0 (X11; Linux)", 403,
        DisplayName = "a browser that says nothing, as for a page that forbids it to")]
    [DataRow(null, null, null, "curl/8.5", 200, DisplayName = "a script")]
    [DataRow(null, null, null, null, 200, DisplayName = "a program that says nothing")]
    public void A_browser_is_obeyed_only_when_it_comes_from_the_devices_own_page(
        string? origin, string? referer, string? site, string? agent, int status)
    {
        Ask(origin, referer, site, agent);

        WiredDevice.Answer answer = _device.Get("/win&T=0");

        Assert.AreEqual(status, answer.Status, answer.Text);
        if (status != 200)
        {
            Assert.AreEqual(status, _device.Get("/reset").Status, "nor is the device started again");
        }

        Assert.AreEqual(status != 200, _device.Device.Master.Power, "refused, it changes nothing");
        Assert.AreEqual(200, _device.Get("/win").Status, "to look is free");
    }

    [TestMethod]
    public void A_key_is_needed_where_one_is_set()
    {
        _device.Post("/api/security", """{"key":"let me in"}""");

        Assert.AreEqual(401, _device.Get("/win&T=0").Status);
        Assert.AreEqual(401, _device.Get("/reset").Status);
        Assert.IsTrue(_device.Device.Master.Power, "a request without the key switched the power off");
        Assert.AreEqual(200, _device.Get("/win").Status, "to look is free");
        _device.Key = "let me in";
        Assert.AreEqual(200, _device.Get("/win&T=0").Status);
        Assert.IsFalse(_device.Device.Master.Power, "a request with the key changed nothing");
    }

    [TestMethod]
    public void Under_a_foreign_name_it_leads_to_the_address()
    {
        _device.Headers = request => request.IsForeign = true;

        Assert.AreEqual(302, _device.Get("/win&T=0").Status);
        Assert.IsTrue(_device.Device.Master.Power, "a foreign name switched the power off");
    }

    private void Ask(string? origin, string? referer, string? site, string? agent) => _device.Headers = request =>
    {
        request.Host = "192.168.4.1";
        request.Origin = origin;
        request.Referer = referer;
        request.FetchSite = site;
        request.Agent = agent;
    };
}
