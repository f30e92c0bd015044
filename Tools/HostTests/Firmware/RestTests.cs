using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Every call of docs/api.md and every way in which it refuses.</summary>
[TestClass]
public sealed partial class RestTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_channel_tells_all_its_controls()
    {
        JsonElement controls = _device.Get("/api/channel/a").Json;

        Assert.IsTrue(controls.GetProperty("enabled").GetBoolean(), "a new channel is not enabled");
        Assert.AreEqual(128, controls.GetProperty("brightness").GetInt32());
        Assert.AreEqual(128, controls.GetProperty("speed").GetInt32());
        Assert.AreEqual("spectrum", controls.GetProperty("pattern").GetString());
        Assert.AreEqual("sunset", controls.GetProperty("palette").GetString());
        Assert.IsFalse(controls.GetProperty("mirror").GetBoolean(), "a new channel is mirrored");
    }

    [TestMethod]
    public void A_post_to_one_channel_leaves_the_other_as_it_was()
    {
        string before = _device.Get("/api/channel/b").Text;

        WiredDevice.Answer answer = _device.Post("/api/channel/a/brightness", """{"value":40}""");

        Assert.AreEqual(200, answer.Status);
        Assert.AreEqual("""{"value":40}""", answer.Text);
        Assert.AreEqual(40, _device.Get("/api/channel/a").Json.GetProperty("brightness").GetInt32());
        Assert.AreEqual(before, _device.Get("/api/channel/b").Text);
    }

    [TestMethod]
    public void Put_means_the_same_as_post()
    {
        WiredDevice.Answer answer = _device.Ask("PUT", "/api/channel/b/speed", """{"value":3}"""u8.ToArray());

        Assert.AreEqual("""{"value":3}""", answer.Text);
        Assert.AreEqual(3, _device.Device.ChannelB.Controls.Speed());
    }

    [TestMethod]
    public void A_subset_of_controls_can_be_set_at_once()
    {
        WiredDevice.Answer answer = _device.Post(
            "/api/channel/b", """{"pattern":"Pulse","palette":2,"mirror":true,"enabled":0}""");

        Assert.AreEqual("pulse", answer.Json.GetProperty("pattern").GetString());
        Assert.AreEqual("ocean", answer.Json.GetProperty("palette").GetString());
        Assert.IsTrue(answer.Json.GetProperty("mirror").GetBoolean(), "mirror was not set");
        Assert.IsFalse(answer.Json.GetProperty("enabled").GetBoolean(), "enabled was not cleared");
        Assert.AreEqual(128, answer.Json.GetProperty("brightness").GetInt32());
    }

    [TestMethod]
    public void The_master_is_set_like_a_channel()
    {
        StringAssert.StartsWith(_device.Get("/api/global").Text, """{"brightness":255,"power":true,"link":"independent",""");
        Assert.AreEqual("""{"value":9}""", _device.Post("/api/global/brightness", """{"value":9}""").Text);
        StringAssert.StartsWith(_device.Post("/api/global", """{"power":false}""").Text, """{"brightness":9,"power":false,""");
    }

    [TestMethod]
    public void Status_reports_both_channels_the_audio_and_no_faults()
    {
        _device.Frame();
        _device.Frame();

        JsonElement status = _device.Get("/api/status").Json;

        Assert.AreEqual(Board.Version, status.GetProperty("version").GetString());
        Assert.AreEqual(33, status.GetProperty("uptimeMs").GetInt32());
        Assert.AreEqual("clock", status.GetProperty("mode").GetString());
        Assert.AreEqual(2, status.GetProperty("channels").GetProperty("a").GetProperty("frames").GetInt32());
        Assert.AreEqual(2, status.GetProperty("channels").GetProperty("b").GetProperty("frames").GetInt32());
        StringAssert.StartsWith(status.GetProperty("audio").GetProperty("state").GetString(), "no microphone");
        Assert.AreEqual(0, status.GetProperty("faults").GetArrayLength());
    }

    [TestMethod]
    public void Audio_is_the_newest_snapshot()
    {
        _device.Heard.Bands[3] = 77;
        _device.Heard.LevelDb10 = -123;
        _device.Heard.Bpm10 = 1204;
        _device.Device.Exchange.Publish(_device.Heard);

        JsonElement audio = _device.Get("/api/audio").Json;

        Assert.AreEqual(16, audio.GetProperty("bands").GetArrayLength());
        Assert.AreEqual(77, audio.GetProperty("bands")[3].GetInt32());
        Assert.AreEqual(-12.3, audio.GetProperty("levelDb").GetDouble());
        Assert.AreEqual(120.4, audio.GetProperty("bpm").GetDouble());
    }

    [TestMethod]
    public void What_the_ears_do_is_set_like_a_channel()
    {
        Assert.AreEqual(
            """{"gain":512,"squelch":0,"preset":"calm","latency":-40,"learn":false}""",
            _device.Post("/api/audio", """{"gain":512,"preset":"calm","latency":-40}""").Text);
        Assert.AreEqual("""{"value":9}""", _device.Post("/api/audio/squelch", """{"value":9}""").Text);
        Assert.AreEqual(
            "latency must be a whole number from -100 to 100", _device.Post("/api/audio", """{"latency":101}""").Error);

        bool isLearning = _device.Post("/api/audio", """{"learn":true}""").Json.GetProperty("learn").GetBoolean();
        Assert.IsFalse(isLearning, "learning is done at once, not switched on");
        Assert.AreEqual(1, _device.Device.Audio.Controls.LearnAsked);

        JsonElement controls = _device.Get("/api/audio").Json.GetProperty("controls");
        Assert.AreEqual(9, controls.GetProperty("squelch").GetInt32());
        Assert.AreEqual(-40, _device.Device.Audio.Controls.LatencyMs());
    }

    [TestMethod]
    public void The_catalogues_name_what_a_channel_accepts()
    {
        foreach (JsonElement pattern in _device.Get("/api/patterns").Json.GetProperty("patterns").EnumerateArray())
        {
            string body = JsonSerializer.Serialize(new { value = pattern.GetProperty("name").GetString() });
            Assert.AreEqual(200, _device.Post("/api/channel/a/pattern", body).Status);
            Assert.AreEqual(pattern.GetProperty("index").GetInt32(), _device.Device.ChannelA.Controls.Pattern);
            Assert.AreNotEqual("", pattern.GetProperty("description").GetString());
        }

        foreach (JsonElement palette in _device.Get("/api/palettes").Json.GetProperty("palettes").EnumerateArray())
        {
            string body = JsonSerializer.Serialize(new { value = palette.GetProperty("name").GetString() });
            Assert.AreEqual(200, _device.Post("/api/channel/a/palette", body).Status);
            Assert.AreEqual(palette.GetProperty("index").GetInt32(), _device.Device.ChannelA.Controls.Palette());
        }
    }

    [TestMethod]
    public void Another_pattern_brings_its_own_parameters_unless_the_request_sets_them()
    {
        JsonElement waves = _device.Get("/api/patterns").Json.GetProperty("patterns").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "bass-waves");
        JsonElement pace = waves.GetProperty("parameters")[0];
        Assert.AreEqual("pace", pace.GetProperty("name").GetString());
        Assert.AreEqual("p1", pace.GetProperty("control").GetString());

        JsonElement controls = _device.Post("/api/channel/a", """{"pattern":"bass-waves","p2":7}""").Json;

        Assert.AreEqual(pace.GetProperty("default").GetInt32(), controls.GetProperty("p1").GetInt32());
        Assert.AreEqual(7, controls.GetProperty("p2").GetInt32());
        Assert.AreEqual(
            9, _device.Post("/api/channel/a", """{"pattern":"bass-waves","p1":9}""").Json.GetProperty("p1").GetInt32());
        Assert.AreEqual(9, _device.Post("/api/channel/a", """{"speed":1}""").Json.GetProperty("p1").GetInt32());
    }

    [TestMethod]
    public void A_channel_gets_a_palette_of_its_own()
    {
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom","p1":0,"brightness":255}""");

        WiredDevice.Answer answer = _device.Post("/api/channel/a/colours", """{"value":["ff0000","00FF00","0000ff"]}""");
        _device.Settle();

        Assert.AreEqual("""{"value":["FF0000","00FF00","0000FF"]}""", answer.Text);
        CollectionAssert.AreEqual(new byte[] { 0, 255, 0 }, _device.LightA[..3]);
        Assert.AreNotEqual(answer.Text, _device.Get("/api/channel/b/colours").Text);
    }

    [TestMethod]
    public void The_frame_is_what_the_leds_show()
    {
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":"fire","brightness":255}""");
        _device.Frame();

        string pixels = _device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;

        byte[] light = _device.LightA;
        var expected = new StringBuilder();
        for (int at = 0; at < light.Length; at += 3)
        {
            expected.Append($"{light[at + 1]:X2}{light[at]:X2}{light[at + 2]:X2}");
        }

        Assert.AreEqual(180 * 6, pixels.Length);
        Assert.AreEqual(expected.ToString(), pixels);
        Assert.AreNotEqual("000000", pixels[..6]);
    }

    [TestMethod]
    public void Metrics_are_prometheus_text()
    {
        _device.Frame();

        WiredDevice.Answer answer = _device.Get("/api/metrics");

        Assert.AreEqual("text/plain; version=0.0.4", answer.ContentType);
        StringAssert.Contains(
            answer.Text, "# TYPE nanofirmware_frames_total counter\nnanofirmware_frames_total{channel=\"a\"} 1\n");
        foreach (string line in answer.Text.TrimEnd('\n').Split('\n'))
        {
            StringAssert.Matches(
                line, new("^(# TYPE [a-z_]+ (counter|gauge)|[a-z_]+(\\{(channel=\"[ab]\"|loop=\"[a-z ]+\")\\})? -?[0-9]+)$"));
        }
    }

    [TestMethod]
    public void The_root_is_the_page()
    {
        WiredDevice.Answer answer = _device.Get("/");

        Assert.AreEqual("text/html; charset=utf-8", answer.ContentType);
        StringAssert.StartsWith(answer.Text, "<!DOCTYPE html>");
        StringAssert.EndsWith(answer.Text.TrimEnd(), "</html>");
    }

    [TestMethod]
    public void A_browser_that_has_the_page_is_not_sent_it_again()
    {
        _device.Headers = request => request.KnownTag = Site.Page.Tag;
        Assert.AreEqual((304, ""), (_device.Get("/").Status, _device.Get("/").Text));

        _device.Headers = request => request.KnownTag = "\"of another firmware\"";
        Assert.AreEqual(200, _device.Get("/").Status);
    }
}
