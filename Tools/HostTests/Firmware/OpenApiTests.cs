using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The description and the device agree: every operation is asked, every answer held against its schema.</summary>
[TestClass]
public sealed class OpenApiTests : IDisposable
{
    private static readonly OpenApiDescription Description = new();

    [TestMethod]
    [DataRow("""{"minimun":1}""", "minimun")]
    [DataRow("""{"properties":{"minimun":{"type":"integer"}}}""", "")]
    [DataRow("""{"oneOf":[{"items":{"maxLenght":3}}]}""", "maxLenght")]
    public void A_keyword_that_is_misspelt_is_not_passed_over(string schema, string unknown) =>
        Assert.AreEqual(
            unknown, string.Join(", ", SchemaKeywords.UnknownIn(JsonNode.Parse(schema))), "a library would say that all is well");

    // Operation, path, body. The second half of the requests is refused.
    private static readonly (string Operation, string Url, string? Body)[] Requests =
    {
        ("get /", "/", null),
        ("get /api/status", "/api/status", null),
        ("get /api/state", "/api/state", null),
        ("get /api/state", "/api/state?since=", null),
        ("get /api/state", "/api/state?since=0", null),
        ("post /api/state", "/api/state", """{"a":{"brightness":{"add":1}}}"""),
        ("put /api/state", "/api/state", """{"global":{"power":{"toggle":true}}}"""),
        ("get /api/controls", "/api/controls", null),
        ("get /api/channel/{channel}", "/api/channel/a", null),
        ("get /api/channel/{channel}", "/api/channel/b?fields=speed", null),
        ("post /api/channel/{channel}", "/api/channel/a", """{"speed":1,"mirror":true}"""),
        ("put /api/channel/{channel}", "/api/channel/b", """{"pattern":0}"""),
        ("get /api/channel/{channel}/{control}", "/api/channel/a/pattern", null),
        ("post /api/channel/{channel}/{control}", "/api/channel/a/speed", """{"value":9}"""),
        ("put /api/channel/{channel}/{control}", "/api/channel/a/enabled", """{"value":true}"""),
        ("get /api/channel/{channel}/frame", "/api/channel/a/frame", null),
        ("get /api/channel/{channel}/layout", "/api/channel/a/layout", null),
        ("post /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"grid","width":9,"height":8}"""),
        ("get /api/channel/{channel}/frame", "/api/channel/a/frame", null),
        ("post /api/channel/{channel}/layout/test", "/api/channel/a/layout/test", ""),
        ("put /api/channel/{channel}/layout/test", "/api/channel/a/layout/test", ""),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout",
            """{"kind":"panels","panels":2,"size":8,"gap":3,"rotation":"90"}"""),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"line"}"""),
        ("get /api/channel/{channel}/colours", "/api/channel/b/colours", null),
        ("post /api/channel/{channel}/colours", "/api/channel/a/colours", """{"value":["FF0000","00ff00"]}"""),
        ("put /api/channel/{channel}/colours", "/api/channel/a/colours", """{"value":["000000","FFFFFF","123456"]}"""),
        ("get /api/global", "/api/global", null),
        ("post /api/global", "/api/global", """{"brightness":9}"""),
        ("put /api/global", "/api/global", """{"power":true}"""),
        ("get /api/global/{control}", "/api/global/power", null),
        ("post /api/global/{control}", "/api/global/brightness", """{"value":9}"""),
        ("put /api/global/{control}", "/api/global/brightness", """{"value":8}"""),
        ("get /api/patterns", "/api/patterns", null),
        ("get /api/palettes", "/api/palettes", null),
        ("get /api/presets", "/api/presets", null),
        ("post /api/presets/{slot}", "/api/presets/1", """{"name":"x"}"""),
        ("put /api/presets/{slot}", "/api/presets/2", """{"name":"y"}"""),
        ("post /api/presets/{slot}/recall", "/api/presets/1/recall", ""),
        ("put /api/presets/{slot}/recall", "/api/presets/1/recall", ""),
        ("post /api/presets/{slot}/name", "/api/presets/1/name", """{"value":"z"}"""),
        ("put /api/presets/{slot}/name", "/api/presets/1/name", """{"value":"zz"}"""),
        ("delete /api/presets/{slot}", "/api/presets/1", null),
        ("get /api/text", "/api/text", null),
        ("post /api/text", "/api/text", """{"text":"x"}"""),
        ("put /api/text", "/api/text", """{"text":"y"}"""),
        ("get /api/time", "/api/time", null),
        ("post /api/time", "/api/time", """{"epoch":1782900000}"""),
        ("put /api/time", "/api/time", """{"epoch":1782900000,"tz":"CET-1"}"""),
        ("get /api/time", "/api/time", null),
        ("get /api/audio", "/api/audio", null),
        ("post /api/audio", "/api/audio", """{"squelch":9}"""),
        ("put /api/audio", "/api/audio", """{"squelch":0}"""),
        ("get /api/audio/{control}", "/api/audio/gain", null),
        ("post /api/audio/{control}", "/api/audio/gain", """{"value":256}"""),
        ("put /api/audio/{control}", "/api/audio/gain", """{"value":0}"""),
        ("get /api/live", "/api/live", null),
        ("post /api/live", "/api/live", """{"ddp":true,"order":"grb"}"""),
        ("put /api/live", "/api/live", """{"timeoutMs":{"add":100}}"""),
        ("get /api/live/{control}", "/api/live/universe", null),
        ("post /api/live/{control}", "/api/live/universe", """{"value":7}"""),
        ("put /api/live/{control}", "/api/live/ddp", """{"value":false}"""),
        ("get /api/log", "/api/log", null),
        ("get /api/metrics", "/api/metrics", null),
        ("get /api/network", "/api/network", null),
        ("post /api/network", "/api/network", """{"wifiName":"x"}"""),
        ("put /api/network", "/api/network", """{"hotspotName":"x"}"""),
        ("get /api/wiring", "/api/wiring", null),
        ("post /api/wiring", "/api/wiring", """{"a":{"leds":385,"pin":6},"microphone":{"kind":"off"},"pulse":{"pin":7}}"""),
        ("put /api/wiring", "/api/wiring", """{"b":{"order":"rgb","chip":"sk6812","skip":1,"on":true}}"""),
        ("get /api/wiring", "/api/wiring", null),
        ("get /api/backup", "/api/backup", null),
        ("post /api/backup", "/api/backup", """{"backup":1,"presets":[null,{"name":"x","a":{"speed":1}},null,null,null,null,null,null]}"""),
        ("put /api/backup", "/api/backup", """{"backup":1,"audio":{"gain":1},"network":{"wifiName":"x"}}"""),
        ("get /api/backup", "/api/backup", null),
        ("get /api/selftest", "/api/selftest", null),
        ("post /api/selftest", "/api/selftest", ""),
        ("put /api/selftest", "/api/selftest", ""),
        ("get /api/security", "/api/security", null),
        ("post /api/security", "/api/security", """{"key":""}"""),
        ("put /api/security", "/api/security", """{"key":"1234"}"""),
        ("post /api/reset", "/api/reset", """{"confirm":true}"""),
        ("put /api/reset", "/api/reset", """{"confirm":true}"""),
        ("get /json", "/json", null),
        ("post /json", "/json", """{"on":true}"""),
        ("put /json", "/json", """{"bri":9,"v":true}"""),
        ("get /json/state", "/json/state", null),
        ("post /json/state", "/json/state", """{"seg":[{"fx":1}]}"""),
        ("put /json/state", "/json/state", """{"seg":{"id":1,"on":"t"},"v":true}"""),
        ("get /json/{part}", "/json/info", null),
        ("get /json/{part}", "/json/pal", null),
        ("post /json/{part}", "/json/si", """{"bri":9}"""),
        ("put /json/{part}", "/json/pal", """{"bri":8}"""),
        ("get /presets.json", "/presets.json", null),
        ("get /win{command}", "/win", null),
        ("get /win{command}", "/win&A=9", null),
        ("get /win{command}", "/win&A=8&IN", null),
        ("post /win{command}", "/win&T=1", ""),
        ("put /win{command}", "/win&T=1", ""),
        ("get /{probe}", "/generate_204", null),

        ("get /reset", "/reset/x", null),
        ("post /reset", "/reset/x", ""),
        ("put /reset", "/reset/x", ""),
        ("post /api/state", "/api/state", "{"),
        ("post /api/state", "/api/state", new string(' ', 1025)),
        ("get /api/channel/{channel}", "/api/channel/c", null),
        ("get /api/channel/{channel}", "/api/channel/a?fields=hue", null),
        ("post /api/channel/{channel}", "/api/channel/a", """{"hue":1}"""),
        ("get /api/channel/{channel}/{control}", "/api/channel/a/hue", null),
        ("post /api/channel/{channel}/{control}", "/api/channel/a/speed", """{"value":900}"""),
        ("post /api/channel/{channel}/colours", "/api/channel/a/colours", """{"value":["FF0000"]}"""),
        ("get /api/channel/{channel}/colours", "/api/channel/c/colours", null),
        ("post /api/global", "/api/global", """{"power":7}"""),
        ("post /api/presets/{slot}/recall", "/api/presets/7/recall", ""),
        ("post /api/presets/{slot}", "/api/presets/9", """{"name":"x"}"""),
        ("post /api/presets/{slot}", "/api/presets/1", "{}"),
        ("post /api/live", "/api/live", """{"ddp":true,"e131":true,"artnet":true,"wled":true,"rgb":true}"""),
        ("get /api/log", "/api/log?before=x", null),
        ("post /api/network", "/api/network", """{"hotspotPassword":"short"}"""),
        ("post /api/wiring", "/api/wiring", """{"a":{"pin":26}}"""),
        ("post /api/backup", "/api/backup", """{"backup":2}"""),
        ("post /json/state", "/json/state", "{"),
        ("post /api/backup", "/api/backup", new string(' ', 12289)),
        ("post /api/reset", "/api/reset", "{}"),
        ("post /api/restart", "/api/restart", "{}"),
        ("put /api/restart", "/api/restart", "{}"),
    };

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Every_answer_is_as_it_is_described()
    {
        foreach ((string operation, string url, string? body) in Requests)
        {
            string method = operation.Split(' ')[0].ToUpperInvariant();
            WiredDevice.Answer answer = _device.Ask(method, url, body is null ? null : Encoding.UTF8.GetBytes(body));
            _device.Key = operation == "put /api/security" ? "1234" : _device.Key;

            string? complaint = Description.Complaint(operation, answer.Status, answer.ContentType, answer.Text);
            complaint ??= answer.Status == 200 && !string.IsNullOrEmpty(body) ? Description.BodyComplaint(operation, body) : null;
            Assert.IsNull(complaint, complaint);
        }
    }

    [TestMethod]
    [DataRow("head")]
    [DataRow("options")]
    public void What_every_path_takes_is_answered_as_described(string method)
    {
        foreach (
            string operation in Description.Operations.Where(each => each.StartsWith(method + " ", StringComparison.Ordinal)))
        {
            WiredDevice.Answer answer = _device.Ask(
                method.ToUpperInvariant(), Url(operation.Split(' ')[1], "generate_204"), null);

            // The body to HEAD is never sent.
            string? complaint = Description.Complaint(
                operation, answer.Status, answer.ContentType, method == "head" ? string.Empty : answer.Text);
            Assert.IsNull(complaint, complaint);
            Assert.IsTrue(answer.Status < 400, operation + " answers " + answer.Status);
        }
    }

    [TestMethod]
    public void What_can_befall_any_request_is_described_for_every_one()
    {
        foreach (string operation in Description.Operations)
        {
            string method = operation.Split(' ')[0];
            int[] expected = method is "post" or "put" ? [408, 501, 503] : [501, 503];
            foreach (int status in expected)
            {
                Assert.IsTrue(Description.Answers(operation, status), $"{operation} may answer {status}");
            }
        }

        foreach (string path in Description.Operations.Select(each => each.Split(' ')[1]).Distinct())
        {
            string[] methods = Description.Operations.Where(each => each.EndsWith(" " + path, StringComparison.Ordinal))
                .Select(each => each.Split(' ')[0]).ToArray();
            CollectionAssert.Contains(methods, "options", path);
            Assert.AreEqual(methods.Contains("get"), methods.Contains("head"), path + " can be looked at by HEAD as by GET");
        }
    }

    [TestMethod]
    public void Every_change_may_be_refused_for_want_of_a_key_and_says_so_as_described()
    {
        _device.Post("/api/security", """{"key":"let me in"}""");
        foreach ((string operation, string url, string? body) in Requests.Where(
            each => !each.Operation.StartsWith("get ", StringComparison.Ordinal)))
        {
            _device.Key = null;
            WiredDevice.Answer locked = _device.Ask(
                operation.Split(' ')[0].ToUpperInvariant(), url, body is null ? null : Encoding.UTF8.GetBytes(body));
            string? complaint = Description.Complaint(operation, locked.Status, locked.ContentType, locked.Text);

            Assert.AreEqual(401, locked.Status, operation);
            Assert.IsNull(complaint, complaint);
        }
    }

    [TestMethod]
    [DataRow("channel", "Channel", "layout colours", "spannedBy")]
    [DataRow("global", "Global", "", "")]
    [DataRow("audio", "Ears", "", "")]
    public void Every_control_is_described_with_its_range_and_no_other(string group, string schema, string also, string toldOnly)
    {
        JsonElement[] controls = _device.Get("/api/controls").Json.GetProperty(group).EnumerateArray().ToArray();

        JsonObject described = Description.Properties(schema);
        CollectionAssert.AreEquivalent(
            controls.Select(each => each.GetProperty("name").GetString()).Concat(
                $"{also} {toldOnly}".Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray(),
            described.Select(each => each.Key).ToArray());
        CollectionAssert.AreEquivalent(
            described.Select(each => each.Key).Where(name => name != toldOnly).ToArray(),
            Description.Properties(schema + "Change").Select(each => each.Key).ToArray());
        foreach (JsonElement control in controls.Where(each => each.TryGetProperty("min", out _)))
        {
            JsonNode range = described[control.GetProperty("name").GetString()!]!;
            Assert.AreEqual(control.GetProperty("min").GetInt32(), (int)(range["minimum"] ?? 0), control.ToString());
            Assert.AreEqual(control.GetProperty("max").GetInt32(), (int)(range["maximum"] ?? 0), control.ToString());
        }
    }

    [TestMethod]
    public void Every_described_operation_is_asked_and_every_other_answers_that_it_is_unknown()
    {
        string[] own = Description.Operations.Where(
            each => !each.StartsWith("head ", StringComparison.Ordinal) && !each.StartsWith("options ", StringComparison.Ordinal))
                .ToArray();
        CollectionAssert.AreEquivalent(own, Requests.Select(each => each.Operation).Distinct().ToArray());

        string[] nouns = Description.Operations.Where(each => each.Contains(" /api/", StringComparison.Ordinal))
            .Select(each => each.Split('/')[2]).Distinct().Order().ToArray();
        string[] answered = _device.Get("/api/x").Error.Replace("unknown path: use /api/", "").Replace(" or ", ", ").Split(", ")
            .Order().ToArray();
        Assert.AreEqual(string.Join(' ', nouns), string.Join(' ', answered), "the nouns that the device says it knows");
    }

    [TestMethod]
    public void A_method_that_is_not_described_is_refused()
    {
        foreach (string path in Description.Operations.Select(each => each.Split(' ')[1]).Distinct())
        {
            string url = Url(path, "api/status");
            WiredDevice.Answer answer = _device.Ask("PATCH", url, null);

            Assert.AreEqual(405, answer.Status, url);
            Assert.IsFalse(string.IsNullOrEmpty(answer.Allow), url);
        }
    }

    private static string Url(string path, string probe)
    {
        string control = "speed";
        control = path.Contains("global", StringComparison.Ordinal) ? "power" : control;
        control = path.Contains("live", StringComparison.Ordinal) ? "order" : control;
        control = path.Contains("audio", StringComparison.Ordinal) ? "gain" : control;
        return path.Replace("{channel}", "a").Replace("{control}", control).Replace("{slot}", "1").Replace("{part}", "info")
            .Replace("{command}", string.Empty).Replace("{probe}", probe);
    }
}
