using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Mqtt;
using NanoFirmware.HostTests.Page;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Jam;

/// <summary>Two simulators at one broker and two browsers, one at each, in one room: the jam as a whole.</summary>
[TestClass]
[RealTime]
public sealed class JamTogetherTests : IDisposable
{
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;

    // A thousand: half of them by the pages, half by programs, in lists.
    private const int EditsOfPage = 250;
    private const int Lists = 10;
    private const int EditsOfList = 25;

    // The zones of kick and snare, and where the last one of them ends, in pixels of six letters.
    private const int ZoneLeds = 22;
    private const int LettersOfPixel = 6;

    private const int MostApartMs = 10;
    private const int MostLookMs = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What a busy PC lost or delayed, the room mends with the digest and the ping of a minute later; then a clock drifts, 2 ms a
    // second. A minute's patience ended before that; simulators end by themselves after three.
    private static readonly TimeSpan RoomsPatience = TimeSpan.FromSeconds(100);

    private static readonly int[] Both = [0, 1];

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private readonly Uri[] _devices = new Uri[2];

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public async Task A_thousand_edits_of_two_devices_and_two_browsers_end_as_one_state_one_time_and_light_on_both()
    {
        using var broker = new Mosquitto(isOpen: true);
        int port = SimulatorProcess.FreePortPair();
        using SimulatorProcess second = SimulatorProcess.Start(
            "--headless", "--port", $"{port}", "--state", _folder["second"], "--signal", "silence", "--udp-offset", "100");
        await using PageStage stage = await PageStage.StartAsync("--signal", "silence");
        _devices[0] = stage.Address;
        _devices[1] = new Uri($"http://localhost:{port}/");
        await second.WaitUntilAsync(
            async () => (await _client.GetAsync(new Uri(_devices[1], "api/status"))).IsSuccessStatusCode, "the second device");
        foreach (int device in Both)
        {
            await PrepareAsync(device, broker.Port);
        }

        IPage anna = await stage.OpenJamAsync(PhoneWidth, PhoneHeight);
        IPage ben = await stage.OpenJamAsync(PhoneWidth, PhoneHeight, _devices[1]);
        await JoinAsync(anna, "Anna");
        await JoinAsync(ben, "Ben");
        await WaitAsync(
            async () => (await PeopleAsync(0)).Contains("Ben", StringComparison.Ordinal)
                && (await PeopleAsync(1)).Contains("Anna", StringComparison.Ordinal),
            "both to know of each other",
            null,
            RoomsPatience);
        string[] calm = [await FrameAsync(0, "b"), await FrameAsync(1, "b")];

        await anna.GetByText("Play", new() { Exact = true }).ClickAsync();
        await Task.WhenAll(ClickAsync(anna, 1), ClickAsync(ben, 2), PostListsAsync(0, 3), PostListsAsync(1, 4));
        await WaitAsync(() => AreEqualAsync(anna, ben), "one state", null, RoomsPatience);
        JsonElement jam = await AskAsync(0, "jam");
        Assert.IsTrue(jam.GetProperty("taken").GetInt32() >= (2 * EditsOfPage) + Lists, "edits were news");

        await AssertOneTimeAsync();
        await AssertBothLightAsync(anna, ben);
        foreach (int device in Both)
        {
            Assert.AreEqual(calm[device], await FrameAsync(device, "b"), "the strip that the jam is not on");
            await AssertPaceAsync(device);
        }
    }

    // Dark on strip A but for what the jam lights, and a picture on B that nothing may touch.
    private async Task PrepareAsync(int device, int port)
    {
        await PostAsync(device, "channel/a", """{"pattern":"vu","brightness":255,"glow":0}""");
        await PostAsync(device, "channel/b", """{"pattern":"solid","brightness":255}""");
        await PostAsync(device, "jam", """{"a":"zones","b":"off","decayMs":2000}""");
        await PostAsync(device, "mqtt", $$"""{"on":true,"host":"127.0.0.1","port":{{port}}}""");
        await WaitAsync(
            async () => Text(await AskAsync(device, "mqtt"), "state").StartsWith("rooms", StringComparison.Ordinal),
            "the broker");
        await WaitAsync(() => IsDarkAsync(device), "a dark strip");
        string before = string.Empty;
        await WaitAsync(async () => before == (before = await FrameAsync(device, "b")), "a calm strip");
    }

