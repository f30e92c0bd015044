using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

[TestClass]
public sealed class RestPresetTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_preset_brings_back_everything_as_it_was()
    {
        _device.Post(
            "/api/state",
            """{"a":{"brightness":11,"pattern":"pulse","colours":["FF0000","00FF00","0000FF"]},"b":{"mirror":true},"global":{"brightness":77}}""");
        string before = State();
        Assert.AreEqual("warm, late", Names(_device.Post("/api/presets/3", """{"name":"warm, late"}"""))[2]);
        _device.Post(
            "/api/state",
            """{"a":{"brightness":1,"pattern":"solid","colours":["FFFFFF","000000"]},"b":{"mirror":false},"global":{"brightness":7}}""");

        Assert.AreEqual(200, _device.Post("/api/presets/3/recall", "").Status);

        Assert.AreEqual(before, State());
    }

    [TestMethod]
    public void A_new_name_keeps_what_is_in_the_slot()
    {
        _device.Post("/api/channel/a", """{"brightness":11}""");
        _device.Post("/api/presets/1", """{"name":"a \"quoted, name\\"}""");
        _device.Post("/api/channel/a", """{"brightness":12}""");

        Assert.AreEqual("other", Names(_device.Post("/api/presets/1/name", """{"value":"other"}"""))[0]);
        _device.Post("/api/presets/1/recall", "");

        Assert.AreEqual(11, _device.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void A_deleted_slot_is_empty()
    {
        _device.Post("/api/presets/8", """{"name":"x"}""");
        Assert.IsNull(Names(_device.Ask("DELETE", "/api/presets/8", null))[7]);
        Assert.AreEqual(409, _device.Post("/api/presets/8/recall", "").Status);
        Assert.AreEqual(409, _device.Post("/api/presets/8/name", """{"value":"x"}""").Status);
    }

    [TestMethod]
    [DataRow("GET", "/api/presets/1", "", 405)]
    [DataRow("POST", "/api/presets", "{}", 405)]
    [DataRow("POST", "/api/presets/0", """{"name":"x"}""", 404)]
    [DataRow("POST", "/api/presets/33", """{"name":"x"}""", 404)]
    [DataRow("POST", "/api/presets/01", """{"name":"x"}""", 404)]
    [DataRow("POST", "/api/presets/1/x", "", 404)]
    [DataRow("POST", "/api/presets/1", "", 400)]
    [DataRow("POST", "/api/presets/1", """{"name":""}""", 400)]
    [DataRow("POST", "/api/presets/1", """{"name":"a name of thirty-three bytes ...."}""", 400)]
    [DataRow("POST", "/api/presets/1", """{"name":"x","more":1}""", 400)]
    [DataRow("POST", "/api/presets/1", """{"name":7}""", 400)]
    public void What_is_no_preset_is_refused(string method, string url, string body, int status)
    {
        Assert.AreEqual(status, _device.Ask(method, url, System.Text.Encoding.UTF8.GetBytes(body)).Status);
        Assert.IsTrue(Names(_device.Get("/api/presets")).All(name => name is null), "a refused preset has got a name");
    }

    [TestMethod]
    public void Every_control_is_described()
    {
        JsonElement described = _device.Get("/api/controls").Json;

        foreach ((string kind, string url) in new[]
        {
            ("channel", "/api/channel/a"), ("global", "/api/global"), ("audio", "/api/audio"),
        })
        {
            string[] names = described.GetProperty(kind).EnumerateArray().Select(each => each.GetProperty("name").GetString()!)
                .ToArray();
            JsonElement group = _device.Get(url).Json;
            group = kind == "audio" ? group.GetProperty("controls") : group;
            CollectionAssert.AreEqual(group.EnumerateObject().Select(each => each.Name).ToArray(), names);
        }
    }

    private static string?[] Names(WiredDevice.Answer answer) =>
        answer.Json.GetProperty("presets").EnumerateArray().Select(each => each.GetProperty("name").GetString()).ToArray();

    // The version grows with every change; the rest is what a preset holds.
    private string State() => _device.Get("/api/state").Json.GetProperty("a") + _device.Get("/api/channel/b")
        .Text + _device.Get("/api/global").Text;
}
