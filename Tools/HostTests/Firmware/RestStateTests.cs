using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using NanoHost;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Everything at once: batches, relative values, short answers for those who poll, and back to the beginning.</summary>
[TestClass]
public sealed class RestStateTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void One_post_sets_both_channels_and_what_acts_on_both()
    {
        WiredDevice.Answer answer = _device.Post(
            "/api/state", """{"a":{"brightness":1},"b":{"brightness":2,"pattern":"pulse"},"global":{"brightness":3}}""");

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(1, answer.Json.GetProperty("a").GetProperty("brightness").GetInt32());
        Assert.AreEqual("pulse", answer.Json.GetProperty("b").GetProperty("pattern").GetString());
        Assert.AreEqual(3, _device.Device.Master.Brightness);
        Assert.IsFalse(answer.Json.TryGetProperty("sound", out _), "what was not asked for is in the answer");
    }

    [TestMethod]
    [DataRow("""{"a":{"brightness":1},"b":{"brightness":256}}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"a":{"brightness":1},"c":{}}""", "unknown field: use a, b, global, audio or live")]
    [DataRow("""{"a":{"brightness":1},"global":3}""", "a, b, global, audio or live must be an object of controls")]
    [DataRow("""{"a":{"brightness":1},"b":{"hue":3}}""", "unknown control: use enabled, ")]
    [DataRow("""{"a":{"brightness":1}}x""", "bad JSON at byte 22: ")]
    [DataRow("""{"a":{"brightness":1}""", "bad JSON at byte 21: ")]
    [DataRow("""{"a":{}}""", "no control given: use a, b, global, audio or live, each an object of controls")]
    [DataRow("""{"a":{"brightness":1,"colours":["FF0000"]}}""", "colours must be a list of 2 to 8 colours as RRGGBB")]
    [DataRow("""{"a":{"brightness":1,"colours":["FF0000","00FF0G"]}}""", "colours must be ")]
    [DataRow("""{"a":{"colours":["0","1"]}}""", "colours must be ")]
    [DataRow(
        """{"a":{"colours":["000000","000000","000000","000000","000000","000000","000000","000000","000000"]}}""",
        "colours must be ")]
    [DataRow("""{"global":{"colours":["FF0000","00FF00"]}}""", "unknown control: ")]
    [DataRow("[]", "the body must be a JSON object")]
    public void A_batch_with_one_mistake_changes_nothing(string body, string error)
    {
        string before = _device.Get("/api/state").Text;

        WiredDevice.Answer answer = _device.Post("/api/state", body);

        Assert.AreEqual(400, answer.Status);
        StringAssert.StartsWith(answer.Error, error);
        Assert.AreEqual(before, _device.Get("/api/state").Text);
    }

    [TestMethod]
    public void What_is_read_can_be_written_back()
    {
        JsonElement state = _device.Get("/api/state").Json;
        string body = $$"""{"a":{{state.GetProperty("a")}},"b":{{state.GetProperty("b")}},"global":{{state.GetProperty("global")}},"audio":{{state.GetProperty("audio")}}}""";

        Assert.AreEqual(200, _device.Post("/api/state", body).Status);
    }

    [TestMethod]
    public void A_client_that_has_the_newest_version_gets_no_controls()
    {
        int version = _device.Get("/api/state").Json.GetProperty("version").GetInt32();

        JsonElement same = _device.Get("/api/state?since=" + version).Json;
        _device.Post("/api/channel/b", """{"speed":9}""");
        JsonElement changed = _device.Get("/api/state?since=" + version).Json;

        Assert.IsFalse(same.TryGetProperty("a", out _), "controls are sent though nothing is new");
        Assert.AreEqual(9, changed.GetProperty("b").GetProperty("speed").GetInt32());
        Assert.AreNotEqual(version, changed.GetProperty("version").GetInt32());
    }

    [TestMethod]
    public void Own_colours_are_a_part_of_the_state_and_a_change_of_theirs_is_news()
    {
        int version = _device.Get("/api/state").Json.GetProperty("version").GetInt32();

        Assert.AreEqual(
            """{"value":["FF0000","0000FF"]}""",
            _device.Post("/api/channel/b/colours", """{"value":["ff0000","0000ff"]}""").Text);
        JsonElement news = _device.Get("/api/state?since=" + version).Json;

        Assert.AreEqual("""["FF0000","0000FF"]""", news.GetProperty("b").GetProperty("colours").GetRawText());
        Assert.AreEqual("""["FF3C00","0050FF"]""", news.GetProperty("a").GetProperty("colours").GetRawText());
        Assert.IsTrue(_device.Device.Settings.IsDirty, "new colours of one's own are not going to be saved");
    }

    [TestMethod]
    public void A_poll_brings_no_previews_where_they_come_over_the_socket()
    {
        JsonElement state = _device.Get("/api/state?since=&previews=0").Json;

        Assert.IsTrue(state.TryGetProperty("sound", out _), "the sound is missing");
        Assert.IsFalse(state.TryGetProperty("previews", out _), "previews that nobody asked for");
    }

    [TestMethod]
    public void A_poll_brings_the_sound_and_both_previews()
    {
        JsonElement state = _device.Get("/api/state?since=").Json;

        Assert.AreEqual(32, state.GetProperty("sound").GetProperty("bands").GetString()!.Length);
        Assert.AreEqual(36 * 6, state.GetProperty("previews").GetProperty("a").GetString()!.Length);
        Assert.AreEqual(36 * 6, state.GetProperty("previews").GetProperty("b").GetString()!.Length);
        Assert.AreEqual(128, state.GetProperty("a").GetProperty("brightness").GetInt32());
    }

    [TestMethod]
    [DataRow("brightness", """{"add":10}""", "138")]
    [DataRow("brightness", """{"add":-10}""", "118")]
    [DataRow("brightness", """{"add":999999999}""", "255")]
    [DataRow("brightness", """{"add":-999999999}""", "0")]
    [DataRow("brightness", """{"add":2147483647}""", "255")]
    [DataRow("brightness", """{"add":-2147483647}""", "0")]
    [DataRow("mirror", """{"toggle":true}""", "true")]
    public void A_value_may_be_relative(string control, string value, string expected)
    {
        WiredDevice.Answer answer = _device.Post("/api/channel/a/" + control, $$"""{"value":{{value}}}""");

        Assert.AreEqual($$"""{"value":{{expected}}}""", answer.Text);
    }

    [TestMethod]
    [DataRow("speed", """{"add":10}""", "138")]
    [DataRow("mirror", """{"toggle":true}""", "true")]
    public void A_step_of_one_control_needs_no_value_around_it(string control, string step, string expected) =>
        Assert.AreEqual($$"""{"value":{{expected}}}""", _device.Post("/api/channel/a/" + control, step).Text);

    [TestMethod]
    public void Adding_goes_round_among_names()
    {
        int count = _device.Get("/api/patterns").Json.GetProperty("patterns").GetArrayLength();
        string first = _device.Get("/api/channel/a/pattern").Text;

        Assert.AreNotEqual(first, _device.Post("/api/channel/a/pattern", """{"value":{"add":-1}}""").Text);
        _device.Post("/api/channel/a", "{\"pattern\":{\"add\":" + (count + 1) + "}}");
        Assert.AreEqual(first, _device.Get("/api/channel/a/pattern").Text);
    }

    [TestMethod]
    [DataRow("brightness", """{"toggle":true}""")]
    [DataRow("brightness", """{"add":"1"}""")]
    [DataRow("brightness", """{"add":1,"more":2}""")]
    [DataRow("mirror", """{"toggle":false}""")]
    [DataRow("mirror", """{"add":1}""")]
    public void A_relative_value_that_makes_no_sense_is_refused(string control, string value)
    {
        string before = _device.Get("/api/channel/a").Text;

        Assert.AreEqual(400, _device.Post("/api/channel/a/" + control, $$"""{"value":{{value}}}""").Status);
        Assert.AreEqual(before, _device.Get("/api/channel/a").Text);
    }

    [TestMethod]
    public void Fields_choose_what_is_answered()
    {
        Assert.AreEqual("""{"brightness":128,"mirror":false}""", _device.Get("/api/channel/a?x=1&fields=mirror,brightness").Text);
        Assert.AreEqual("unknown control in fields: use brightness, power", _device.Get("/api/global?fields=hue").Error[..48]);
    }

    [TestMethod]
    public void A_reset_needs_a_word_and_makes_everything_new()
    {
        string before = _device.Get("/api/channel/a").Text;
        _device.Post("/api/channel/a", """{"brightness":1,"pattern":"pulse"}""");
        _device.Post("/api/channel/a/colours", """{"value":["000000","FFFFFF","000000"]}""");
        _device.Device.Settings.Flush();

        Assert.AreEqual(405, _device.Get("/api/reset").Status);
        Assert.AreEqual(400, _device.Post("/api/reset", "{}").Status);
        Assert.AreEqual(400, _device.Post("/api/reset", "").Status);
        Assert.AreEqual(400, _device.Post("/api/restart", """{"confirm":false}""").Status);
        Assert.AreEqual(1, _device.Device.ChannelA.Controls.Brightness());

        WiredDevice.Answer answer = _device.Post("/api/reset", """{"confirm":true}""");

        Assert.AreEqual("""{"needsRestart":true}""", answer.Text);
        Assert.AreEqual(before, _device.Get("/api/channel/a").Text);
        Assert.AreEqual("""{"value":["FF3C00","0050FF"]}""", _device.Get("/api/channel/a/colours").Text);
        Assert.AreEqual(0, NanoHost.IO.Directory.GetFiles("I:\\").Length);
    }

    [TestMethod]
    public void The_boot_button_resets_when_it_is_held_for_ten_seconds_and_not_before()
    {
        var button = new ResetButton(_device.Device.Reset, _device.Device.Settings, _device.Device.Lock);
        _device.Device.ChannelA.Controls.Set("brightness", 1);
        _device.Device.Lock.Set("1234");

        Assert.IsFalse(button.Step(500), "it resets before anybody presses it");
        SimulatedBoard.Current.Gpio.PressBoot(true);
        Assert.IsFalse(button.Step(1000), "it resets as soon as it is pressed");
        Assert.IsFalse(button.Step(5500), "a press of five seconds resets");
        SimulatedBoard.Current.Gpio.PressBoot(false);
        Assert.IsFalse(button.Step(6000), "a released button resets");
        SimulatedBoard.Current.Gpio.PressBoot(true);
        Assert.IsFalse(button.Step(6500), "the second press resets as it begins");
        Assert.IsFalse(button.Step(11500), "five seconds of the second press reset");
        Assert.IsFalse(_device.Device.Lock.IsSet, "five seconds remove the key");
        Assert.AreEqual(1, _device.Device.ChannelA.Controls.Brightness(), "and nothing else");
        Assert.IsFalse(button.Step(16000), "nine and a half seconds reset");
        Assert.IsTrue(button.Step(16500), "ten seconds reset everything");

        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
        Assert.IsFalse(button.Step(17000), "one long press resets twice");
    }
}
