using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Simulator;

/// <summary>The device as curl and a phone meet it: the simulator as a process, its real server, real sound.</summary>
[TestClass]
[RealTime]
public sealed class LiveDeviceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new(new PatientHandler()) { Timeout = TimeSpan.FromSeconds(60) };

    // For the crowd, whose refusals are counted.
    private readonly HttpClient _hasty = new() { Timeout = TimeSpan.FromSeconds(10) };

    public void Dispose()
    {
        _client.Dispose();
        _hasty.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public async Task A_thousand_requests_from_eight_connections_are_answered_or_told_to_come_again_and_no_frame_suffers()
    {
        using SimulatorProcess run = await StartAsync("song");

        Task<int>[] clients = Enumerable.Range(0, 8).Select(client => AskAsync(client, 125)).ToArray();
        int answered = (await Task.WhenAll(clients)).Sum();
        JsonElement report = Stop(run);

        Assert.AreEqual(1000, answered);
        foreach (string channel in new[] { "a", "b" })
        {
            JsonElement strip = report.GetProperty("channels").GetProperty(channel);
            Assert.AreEqual(0, strip.GetProperty("tornFrames").GetInt32());
            Assert.AreEqual(0, strip.GetProperty("timingViolations").GetInt32());
        }

        Assert.AreEqual(0, report.GetProperty("snapshotMisses").GetInt32());
    }

    [TestMethod]
    public async Task Brightness_of_a_dims_a_alone()
    {
        using SimulatorProcess run = await StartAsync("silence");
        await PostAsync("channel/a", """{"pattern":"solid","palette":"rainbow","brightness":120}""");
        await PostAsync("channel/b", """{"pattern":"solid","palette":"rainbow","brightness":120}""");
        await run.WaitUntilAsync(async () => await FirstPixelAsync("b") == "007878", "both strips at 120");

        await PostAsync("channel/a/brightness", """{"value":40}""");

        await run.WaitUntilAsync(async () => await FirstPixelAsync("a") == "002828", "strip A at 40");
        Assert.AreEqual("007878", await FirstPixelAsync("b"));
    }

    [TestMethod]
    public async Task A_tone_lights_its_own_band()
    {
        using SimulatorProcess run = await StartAsync("sine:440");

        // 16 bands from 45 Hz to 7 kHz, each 1.37 times the one before: 440 Hz lies in the eighth.
        await run.WaitUntilAsync(
            async () =>
            {
                int[] bands = (await GetAsync("audio")).GetProperty("bands").EnumerateArray().Select(band => band.GetInt32())
                    .ToArray();
                return bands.Max() > 60 && Math.Abs(Array.IndexOf(bands, bands.Max()) - 7) <= 1;
            },
            "440 Hz in its band");
    }

    [TestMethod]
    public async Task Silence_leaves_audio_patterns_black()
    {
        using SimulatorProcess run = await StartAsync("silence");
        await PostAsync("channel/b", """{"pattern":"flow"}""");

        for (int look = 0; look < 5; look++)
        {
            foreach (string channel in new[] { "a", "b" })
            {
                string pixels = (await GetAsync($"channel/{channel}/frame")).GetProperty("pixels").GetString()!;
                Assert.AreEqual(new string('0', 180 * 6), pixels);
            }
        }
    }

    [TestMethod]
    public async Task Refusals_reach_the_client_as_documented_and_change_nothing()
    {
        using SimulatorProcess run = await StartAsync("silence");
        string before = (await GetAsync("channel/a")).GetRawText();

        await AssertRefusedAsync(HttpMethod.Post, "channel/a/brightness", """{"value":256}""", HttpStatusCode.BadRequest);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a", """{"brightness":1,"pattern":"no"}""", HttpStatusCode.BadRequest);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a", "{", HttpStatusCode.BadRequest);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a", "", HttpStatusCode.BadRequest);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a/colour", """{"value":1}""", HttpStatusCode.NotFound);
        await AssertRefusedAsync(HttpMethod.Get, "channel/z", null, HttpStatusCode.NotFound);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a", new string(' ', 1025), HttpStatusCode.RequestEntityTooLarge);
        await AssertRefusedAsync(HttpMethod.Post, "channel/a", new string(' ', 1 << 20), HttpStatusCode.RequestEntityTooLarge);
        using HttpResponseMessage wrong = await AssertRefusedAsync(
            HttpMethod.Delete, "channel/a", null, HttpStatusCode.MethodNotAllowed);

        Assert.AreEqual("GET, POST, PUT", string.Join(", ", wrong.Content.Headers.Allow));
        Assert.AreEqual(before, (await GetAsync("channel/a")).GetRawText());
    }

    [TestMethod]
    public async Task A_chunked_body_is_read_and_limited_like_any_other()
    {
        using SimulatorProcess run = await StartAsync("silence");

        using HttpResponseMessage good = await SendChunkedAsync("""{"value":33}""");
        using HttpResponseMessage tooLong = await SendChunkedAsync("{\"value\":34" + new string(' ', 2000) + "}");

        Assert.AreEqual(HttpStatusCode.OK, good.StatusCode);
        Assert.AreEqual(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        Assert.AreEqual(33, (await GetAsync("channel/a/brightness")).GetProperty("value").GetInt32());
    }

    [TestMethod]
    public async Task A_page_of_another_site_changes_nothing()
    {
        using SimulatorProcess run = await StartAsync("silence");
        using var request = new HttpRequestMessage(HttpMethod.Post, "channel/a/brightness")
        {
            Content = new StringContent("""{"value":1}"""),
        };
        request.Headers.Add("Origin", "http://evil.example");

        using HttpResponseMessage answer = await _client.SendAsync(request);

        Assert.AreEqual(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.AreEqual(128, (await GetAsync("channel/a/brightness")).GetProperty("value").GetInt32());
    }

    private async Task<SimulatorProcess> StartAsync(string signal)
    {
        int port = SimulatorProcess.FreePortPair();
        _client.BaseAddress = _hasty.BaseAddress = new Uri($"http://localhost:{port}/api/");
        SimulatorProcess run = SimulatorProcess.Start(
            "--headless", "--port", $"{port}", "--signal", signal, "--state", _folder["state"], "--report", _folder["r.json"]);
        await run.WaitUntilAsync(
            async () => (await GetAsync("status")).GetProperty("channels").GetProperty("b").GetProperty("frames").GetInt32() > 0,
            "frames");
        return run;
    }

    private JsonElement Stop(SimulatorProcess run)
    {
        run.Stop();
        Assert.AreEqual(0, run.WaitForExit(), run.Errors);
        return JsonDocument.Parse(File.ReadAllText(_folder["r.json"])).RootElement;
    }

    private async Task<int> AskAsync(int client, int times)
    {
        int answered = 0;
        for (int i = 0; i < times; i++)
        {
            string channel = client % 2 == 0 ? "a" : "b";
            using HttpResponseMessage answer = i % 3 == 0
                ? await PostAsync(_hasty, $"channel/{channel}/brightness", $$"""{"value":{{i}}}""")
                : await _hasty.GetAsync(new Uri(i % 3 == 1 ? "status" : $"channel/{channel}/frame", UriKind.Relative));
            bool isTooMany = answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter != null;
            answered += answer.StatusCode == HttpStatusCode.OK || isTooMany ? 1 : 0;
        }

        return answered;
    }

    private async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private async Task<HttpResponseMessage> PostAsync(string path, string body) => await PostAsync(_client, path, body);

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private async Task<string> FirstPixelAsync(string channel) =>
        (await GetAsync($"channel/{channel}/frame")).GetProperty("pixels").GetString()![..6];

    private async Task<HttpResponseMessage> AssertRefusedAsync(
        HttpMethod method, string path, string? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body != null)
        {
            request.Content = new StringContent(body);
        }

        HttpResponseMessage answer = await _client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();

        Assert.AreEqual(expected, answer.StatusCode, text);
        Assert.AreNotEqual("", JsonDocument.Parse(text).RootElement.GetProperty("error").GetString());
        return answer;
    }

    private async Task<HttpResponseMessage> SendChunkedAsync(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "channel/a/brightness");
        request.Content = new StringContent(body);
        request.Headers.TransferEncodingChunked = true;
        return await _client.SendAsync(request);
    }
}
