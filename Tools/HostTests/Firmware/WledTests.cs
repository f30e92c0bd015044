using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>WLED's form of the device: what its clients ask for, and what they may ask.</summary>
[TestClass]
public sealed class WledTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_path_that_is_none_changes_nothing_and_takes_no_more_than_others()
    {
        WiredDevice.Answer answer = _device.Post("/json/nonsense", """{"on":false}""");
        Assert.AreEqual(404, answer.Status);
        Assert.IsTrue(_device.Get("/api/global/power").Json.GetProperty("value").GetBoolean(), "still on");
        Assert.AreEqual(413, _device.Post("/json/backup", new string(' ', 12_000)).Status);
    }

    [TestMethod]
    public void The_whole_document_has_what_clients_need()
    {
        JsonElement all = _device.Get("/json").Json;

        JsonElement info = all.GetProperty("info");
        Assert.AreEqual("0.15.0", info.GetProperty("ver").GetString());
        Assert.AreEqual("WLED", info.GetProperty("brand").GetString());
        Assert.AreEqual("nanoFirmware", info.GetProperty("product").GetString());
        Assert.AreEqual(360, info.GetProperty("leds").GetProperty("count").GetInt32());
        Assert.AreEqual(-1, info.GetProperty("ws").GetInt32());
        StringAssert.Matches(info.GetProperty("mac").GetString()!, new("^[0-9a-f]{12}$"));
        Assert.AreEqual(info.GetProperty("fxcount").GetInt32(), all.GetProperty("effects").GetArrayLength());
        Assert.AreEqual(info.GetProperty("palcount").GetInt32(), all.GetProperty("palettes").GetArrayLength());
        Assert.AreEqual("pulse", all.GetProperty("effects")[1].GetString());
        JsonElement state = all.GetProperty("state");
        foreach (string field in new[] { "on", "bri", "transition", "ps", "pl", "nl", "udpn", "lor", "mainseg", "seg" })
        {
            Assert.IsTrue(state.TryGetProperty(field, out _), field);
        }

        Assert.AreEqual(
            "0 180 180 360",
            string.Join(
                ' ',
                state.GetProperty("seg").EnumerateArray().Select(
                    each => each.GetProperty("start") + " " + each.GetProperty("stop"))));
    }

    [TestMethod]
    [DataRow("/json/state", "state")]
    [DataRow("/json/info", "info")]
    [DataRow("/json/effects", "effects")]
    [DataRow("/json/eff", "effects")]
    [DataRow("/json/palettes", "palettes")]
    [DataRow("/json/pal", "palettes")]
    public void Each_part_has_a_path_of_its_own(string path, string part) =>
        Assert.AreEqual(_device.Get("/json").Json.GetProperty(part).GetRawText(), _device.Get(path).Text);

    [TestMethod]
    public void State_and_info_come_together_too()
    {
        Assert.AreEqual("state info", string.Join(' ', _device.Get("/json/si").Json.EnumerateObject().Select(each => each.Name)));
        Assert.AreEqual(404, _device.Get("/json/nodes").Status);
        Assert.AreEqual(404, _device.Get("/json/state/x").Status);
        Assert.AreEqual(405, _device.Ask("DELETE", "/json/state", null).Status);
        Assert.AreEqual(405, _device.Post("/presets.json", "{}").Status);
    }

    [TestMethod]
    public void What_home_assistant_sends_changes_the_device_and_answers_with_its_state()
    {
        JsonElement state = _device.Post(
            "/json/state", """{"seg":[{"id":1,"bri":77,"fx":1,"pal":2,"sx":9,"on":true}],"tt":7,"v":true}""").Json;

        Assert.AreEqual(77, _device.Device.ChannelB.Controls.Brightness());
        Assert.AreEqual("pulse", _device.Get("/api/channel/b/pattern").Json.GetProperty("value").GetString());
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
        Assert.AreEqual(77, state.GetProperty("seg")[1].GetProperty("bri").GetInt32());

        _device.Post("/json/state", """{"on":false,"bri":40,"transition":4,"v":true}""");
        Assert.IsFalse(_device.Device.Master.Power, "the power is still on");
        Assert.AreEqual(40, _device.Device.Master.Brightness);
        Assert.AreEqual("""{"value":400}""", _device.Get("/api/channel/b/fade").Text);
    }

    [TestMethod]
    [DataRow("""{"seg":{"bri":9}}""", 9, 9)]
    [DataRow("""{"seg":{"id":1,"bri":9}}""", 128, 9)]
    [DataRow("""{"seg":{"bri":9,"id":0}}""", 9, 128)]
    [DataRow("""{"seg":[{"bri":8},{"bri":9}]}""", 8, 9)]
    [DataRow("""{"seg":[{},{"bri":9}]}""", 128, 9)]
    [DataRow("""{"seg":[{"id":5,"bri":9}]}""", 128, 128)]
    [DataRow("""{"seg":[{"i":[0,[255,0,0]],"col":[[1,2,3],[4,5,6]],"bri":9}]}""", 9, 128)]
    public void Segments_are_found_by_their_number_or_their_place(string body, int a, int b)
    {
        Assert.AreEqual("""{"success":true}""", _device.Post("/json/state", body).Text);
        Assert.AreEqual((a, b), (_device.Device.ChannelA.Controls.Brightness(), _device.Device.ChannelB.Controls.Brightness()));
    }

    [TestMethod]
    [DataRow("""{"nl":{"on":true,"dur":[1,{"x":2}]},"udpn":{"send":true},"lor":2,"unknown":"x"}""")]
    [DataRow("""{"bri":256,"transition":-1,"seg":{"fx":200,"pal":-1,"sx":"","on":7}}""")]
    [DataRow("""{"bri":{"x":1},"on":[true],"seg":"r","ps":99}""")]
    public void What_it_does_not_know_or_cannot_do_is_passed_over(string body)
    {
        string before = _device.Get("/json/state").Text;
        Assert.AreEqual(200, _device.Post("/json/state", body).Status);
        Assert.AreEqual(before, _device.Get("/json/state").Text);
    }

    [TestMethod]
    public void Brightness_0_switches_off_and_a_text_toggles()
    {
        _device.Post("/json/state", """{"bri":0,"seg":{"bri":0}}""");
        Assert.IsFalse(_device.Device.Master.Power, "brightness 0 left the power on");
        Assert.IsFalse(_device.Device.ChannelB.Controls.Enabled(), "brightness 0 left the segment's strip on");
        Assert.AreEqual(255, _device.Device.Master.Brightness);
        _device.Post("/json", """{"on":"t","seg":{"id":1,"on":"t"}}""");
        Assert.IsTrue(_device.Device.Master.Power, "the toggle left the power off");
        Assert.IsTrue(_device.Device.ChannelB.Controls.Enabled(), "a brightness left the segment's strip off");
        Assert.IsFalse(_device.Device.ChannelA.Controls.Enabled(), "the other segment was switched on as well");
    }

    [TestMethod]
    public void Presets_have_their_names_and_are_recalled()
    {
        Assert.AreEqual("""{"0":{}}""", _device.Get("/presets.json").Text);
        int modified = Modified();
        _device.Post("/api/presets/3", """{"name":"warm"}""");
        _device.Post("/api/channel/a", """{"brightness":1}""");

        Assert.AreEqual("""{"0":{},"3":{"n":"warm"}}""", _device.Get("/presets.json").Text);
        Assert.AreNotEqual(modified, Modified());
        _device.Post("/json/state", """{"ps":3}""");
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    [DataRow("""{"on":true""")]
    [DataRow("[]")]
    [DataRow("")]
    [DataRow("""{"on":false}x""")]
    public void What_is_no_json_is_refused_and_changes_nothing(string body)
    {
        string before = _device.Get("/json/state").Text;
        Assert.AreEqual(400, _device.Post("/json/state", body).Status);
        Assert.AreEqual(before, _device.Get("/json/state").Text);
    }

    [TestMethod]
    public void A_key_holds_for_it_too()
    {
        _device.Post("/api/security", """{"key":"1234"}""");
        Assert.AreEqual(401, _device.Post("/json/state", """{"on":false}""").Status);
        Assert.AreEqual(200, _device.Get("/json").Status);
    }

    private int Modified() => _device.Get("/json/info").Json.GetProperty("fs").GetProperty("pmt").GetInt32();
}
