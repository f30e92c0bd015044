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
        ("get /jam", "/jam", null),
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
        ("get /api/state", "/api/state?since=&grid=a", null),
        ("get /api/state", "/api/state?since=&previews=0", null),
        ("post /api/channel/{channel}/layout/test", "/api/channel/a/layout/test", ""),
        ("put /api/channel/{channel}/layout/test", "/api/channel/a/layout/test", ""),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout",
            """{"kind":"panels","panels":2,"size":8,"gap":3,"rotation":"90"}"""),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"line"}"""),
        ("get /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", null),
        ("put /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", """{"width":2,"height":2,"map":[3,-1,0,1]}"""),
        ("get /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", null),
        ("get /api/patterns", "/api/patterns", null),
        ("get /api/backup", "/api/backup", null),
        ("post /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", """{"map":[0,1]}"""),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"line"}"""),
        ("get /api/panels", "/api/panels", null),
        ("post /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"panels","panels":2,"size":8}"""),
        ("get /api/panels", "/api/panels", null),
        ("put /api/sprites/{sprite}", "/api/sprites/dot", """{"width":1,"height":1,"pixels":"FF0000"}"""),
        ("post /api/sprites/{sprite}", "/api/sprites/dots",
            """{"width":2,"height":1,"colours":["000000","FFFFFF"],"pixels":"01"}"""),
        ("get /api/sprites/{sprite}", "/api/sprites/dot", null),
        ("get /api/sprites", "/api/sprites", null),
        ("post /api/panels", "/api/panels",
            """{"panels":[0,1],"sprite":"dot","across":true,"effect":"wipe","transitionMs":500}"""),
        ("put /api/panels", "/api/panels",
            """{"updates":[{"panels":"all","colour":"00FF00"}],"groups":{"ends":[0,1]},"interface":"mixed"}"""),
        ("post /api/panels/{panel}", "/api/panels/1", """{"pattern":"fire","palette":"ocean","p1":7,"brightness":9}"""),
        ("put /api/panels/{panel}", "/api/panels/ends", """{"clear":true}"""),
        ("get /api/panels/{panel}", "/api/panels/0", null),
        ("get /api/panels/{panel}", "/api/panels/ends", null),
        ("get /api/panels/{panel}/frame", "/api/panels/0/frame", null),
        ("post /api/panels/{panel}/press", "/api/panels/0/press", ""),
        ("put /api/panels/{panel}/press", "/api/panels/1/press", ""),
        ("delete /api/sprites/{sprite}", "/api/sprites/dot", null),
        ("post /api/panels", "/api/panels", """{"panels":[2],"colour":"00FF00"}"""),
        ("get /api/panels/{panel}", "/api/panels/2", null),
        ("put /api/channel/{channel}/layout", "/api/channel/a/layout", """{"kind":"line"}"""),
        ("post /api/panels", "/api/panels", """{"panels":[0],"colour":"00FF00"}"""),
        ("get /api/channel/{channel}/layers", "/api/channel/a/layers", null),
        ("post /api/channel/{channel}/layers", "/api/channel/a/layers",
            """{"layers":[{"pattern":"barber","blend":"add","level":200},{"palette":3,"on":false}]}"""),
        ("get /api/state", "/api/state", null),
        ("put /api/channel/{channel}/layers", "/api/channel/a/layers", """{"layers":[]}"""),
        ("get /api/channel/{channel}/marks", "/api/channel/a/marks", null),
        ("post /api/channel/{channel}/marks", "/api/channel/a/marks",
            """{"from":3,"count":5,"colour":"#ff0000","blend":"add","level":200,"decayMs":300}"""),
        ("put /api/channel/{channel}/marks", "/api/channel/a/marks",
            """{"marks":[{"from":3},{"colour":"00FF00","blend":"multiply"}]}"""),
        ("delete /api/channel/{channel}/marks", "/api/channel/a/marks", null),
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
        ("get /api/jam", "/api/jam", null),
        ("post /api/jam", "/api/jam", """{"room":"JAM347","name":"Anna","a":"notes"}"""),
        ("post /api/jam/events", "/api/jam/events", """{"type":"drum-step","track":0,"step":3}"""),
        ("put /api/jam/events", "/api/jam/events", """[{"type":"key-change","key":"F#"},{"type":"note","note":60}]"""),
        ("put /api/jam", "/api/jam", """{"room":null,"decayMs":{"add":10}}"""),
        ("post /api/jam/recording/{deed}", "/api/jam/recording/record", ""),
        ("put /api/jam/recording/{deed}", "/api/jam/recording/stop", ""),
        ("get /api/jam/recording", "/api/jam/recording", null),
        ("post /api/jam/recording", "/api/jam/recording?offset=0&more=1", """{"at":5,"type":"note","note":60}"""),
        ("put /api/jam/recording", "/api/jam/recording", """{"at":50,"type":"end"}"""),
        ("get /api/playlist", "/api/playlist", null),
        ("post /api/playlist", "/api/playlist", """{"on":true,"place-1":1,"place-2":3,"seconds":30}"""),
        ("put /api/playlist", "/api/playlist", """{"on":false}"""),
        ("get /api/playlist/{control}", "/api/playlist/seconds", null),
        ("post /api/playlist/{control}", "/api/playlist/bars", """{"value":8}"""),
        ("put /api/playlist/{control}", "/api/playlist/shuffle", """{"value":true}"""),
        ("get /api/nightlight", "/api/nightlight", null),
        ("post /api/nightlight", "/api/nightlight", """{"on":true,"minutes":20}"""),
        ("put /api/nightlight", "/api/nightlight", """{"on":false}"""),
        ("get /api/nightlight/{control}", "/api/nightlight/to", null),
        ("post /api/nightlight/{control}", "/api/nightlight/to", """{"value":9}"""),
        ("put /api/nightlight/{control}", "/api/nightlight/minutes", """{"value":30}"""),
        ("get /api/schedule", "/api/schedule", null),
        ("post /api/schedule", "/api/schedule", """{"power-up":"one","power-up-preset":2,"latitude":5250}"""),
        ("put /api/schedule", "/api/schedule", """{"silent-minutes":5}"""),
        ("get /api/schedule/{control}", "/api/schedule/latitude", null),
        ("post /api/schedule/{control}", "/api/schedule/power-up", """{"value":"last"}"""),
        ("put /api/schedule/{control}", "/api/schedule/silent-minutes", """{"value":0}"""),
        ("get /api/schedule/{line}", "/api/schedule/1", null),
        ("post /api/schedule/{line}", "/api/schedule/1", """{"on":true,"at":"sunset","minute":-30,"preset":2}"""),
        ("put /api/schedule/{line}", "/api/schedule/8", """{"days":31}"""),
        ("get /api/schedule/{line}/{control}", "/api/schedule/1/at", null),
        ("post /api/schedule/{line}/{control}", "/api/schedule/1/minute", """{"value":10}"""),
        ("put /api/schedule/{line}/{control}", "/api/schedule/1/on", """{"value":false}"""),
        ("get /api/sensor", "/api/sensor", null),
        ("get /api/sensor/{sensor}", "/api/sensor/mic", null),
        ("get /api/sensor/{sensor}", "/api/sensor/serial", null),
        ("get /api/sensor/{sensor}", "/api/sensor/hub", null),
        ("post /api/sensor/{sensor}", "/api/sensor/mic", """{"on":true,"threshold":700,"pulseUs":500}"""),
        ("put /api/sensor/{sensor}", "/api/sensor/serial", """{"on":true,"rx":18,"tx":21,"holdMs":{"add":5}}"""),
        ("put /api/sensor/{sensor}", "/api/sensor/hub", """{"eventsHz":"10","clients":2}"""),
        ("get /api/sensor/{sensor}/{control}", "/api/sensor/mic/threshold", null),
        ("post /api/sensor/{sensor}/{control}", "/api/sensor/serial/holdMs", """{"value":9}"""),
        ("put /api/sensor/{sensor}/{control}", "/api/sensor/hub/clients", """{"value":3}"""),
        ("get /api/sensor/{sensor}/minute", "/api/sensor/mic/minute?last=60", null),
        ("get /api/sensor/{sensor}/raw", "/api/sensor/serial/raw", null),
        ("get /api/sensor", "/api/sensor", null),
        ("get /api/live", "/api/live", null),
        ("get /api/log", "/api/log", null),
        ("get /api/metrics", "/api/metrics", null),
        ("get /api/mqtt", "/api/mqtt", null),
        ("post /api/mqtt", "/api/mqtt", """{"host":"10.0.0.7","user":"x","password":"y","discovery":"entity","group":"stage"}"""),
        ("put /api/mqtt", "/api/mqtt", """{"on":true,"port":1884}"""),
        ("get /api/network", "/api/network", null),
        ("post /api/network", "/api/network", """{"wifiName":"x"}"""),
        ("put /api/network", "/api/network", """{"hotspotName":"x"}"""),
        ("get /api/wiring", "/api/wiring", null),
        ("post /api/wiring", "/api/wiring", """{"a":{"leds":385,"pin":6},"microphone":{"kind":"off"},"pulse":{"pin":7}}"""),
        ("put /api/wiring", "/api/wiring", """{"b":{"order":"rgb","chip":"sk6812","skip":1,"on":true}}"""),
        ("get /api/wiring", "/api/wiring", null),
        ("get /api/backup", "/api/backup", null),
        ("post /api/backup", "/api/backup",
            """{"backup":1,"presets":[null,{"name":"x","a":{"speed":1}},null,null,null,null,null,null]}"""),
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
        ("post /api/channel/{channel}/layers", "/api/channel/a/layers", """{"layers":[{},{},{}]}"""),
        ("post /api/channel/{channel}/marks", "/api/channel/a/marks", """{"from":179,"count":2}"""),
        ("post /api/global", "/api/global", """{"power":7}"""),
        ("post /api/presets/{slot}/recall", "/api/presets/7/recall", ""),
        ("post /api/presets/{slot}", "/api/presets/33", """{"name":"x"}"""),
        ("post /api/presets/{slot}", "/api/presets/1", "{}"),
        ("post /api/live", "/api/live", """{"ddp":true,"e131":true,"artnet":true,"wled":true,"rgb":true}"""),
        ("post /api/jam", "/api/jam", """{"room":"no"}"""),
        ("post /api/jam/events", "/api/jam/events", """{"type":"dance"}"""),
        ("post /api/jam/recording", "/api/jam/recording", """{"at":0,"type":"dance"}"""),
        ("get /api/sensor/{sensor}", "/api/sensor/lidar", null),
        ("post /api/sensor/{sensor}", "/api/sensor/mic", """{"threshold":0}"""),
        ("post /api/sensor/{sensor}", "/api/sensor/mic", """{"pulseUs":50000,"refractoryMs":49}"""),
        ("get /api/sensor/{sensor}/minute", "/api/sensor/mic/minute?last=0", null),
        ("get /api/sensor/{sensor}/raw", "/api/sensor/lidar/raw", null),
        ("get /api/log", "/api/log?before=x", null),
        ("post /api/mqtt", "/api/mqtt", """{"host":"a b"}"""),
        ("post /api/network", "/api/network", """{"hotspotPassword":"short"}"""),
        ("post /api/wiring", "/api/wiring", """{"a":{"pin":26}}"""),
        ("post /api/backup", "/api/backup", """{"backup":2}"""),
        ("post /json/state", "/json/state", "{"),
        ("post /api/backup", "/api/backup", new string(' ', 20481)),
        ("post /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", """{"map":[5,5]}"""),
        ("put /api/channel/{channel}/layout/map", "/api/channel/a/layout/map", new string(' ', 4097)),
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
        _device.Post("/api/channel/a/layout", """{"kind":"panels","panels":2,"size":8}""");
        _device.Post("/api/sprites/dot", """{"width":1,"height":1,"pixels":"FF0000"}""");
        _device.Post("/api/jam/recording", """{"at":50,"type":"end"}""");
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
    [DataRow("channel", "Channel", "layout colours layers", "spannedBy waitsForGrid")]
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
            described.Select(each => each.Key).Where(name => !toldOnly.Split(' ').Contains(name)).ToArray(),
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
        control = path.Contains("playlist", StringComparison.Ordinal) ? "seconds" : control;
        control = path.Contains("nightlight", StringComparison.Ordinal) ? "minutes" : control;
        control = path.Contains("schedule", StringComparison.Ordinal) ? "latitude" : control;
        control = path.Contains("{line}", StringComparison.Ordinal) ? "minute" : control;
        control = path.Contains("sensor", StringComparison.Ordinal) ? "threshold" : control;
        control = path.Contains("audio", StringComparison.Ordinal) ? "gain" : control;
        return path.Replace("{channel}", "a").Replace("{control}", control).Replace("{slot}", "1").Replace("{part}", "info")
            .Replace("{panel}", "0").Replace("{sprite}", "dot").Replace("{sensor}", "mic")
            .Replace("{line}", "1").Replace("{deed}", "stop")
            .Replace("{command}", string.Empty).Replace("{probe}", probe);
    }
}
