using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The description and the device agree: every operation is asked, every answer held against its schema.</summary>
[TestClass]
public sealed partial class OpenApiTests : IDisposable
{
    private static readonly OpenApiDescription Description = new();

    [TestMethod]
    [DataRow("""{"minimun":1}""", "minimun")]
    [DataRow("""{"properties":{"minimun":{"type":"integer"}}}""", "")]
    [DataRow("""{"oneOf":[{"items":{"maxLenght":3}}]}""", "maxLenght")]
    public void A_keyword_that_is_misspelt_is_not_passed_over(string schema, string unknown) =>
        Assert.AreEqual(
            unknown, string.Join(", ", SchemaKeywords.UnknownIn(JsonNode.Parse(schema))), "a library would say that all is well");

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
