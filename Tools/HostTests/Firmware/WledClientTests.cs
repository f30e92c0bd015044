using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// What clients of WLED send, and what WLED 0.15 makes of it (docs/wled.md): each point was read in its source.
/// </summary>
[TestClass]
public sealed class WledClientTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_brightness_switches_on()
    {
        Send("""{"on":false,"seg":{"on":false}}""");
        Send("""{"bri":100,"seg":{"id":1,"bri":90}}""");

        Assert.IsTrue(_device.Device.Master.Power, "the whole");
        Assert.AreEqual(100, _device.Device.Master.Brightness);
        Assert.IsTrue(_device.Device.ChannelB.Controls.Enabled(), "segment 1");
        Assert.IsFalse(_device.Device.ChannelA.Controls.Enabled(), "segment 0 was not named");
    }

    [TestMethod]
    [DataRow(true, "\"t\"", false)]
    [DataRow(false, "\"t\"", true)]
    [DataRow(true, "\"true\"", false)]
    [DataRow(false, "\"true\"", true)]
    [DataRow(true, "\"f\"", true)]
    [DataRow(false, "\"f\"", false)]
    [DataRow(true, "\"false\"", true)]
    [DataRow(true, "\"\"", true)]
    [DataRow(true, "0", false)]
    [DataRow(false, "1", true)]
    [DataRow(true, "null", true)]
    public void A_text_that_begins_with_t_turns_over_and_another_means_nothing(bool isOn, string text, bool after)
    {
        string before = isOn ? "true" : "false";
        Send($$"""{"on":{{before}},"seg":{"on":{{before}} } }""");
        Send($$"""{"on":{{text}},"seg":{"on":{{text}} } }""");

        Assert.AreEqual(after, _device.Device.Master.Power, "the whole");
        Assert.AreEqual(after, _device.Device.ChannelA.Controls.Enabled(), "a segment");
    }

    [TestMethod]
    [DataRow(true, """{"on":"t","bri":32}""", false, 32)]
    [DataRow(false, """{"on":"t","bri":32}""", true, 32)]
    [DataRow(false, """{"bri":32,"on":false}""", false, 32)]
    [DataRow(true, """{"bri":0,"on":true}""", true, 200)]
    [DataRow(true, """{"bri":"~-255"}""", false, 200)]
    [DataRow(false, """{"bri":"~10"}""", true, 10)]
    [DataRow(true, """{"bri":999}""", true, 255)]
    [DataRow(true, """{"bri":-1}""", true, 200)]
    public void Brightness_and_switch_go_together(bool isOn, string body, bool after, int brightness)
    {
        Send("""{"bri":200}""");
        Send(isOn ? """{"on":true}""" : """{"on":false}""");
        Send(body);

        Assert.AreEqual((after, brightness), (_device.Device.Master.Power, _device.Device.Master.Brightness));
    }

    [TestMethod]
    [DataRow(100, "\"~10\"", 110)]
    [DataRow(100, "\"~-10\"", 90)]
    [DataRow(100, "\"~\"", 101)]
    [DataRow(100, "\"~-\"", 99)]
    [DataRow(100, "\"~0\"", 100)]
    [DataRow(100, "\"128\"", 128)]
    [DataRow(100, "\"999\"", 255)]
    [DataRow(250, "\"~10\"", 255)]
    [DataRow(5, "\"~-10\"", 0)]
    [DataRow(255, "\"~\"", 0)]
    [DataRow(0, "\"~-\"", 255)]
    [DataRow(255, "\"w~10\"", 0)]
    [DataRow(250, "\"w~10\"", 255)]
    [DataRow(0, "\"w~-10\"", 255)]
    [DataRow(100, "\"\"", 100)]
    [DataRow(100, "\"12345678901\"", 100)]
    [DataRow(100, "256", 255)]
    [DataRow(100, "-1", 100)]
    [DataRow(100, "1.5", 100)]
    [DataRow(100, "null", 100)]
    public void A_number_may_be_a_text_and_stops_at_its_ends(int from, string value, int after)
    {
        Send($$"""{"seg":{"id":0,"sx":{{from}} } }""");
        Send($$"""{"seg":{"id":0,"sx":{{value}} } }""");

        Assert.AreEqual(after, _device.Device.ChannelA.Controls.Speed());
    }

    [TestMethod]
    public void Effects_and_palettes_go_round_in_their_list()
    {
        int effects = Get("info").GetProperty("fxcount").GetInt32();
        int palettes = Get("info").GetProperty("palcount").GetInt32();
        Send("{\"seg\":{\"fx\":" + (effects - 1) + ",\"pal\":0}}");
        Send("""{"seg":{"fx":"~","pal":"~-"}}""");
        Assert.AreEqual((0, palettes - 1), (Segment(1).GetProperty("fx").GetInt32(), Segment(1).GetProperty("pal").GetInt32()));
        Send("""{"seg":{"fx":"r","pal":"r"}}""");
        Assert.IsTrue(Segment(0).GetProperty("fx").GetInt32() < effects, "any effect");
        Assert.IsTrue(Segment(0).GetProperty("pal").GetInt32() < palettes, "any palette");
    }

    [TestMethod]
    [DataRow("transition", 7, 700)]
    [DataRow("transition", 50, 5000)]
    [DataRow("transition", 51, 5000)]
    [DataRow("transition", 42949673, 5000)]
    [DataRow("transition", 0, 0)]
    [DataRow("transition", -1, 300)]
    [DataRow("tt", 7, 300)]
    public void A_transition_stops_at_the_longest_and_a_passing_one_is_not_kept(string field, int tenths, int fadeMs)
    {
        Send($$"""{"{{field}}":{{tenths}}}""");
        Assert.AreEqual($$"""{"value":{{fadeMs}}}""", _device.Get("/api/channel/a/fade").Text);
        Assert.AreEqual($$"""{"value":{{fadeMs}}}""", _device.Get("/api/channel/b/fade").Text);
    }

    [TestMethod]
    public void A_passing_transition_counts_for_its_own_request_alone()
    {
        int frames = FramesUntilWhite("""{"tt":1,"seg":{"id":0,"col":[[255,255,255]]}}""");
        Assert.IsTrue(frames > 4 && frames < 10, $"a tenth of a second is six frames, not {frames}");
        Assert.IsTrue(
            FramesUntilWhite("""{"seg":{"id":0,"col":[[255,255,255]]}}""") > 15, "the next change takes its usual 300 ms");
        Send("""{"tt":0,"seg":{"id":0,"bri":255}}""");
        Assert.IsTrue(
            FramesUntilWhite("""{"seg":{"id":0,"col":[[255,255,255]]}}""") > 15,
            "a change that is not faded leaves nothing behind");
    }

    [TestMethod]
    [DataRow("""{"seg":[null,{"bri":9}]}""", 128, 9)]
    [DataRow("""{"seg":[5,{"bri":9}]}""", 128, 9)]
    [DataRow("""{"seg":[[{"bri":1}],{"bri":9}]}""", 128, 9)]
    [DataRow("""{"seg":[{"bri":8},null]}""", 8, 128)]
    [DataRow("""{"seg":[{"id":1,"bri":8},{"id":0,"bri":7}]}""", 7, 8)]
    [DataRow("""{"seg":null,"bri":3}""", 128, 128)]
    public void Each_element_of_a_list_counts_whatever_it_is(string body, int a, int b)
    {
        Send(body);
        Assert.AreEqual((a, b), (_device.Device.ChannelA.Controls.Brightness(), _device.Device.ChannelB.Controls.Brightness()));
    }

    [TestMethod]
    [DataRow(1200, 200)]
    [DataRow(6144, 200)]
    [DataRow(6145, 413)]
    public void A_body_may_be_long(int bytes, int status)
    {
        string body = """{"seg":[{"i":[0,"FF0000"],"n":"x"},{"bri":9}]""";
        Assert.AreEqual(status, _device.Post("/json/state", body + new string(' ', bytes - body.Length - 1) + "}").Status);
        Assert.AreEqual(status == 200 ? 9 : 128, _device.Device.ChannelB.Controls.Brightness());
        Assert.AreEqual(413, _device.Post("/api/state", "{" + new string(' ', 1200) + "}").Status, "the others as before");
    }

    [TestMethod]
    public void The_preset_is_told_while_it_holds()
    {
        Assert.AreEqual(-1, Preset(), "none yet");
        _device.Post("/api/presets/2", """{"name":"dim"}""");
        _device.Post("/api/presets/3", """{"name":"warm"}""");
        Send("""{"ps":3}""");
        Assert.AreEqual(3, Preset());
        Send("""{"seg":{"sx":9}}""");
        Assert.AreEqual(-1, Preset(), "something else was changed");
        _device.Post("/api/presets/2/recall", "{}");
        Assert.AreEqual(2, Preset(), "whoever recalled it");
        Send("""{"ps":"2~3~"}""");
        Assert.AreEqual(3, Preset(), "the next of a range");
        Send("""{"ps":"2~3~"}""");
        Assert.AreEqual(2, Preset(), "and round");
        Send("""{"ps":5}""");
        Assert.AreEqual(2, Preset(), "an empty slot is passed over");
        _device.Ask("DELETE", "/api/presets/2", null);
        Assert.AreEqual(-1, Preset(), "it is gone");
    }

    [TestMethod]
    public void A_preset_counts_more_than_what_comes_with_it()
    {
        _device.Post("/api/presets/3", """{"name":"warm"}""");
        Send("""{"ps":3,"bri":7}""");
        Assert.AreEqual(255, _device.Device.Master.Brightness);
    }

    [TestMethod]
    public void Info_tells_of_the_wifi_as_clients_insist()
    {
        JsonElement wifi = Get("info").GetProperty("wifi");
        Assert.AreEqual("bssid rssi signal channel ap", string.Join(' ', wifi.EnumerateObject().Select(each => each.Name)));
        Assert.AreEqual(JsonValueKind.String, wifi.GetProperty("bssid").ValueKind);
        Assert.IsInstanceOfType<int>(
            wifi.GetProperty("rssi").GetInt32() + wifi.GetProperty("signal").GetInt32() + wifi.GetProperty("channel").GetInt32());
    }

    [TestMethod]
    [DataRow("""[[255,160,0]]""", "255,160,0")]
    [DataRow("""[[255,160,0,77],[1,2,3]]""", "255,160,0")]
    [DataRow("""["FFA000"]""", "255,160,0")]
    [DataRow("""["FFA00077"]""", "255,160,0")]
    [DataRow("""[{"r":9,"b":999}]""", "9,60,255")]
    [DataRow("""[[300,-1]]""", "255,0,0")]
    [DataRow("""[0]""", "0,0,0")]
    public void A_colour_is_shown_all_over_and_read_back(string col, string shown)
    {
        Send($$"""{"seg":[{"id":0,"col":{{col}}}]}""");

        Assert.AreEqual("solid", _device.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString());
        Assert.AreEqual("custom", _device.Get("/api/channel/a/palette").Json.GetProperty("value").GetString());
        Assert.AreEqual(shown, string.Join(',', Segment(0).GetProperty("col")[0].EnumerateArray()));
        Assert.AreNotEqual("solid", _device.Get("/api/channel/b/pattern").Json.GetProperty("value").GetString());
        Assert.AreEqual(
            "255,255,255", string.Join(',', Segment(1).GetProperty("col")[0].EnumerateArray()),
            "a palette of the table is no colour");
    }

    [TestMethod]
    [DataRow("""[[]]""")]
    [DataRow("""[]""")]
    [DataRow("""["r"]""")]
    [DataRow("""["GGHHII"]""")]
    [DataRow("""[null,[1,2,3]]""")]
    [DataRow("""[2700]""")]
    [DataRow("""null""")]
    [DataRow("""7""")]
    public void What_is_no_colour_is_passed_over(string col)
    {
        string before = _device.Get("/api/state").Text;
        Send($$"""{"seg":{"col":{{col}} } }""");
        Assert.AreEqual(before, _device.Get("/api/state").Text);
    }

    [TestMethod]
    public void A_colour_leaves_the_effect_and_the_palette_that_come_with_it()
    {
        Send("""{"seg":{"id":0,"fx":1,"col":[[1,2,3]]}}""");
        Assert.AreEqual("pulse", _device.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString());
        Assert.AreEqual("custom", _device.Get("/api/channel/a/palette").Json.GetProperty("value").GetString());
        Send("""{"seg":{"id":1,"pal":2,"fx":1,"col":[[1,2,3]]}}""");
        Assert.AreEqual(2, Segment(1).GetProperty("pal").GetInt32());
    }

    [TestMethod]
    public void The_wheel_of_home_assistant_lights_the_strip_in_its_colour()
    {
        Send("""{"on":true,"v":true,"seg":[{"id":0,"on":true,"bri":255,"col":[[255,0,0]]}],"tt":0}""");
        _device.Settle();
        CollectionAssert.AreEqual(new byte[] { 0, 255, 0 }, _device.LightA[..3]);
    }

    // How many frames a white takes from black.
    private int FramesUntilWhite(string body)
    {
        Send("""{"bri":255,"seg":{"id":0,"bri":255,"on":true,"col":[0]}}""");
        _device.Settle();
        Send(body);
        int frames = 0;
        do
        {
            _device.Frame();
            frames++;
        }
        while (_device.LightA[0] < 255 && frames < 100);

        return frames;
    }

    private void Send(string body) =>
        Assert.AreEqual(200, _device.Ask("POST", "/json/state", Encoding.UTF8.GetBytes(body)).Status, body);

    private JsonElement Get(string part) => _device.Get("/json/" + part).Json;

    private JsonElement Segment(int id) => Get("state").GetProperty("seg")[id];

    private int Preset() => Get("state").GetProperty("ps").GetInt32();
}
