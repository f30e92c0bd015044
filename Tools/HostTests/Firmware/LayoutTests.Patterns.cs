using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <content>Patterns that are for grids alone, and what text and clock are told.</content>
public sealed partial class LayoutTests
{
    [TestMethod]
    public void Patterns_for_grids_are_there_where_a_grid_is()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer refused = device.Post("/api/channel/a", """{"pattern":"plasma"}""");
        Assert.AreEqual(400, refused.Status);
        Assert.AreEqual(
            "pattern must be a name or an index from 0 to 41, and on a grid (/api/channel/{a|b}/layout) there are more",
            refused.Error);
        Assert.IsTrue(Kinds(device).All(kind => kind == "line"), "on lines only those for lines are listed");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(PatternCatalog.CountOnGrids - PatternCatalog.Count, Kinds(device).Count(kind => kind == "grid"));
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"pattern":"plasma"}""").Status);
        Assert.AreEqual(400, device.Post("/api/channel/b", """{"pattern":"plasma"}""").Status, "B is a line");
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 20) && device.LightB.Any(part => part > 20), "both halves are lit");
        Assert.AreEqual("plasma", device.Get("/api/state").Json.GetProperty("a").GetProperty("pattern").GetString());
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        Assert.AreEqual(
            "spectrum", device.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString(), "a line shows one for lines");
        device.Settle();
    }

    [TestMethod]
    public void A_document_may_set_a_grid_and_a_pattern_for_it()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = device.Post("/api/state", "{\"a\":{\"layout\":" + Grid + ",\"pattern\":\"rose\"}}");
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual("rose", device.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString());
        Assert.AreEqual(400, device.Post("/api/state", """{"a":{"layout":{"kind":"line"},"pattern":"rose"}}""").Status);
        string backup = device.Get("/api/backup").Text;
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        Assert.AreEqual(200, device.Post("/api/backup", backup).Status);
        Assert.AreEqual("rose", device.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString());
    }

    [TestMethod]
    public void A_line_that_follows_a_grid_keeps_its_own_pattern()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":25,"height":12}""");
        device.Post("/api/channel/a", """{"pattern":"rose"}""");
        device.Post("/api/channel/b", """{"pattern":"solid","brightness":255}""");
        foreach (string link in new[] { "counter-phase", "canon", "split", "mirror", "continue" })
        {
            device.Post("/api/global", $$"""{"link":"{{link}}"}""");
            device.Settle();
            Assert.IsTrue(device.LightB.Any(part => part > 0), link);
        }
    }

    [TestMethod]
    public void A_text_runs_over_the_grid()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", Grid);
        device.Post("/api/channel/a", """{"pattern":"text","p1":80}""");
        Assert.AreEqual(
            """{"text":"Grüße ♥"}""", JsonSerializer.Serialize(device.Post("/api/text", """{"text":"Grüße ♥"}""").Json, Plain));
        device.Settle();
        Assert.IsTrue(device.LightA.Any(part => part > 20), "letters are lit");
        foreach (string body in new[]
        {
            """{"text":""}""", """{"text":7}""", """{"words":"x"}""", "[]", $$"""{"text":"{{new string('x', 101)}}"}""",
        })
        {
            WiredDevice.Answer answer = device.Post("/api/text", body);
            Assert.AreEqual(400, answer.Status, body);
            StringAssert.Contains(answer.Error, "a text of 1 to 100 letters");
        }

        Assert.AreEqual(
            "Grüße ♥", device.Get("/api/text").Json.GetProperty("text").GetString(), "what was refused changed nothing");
    }

    [TestMethod]
    public void A_clock_goes_on_from_the_time_that_it_was_told()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        Assert.AreEqual("""{"isSet":false}""", device.Get("/api/time").Json.GetRawText());

        // 1 July 2026, 12:00 in Berlin.
        device.Post("/api/time", """{"epoch":1782900000,"tz":"CET-1CEST,M3.5.0,M10.5.0/3"}""");
        device.Clock.Advance(90_000_000);
        JsonElement time = device.Get("/api/time").Json;
        Assert.AreEqual((12 * 3600) + 90, time.GetProperty("secondOfDay").GetInt32());
        Assert.AreEqual(1782900090, time.GetProperty("epoch").GetInt64());
        foreach (string body in new[]
        {
            "{}", """{"epoch":0}""", """{"epoch":"now"}""", """{"epoch":1782900000,"tz":"Berlin"}""",
            """{"epoch":1782900000,"zone":"UTC0"}""",
        })
        {
            Assert.AreEqual(400, device.Post("/api/time", body).Status, body);
        }

        Assert.AreEqual("CET-1CEST,M3.5.0,M10.5.0/3", device.Get("/api/time").Json.GetProperty("tz").GetString());
    }

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static IEnumerable<string> Kinds(WiredDevice device) =>
        device.Get("/api/patterns").Json.GetProperty("patterns").EnumerateArray()
            .Select(each => each.GetProperty("kind").GetString()!);
}