    private static async Task JoinAsync(IPage page, string name)
    {
        await page.GetByLabel("your name").FillAsync(name);
        await page.GetByLabel("room: six").FillAsync("JAM347");
        await page.GetByText("Join", new() { Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.getElementById('people').textContent.includes('In JAM347')");
    }

    // Any cell of any track; a step is on or off after it as it was not before.
    private static async Task ClickAsync(IPage page, int seed) => await page.EvaluateAsync(
        """
        async ({ seed, edits }) => {
          let dice = seed, cells = document.querySelectorAll('#grid [aria-label]');
          for (let i = 0; i < edits; i++) {
            dice = (dice * 48271) % 2147483647;
            cells[dice % cells.length].click();
            await new Promise(go => setTimeout(go, 10));
          }
        }
        """,
        new { seed, edits = EditsOfPage });

    private async Task PostListsAsync(int device, int seed)
    {
        var random = new Random(seed);
        for (int list = 0; list < Lists; list++)
        {
            IEnumerable<string> edits = Enumerable.Range(0, EditsOfList).Select(_ => Edit(random));
            await PostAsync(device, "jam/events", $"[{string.Join(',', edits)}]");
            await Task.Delay(100);
        }
    }

    private static string Edit(Random random) =>
        $$"""{"type":"drum-step","track":{{random.Next(8)}},"step":{{random.Next(16)}},"velocity":{{random.Next(101)}}}""";

    // Both devices have all cells with all stamps alike, and the pages show what they have.
    private async Task<bool> AreEqualAsync(params IPage[] pages)
    {
        JsonElement[] jams = [await AskAsync(0, "jam"), await AskAsync(1, "jam")];
        string[] shown = [await StepsAsync(pages[0]), await StepsAsync(pages[1])];
        return jams[0].GetProperty("digest").GetInt32() == jams[1].GetProperty("digest").GetInt32()
            && jams[0].GetProperty("tracks").ToString() == jams[1].GetProperty("tracks").ToString()
            && shown.All(steps => steps == Steps(jams[0]));
    }

    // A letter for each step, track by track, 1 where it sounds.
    private static Task<string> StepsAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('#grid [aria-label]')].map(one => one.ariaPressed === 'true' ? 1 : 0).join('')");

    private static string Steps(JsonElement jam) => string.Concat(
        jam.GetProperty("tracks").EnumerateArray().SelectMany(track => track.GetProperty("steps").EnumerateArray())
            .Select(step => step.GetBoolean() ? '1' : '0'));

    // Both play one loop from one origin: what may differ is what time they take it to be. It is looked at until a look is short
    // enough to tell.
    private async Task AssertOneTimeAsync()
    {
        JsonElement[] transports = [await TransportAsync(0), await TransportAsync(1)];
        Assert.IsTrue(transports[0].GetProperty("isPlaying").GetBoolean(), "it plays");
        Assert.AreEqual(
            transports[0].GetProperty("origin").GetInt32(), transports[1].GetProperty("origin").GetInt32(), "the loop's origin");
        string seen = string.Empty;
        await WaitAsync(
            async () =>
            {
                int before = await NowAsync(0);
                int between = await NowAsync(1);
                int after = await NowAsync(0);
                int apart = Math.Abs(between - ((before + after) / 2));
                seen = $"{apart} ms apart, within {after - before}";
                return after - before <= MostLookMs && apart <= MostApartMs + ((after - before) / 2);
            },
            "one time",
            () => seen,
            RoomsPatience);
        Console.WriteLine($"loops {seen}");
    }

    private async Task AssertBothLightAsync(IPage anna, IPage ben)
    {
        await PostAsync(0, "jam/events", """{"type":"drum-pattern-reset","tracks":[]}""");
        await WaitAsync(
            async () => await AreEqualAsync(anna, ben) && Steps(await AskAsync(1, "jam")).All(step => step == '0'),
            "an empty grid",
            null,
            RoomsPatience);
        await WaitAsync(async () => await IsDarkAsync(0) && await IsDarkAsync(1), "dark strips");
        await anna.GetByRole(AriaRole.Button, new() { Name = "kick 1", Exact = true }).ClickAsync();
        await ben.GetByRole(AriaRole.Button, new() { Name = "snare 5", Exact = true }).ClickAsync();
        foreach (int device in Both)
        {
            await WaitAsync(() => IsLitAsync(device, 0), $"Anna's kick on device {device}", null, RoomsPatience);
            await WaitAsync(() => IsLitAsync(device, 1), $"Ben's snare on device {device}", null, RoomsPatience);
        }
    }

    // In the middle of a track's zone.
    private async Task<bool> IsLitAsync(int device, int track)
    {
        string pixels = await FrameAsync(device, "a");
        return pixels.Substring(((track * ZoneLeds) + (ZoneLeds / 2)) * LettersOfPixel, LettersOfPixel) != "000000";
    }

    // A PC that has no time for it says so itself.
    private async Task AssertPaceAsync(int device)
    {
        JsonElement report = await GetAsync(
            new UriBuilder(_devices[device]) { Port = _devices[device].Port + 1, Path = "report" }.Uri);
        Assert.AreEqual(0, report.GetProperty("faults").GetArrayLength(), report.GetProperty("faults").ToString());
        foreach (string strip in new[] { "a", "b" })
        {
            JsonElement figures = report.GetProperty("channels").GetProperty(strip);
            Assert.AreEqual(0, figures.GetProperty("tornFrames").GetInt64(), "torn frames");
            double fps = figures.GetProperty("fps").GetDouble();
            Console.WriteLine($"device {device}, strip {strip}: {fps} frames a second; {report.GetProperty("busyComputer")}");
            bool isSlow = report.GetProperty("busyComputer").ValueKind == JsonValueKind.String;
            Assert.IsTrue(isSlow || Math.Abs(fps - 60) <= 0.5, $"{fps} frames a second");
        }
    }

    private async Task<bool> IsDarkAsync(int device) => (await FrameAsync(device, "a")).All(letter => letter == '0');

    private async Task<string> FrameAsync(int device, string strip) =>
        Text(await AskAsync(device, $"channel/{strip}/frame"), "pixels");

    private async Task<string> PeopleAsync(int device) => (await AskAsync(device, "jam")).GetProperty("people").ToString();

    private async Task<JsonElement> TransportAsync(int device) => (await AskAsync(device, "jam")).GetProperty("transport");

    private async Task<int> NowAsync(int device) => (await TransportAsync(device)).GetProperty("now").GetInt32();

    private static string Text(JsonElement answer, string field) => answer.GetProperty(field).GetString()!;

    private Task<JsonElement> AskAsync(int device, string path) => GetAsync(new Uri(_devices[device], "api/" + path));

    private async Task<JsonElement> GetAsync(Uri address)
    {
        JsonElement said = default;
        string seen = string.Empty;
        await WaitAsync(
            async () =>
            {
                using HttpResponseMessage answer = await _client.GetAsync(address);
                seen = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    using JsonDocument document = JsonDocument.Parse(seen);
                    said = document.RootElement.Clone();
                }

                return answer.IsSuccessStatusCode;
            },
            address.ToString(),
            () => seen);
        return said;
    }

    // A device that is busy says so, or that the request took too long to come, and is asked again.
    private async Task PostAsync(int device, string path, string json)
    {
        string said = string.Empty;
        await WaitAsync(
            async () =>
            {
                using var body = new StringContent(json);
                using HttpResponseMessage answer = await _client.PostAsync(new Uri(_devices[device], "api/" + path), body);
                said = await answer.Content.ReadAsStringAsync();
                bool isBusy = (int)answer.StatusCode is 503 or 408;
                Assert.IsTrue(answer.IsSuccessStatusCode || isBusy, $"{path} {json}: {said}");
                return answer.IsSuccessStatusCode;
            },
            path,
            () => said);
    }

    private static async Task WaitAsync(
        Func<Task<bool>> holds, string what, Func<string>? seen = null, TimeSpan? patience = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.IsTrue(waited.Elapsed < (patience ?? Patience), $"never came {what}: {seen?.Invoke()}");
            await Task.Delay(50);
        }
    }
}
