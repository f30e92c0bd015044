using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Twenty thousand requests that no client should send.</summary>
[TestClass]
public sealed class RestFuzzTests : IDisposable
{
    private const int Requests = 20000;
    private const int RequestsPerFrame = 50;

    private static readonly int[] Documented = { 200, 204, 302, 400, 401, 404, 405, 409, 413, 429 };

    private static readonly string[] Methods = { "GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get", "" };

    private static readonly string[] Pieces =
    {
        "api", "channel", "a", "b", "c", "brightness", "pattern", "frame", "global", "state", "presets", "1", "9", "recall",
        "name", "status", "audio", "gain",
        "metrics", "controls", "network", "reset", "restart", "colours", "backup", "security", "log", "json", "presets.json",
        "si", "win&A=~9&T=2&FX=~&PS=1", "", "%2e%2e", "..", "ä", "generate_204", new string('x', 3000), "?fields=", "?since=",
        "?&&=,",
    };

    private static readonly string[] Bodies =
    {
        """{"value":40}""", """{"value":{"add":1}}""", """{"a":{"brightness":4}}""", """{"name":"x"}""", """{"confirm":true}""",
        """{"brightness":1,"speed":2}""",
        """{"hotspotName":"x","hotspotPassword":"12345678"}""", """{"a":{"pattern":"pulse"},"b":{},"global":{"power":false}}""",
        """{"key":"1234"}""", """{"key":""}""", """{"value":["FF0000","00FF00"]}""",
        """{"seg":[{"id":1,"fx":3}],"on":"t","v":true}""",
        """{"backup":1,"a":{"colours":["010203","040506"]},"presets":[null,{"name":"x","b":{"speed":3}},null,null,null,null,null,null]}""",
    };

    private static readonly string?[] Keys = { null, "1234", "1234", "guess", "" };

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Each_is_answered_as_documented_and_none_that_is_refused_changes_anything()
    {
        var random = new Random(20261121);
        string before = _device.Get("/api/state").Text;
        int refused = 0;
        for (int i = 0; i < Requests; i++)
        {
            string method = Methods[random.Next(Methods.Length)];
            string url = Url(random);
            byte[] body = Body(random);
            _device.Key = Keys[random.Next(Keys.Length)];
            _device.Clock.Advance(random.Next(100_000));

            WiredDevice.Answer answer = _device.Ask(method, url, body);

            string what = $"{i}: {method} {url} {Encoding.UTF8.GetString(body)} → {answer.Status}";
            CollectionAssert.Contains(Documented, answer.Status, what);
            string after = _device.Get("/api/state").Text;
            if (answer.Status is 200 or 204 or 302)
            {
                before = after;
                continue;
            }

            refused++;
            Assert.AreEqual(JsonValueKind.String, answer.Json.GetProperty("error").ValueKind, what);
            Assert.AreEqual(before, after, what);
        }

        Assert.IsTrue(refused > Requests / 2, refused + " refused");
    }

    // The same requests to a device that draws meanwhile, as far as they are refused or only read: what the strips latch is what
    // they latch without.
    [TestMethod]
    public void No_request_that_changes_nothing_touches_a_frame()
    {
        string[] quiet = Frames(asks: false);
        string[] asked = Frames(asks: true);

        Assert.AreEqual(Requests / RequestsPerFrame, asked.Distinct().Count(), "every frame is another");
        CollectionAssert.AreEqual(quiet, asked);
    }

    private static string[] Frames(bool asks)
    {
        var random = new Random(19700101);
        using var device = new WiredDevice();
        device.Post("/api/state", """{"a":{"pattern":"rainbow"},"b":{"pattern":"aurora","mirror":true}}""");
        device.Post("/api/security", """{"key":"closed to all of them"}""");
        var frames = new List<string>();
        for (int i = 0; i < Requests; i++)
        {
            string method = Methods[random.Next(Methods.Length)];
            string url = Url(random);
            byte[] body = Body(random);
            if (asks)
            {
                device.Key = random.Next(20) == 0 ? "guess" : null;
                WiredDevice.Answer answer = device.Ask(method, url, body);
                Assert.IsTrue(
                    method is "GET" or "OPTIONS" || answer.Status >= 400 || answer.Status == 302,
                    $"{method} {url} → {answer.Status}");
            }

            if (i % RequestsPerFrame == 0)
            {
                device.Frame();
                frames.Add(Convert.ToHexString(device.LightA) + Convert.ToHexString(device.LightB));
            }
        }

        return frames.ToArray();
    }

    private static string Url(Random random)
    {
        var url = new StringBuilder(random.Next(10) switch { 0 => "", 1 => "/json", _ => "/api" });
        for (int pieces = random.Next(5); pieces > 0; pieces--)
        {
            url.Append('/').Append(Pieces[random.Next(Pieces.Length)]);
        }

        // A restart would end the board.
        string all = url.ToString().Replace("restart", "restar");
        return all.StartsWith("/api", StringComparison.Ordinal) ? all : all.Replace("reset", "rese");
    }

    private static byte[] Body(Random random)
    {
        byte[] body = Encoding.UTF8.GetBytes(Bodies[random.Next(Bodies.Length)]);
        for (int cuts = random.Next(4); cuts > 0; cuts--)
        {
            switch (random.Next(4))
            {
                case 0:
                    body[random.Next(body.Length)] = (byte)random.Next(256);
                    break;
                case 1:
                    body = body[..random.Next(1, body.Length + 1)];
                    break;
                case 2:
                    body = body.Concat(body).ToArray();
                    break;
                default:
                    random.NextBytes(body.AsSpan(random.Next(body.Length)));
                    break;
            }
        }

        return body;
    }
}
