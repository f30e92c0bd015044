using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <content>What is refused, and with what words.</content>
public sealed partial class RestTests
{
    [TestMethod]
    public void One_bad_value_refuses_the_whole_batch()
    {
        string before = _device.Get("/api/channel/a").Text;

        WiredDevice.Answer answer = _device.Post("/api/channel/a", """{"brightness":1,"speed":256}""");

        Assert.AreEqual(400, answer.Status);
        Assert.AreEqual("speed must be a whole number from 0 to 255", answer.Error);
        Assert.AreEqual(before, _device.Get("/api/channel/a").Text);
    }

    [TestMethod]
    [DataRow("""{"value":-1}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":256}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":1.5}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":1e1}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":99999999999}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":"40"}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":true}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":null}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":[4]}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"value":{}}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("""{"brightness":4}""", "unknown field: use value")]
    [DataRow("{}", "no field given: use value")]
    [DataRow("40", "the body must be a JSON object")]
    [DataRow("[40]", "the body must be a JSON object")]
    [DataRow("", "bad JSON at byte 0: expected a value")]
    [DataRow("{\"value\":40", "bad JSON at byte 11: expected the rest of the document")]
    [DataRow("{\"value\":40}}", "bad JSON at byte 12: expected nothing more")]
    [DataRow("{value:40}", "bad JSON at byte 1: expected a name in double quotes")]
    public void A_bad_body_is_refused_with_what_is_allowed(string body, string error)
    {
        WiredDevice.Answer answer = _device.Post("/api/channel/a/brightness", body);

        Assert.AreEqual(400, answer.Status);
        Assert.AreEqual(error, answer.Error);
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    [DataRow("/api/channel/a/pattern", """{"value":"disco"}""", "pattern must be a name or an index from 0 to ")]
    [DataRow("/api/channel/a/pattern", """{"value":-1}""", "pattern must be a name or an index from 0 to ")]
    [DataRow("/api/channel/a/palette", """{"value":999}""", "palette must be a name or an index from 0 to ")]
    [DataRow("/api/channel/a/mirror", """{"value":2}""", "mirror must be true or false")]
    [DataRow("/api/channel/a/mirror", """{"value":"yes"}""", "mirror must be true or false")]
    [DataRow("/api/channel/a", """{"colour":1}""", "unknown control: use enabled, brightness, ")]
    [DataRow("/api/global", """{}""", "no control given: use brightness, power")]
    public void Names_and_switches_are_checked_like_numbers(string url, string body, string error)
    {
        WiredDevice.Answer answer = _device.Post(url, body);

        Assert.AreEqual(400, answer.Status);
        StringAssert.StartsWith(answer.Error, error);
    }

    [TestMethod]
    [DataRow("/api/channel/c", "unknown channel: use a or b")]
    [DataRow("/api/channel", "unknown channel: use a or b")]
    [DataRow("/api/channel/a/colour", "unknown control: use enabled, brightness, ")]
    [DataRow("/api/channel/a/brightness/now", "unknown path")]
    [DataRow("/api/global/speed", "unknown control: use brightness, power")]
    [DataRow("/api/global/brightness/now", "unknown path")]
    [DataRow("/api/status/all", "unknown path")]
    [DataRow("/api", "unknown path")]
    [DataRow("/api/secret", "unknown path")]
    [DataRow("/favicon.ico", "unknown path")]
    public void What_is_not_there_is_404(string url, string error)
    {
        WiredDevice.Answer answer = _device.Get(url);

        Assert.AreEqual(404, answer.Status);
        StringAssert.StartsWith(answer.Error, error);
    }

    [TestMethod]
    [DataRow("DELETE", "/api/channel/a", "GET, POST, PUT")]
    [DataRow("PATCH", "/api/global/power", "GET, POST, PUT")]
    [DataRow("POST", "/api/status", "GET")]
    [DataRow("DELETE", "/api/audio", "GET, POST, PUT")]
    [DataRow("POST", "/api/metrics", "GET")]
    [DataRow("PUT", "/api/patterns", "GET")]
    [DataRow("PUT", "/api/palettes", "GET")]
    [DataRow("POST", "/api/channel/a/frame", "GET")]
    [DataRow("POST", "/", "GET")]
    public void A_wrong_method_is_told_the_right_ones(string method, string url, string allow)
    {
        WiredDevice.Answer answer = _device.Ask(method, url, """{"value":1}"""u8.ToArray());

        Assert.AreEqual(405, answer.Status);
        Assert.AreEqual(allow, answer.Allow);
        Assert.AreEqual("wrong method: use " + allow, answer.Error);
    }

    [TestMethod]
    public void A_body_over_1_KB_is_refused()
    {
        string body = "{\"value\":40" + new string(' ', 1024) + "}";

        WiredDevice.Answer answer = _device.Post("/api/channel/a/brightness", body);

        Assert.AreEqual(413, answer.Status);
        Assert.AreEqual("body too long: at most 1024 bytes", answer.Error);
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void A_body_of_exactly_1_KB_is_read()
    {
        string body = "{\"value\":40".PadRight(1023) + "}";

        Assert.AreEqual(200, _device.Post("/api/channel/a/brightness", body).Status);
    }

    [TestMethod]
    [DataRow("""{"value":["FF0000"]}""")]
    [DataRow("""{"value":["FF0000","00FF0G"]}""")]
    [DataRow("""{"value":["FF0000","00FF0"]}""")]
    [DataRow("""{"value":["1","2"]}""")]
    [DataRow("""{"value":"FF0000"}""")]
    [DataRow("""{"value":[1,2]}""")]
    [DataRow("""{"value":["000000","000000","000000","000000","000000","000000","000000","000000","000000"]}""")]
    public void A_palette_of_anything_but_two_to_eight_colours_is_refused(string body)
    {
        string before = _device.Get("/api/channel/a/colours").Text;

        WiredDevice.Answer answer = _device.Post("/api/channel/a/colours", body);

        Assert.AreEqual(400, answer.Status);
        Assert.AreEqual("value must be a list of 2 to 8 colours as RRGGBB", answer.Error);
        Assert.AreEqual(before, _device.Get("/api/channel/a/colours").Text);
    }
}
