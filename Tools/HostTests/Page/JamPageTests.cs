using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>The jam's page in two browsers, each as somebody's own.</summary>
[TestClass]
[RealTime]
public sealed class JamPageTests
{
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;

    // On a machine that does other things too; what it was here is said in docs/jam.md.
    private const double MostMs = 500;

    [TestMethod]
    public async Task Two_phones_see_each_others_edits_at_once_and_nothing_is_wider_than_a_phone()
    {
        await using PageStage stage = await PageStage.StartAsync();
        IPage anna = await stage.OpenJamAsync(PhoneWidth, PhoneHeight);
        IPage ben = await stage.OpenJamAsync(PhoneWidth, PhoneHeight);
        var errors = new List<string>();
        anna.PageError += (_, error) => errors.Add(error);
        ben.PageError += (_, error) => errors.Add(error);
        await WatchAsync(ben);

        var waits = new List<double>();
        for (int step = 1; step <= 8; step++)
        {
            double sentMs = await anna.EvaluateAsync<double>(
                "label => { document.querySelector(`[aria-label='${label}']`).click(); return Date.now(); }", $"snare {step}");
            await ben.WaitForFunctionAsync(
                "label => window.seen[label]", $"snare {step}", new PageWaitForFunctionOptions { PollingInterval = 20 });
            waits.Add(await ben.EvaluateAsync<double>("label => window.seen[label]", $"snare {step}") - sentMs);
        }

        Console.WriteLine($"ms from a tap to the other phone: {string.Join(' ', waits)}");
        Assert.IsTrue(waits.Order().ElementAt(waits.Count / 2) < MostMs, string.Join(' ', waits));

        await ben.GetByRole(AriaRole.Button, new() { Name = "kick 1", Exact = true }).ClickAsync();
        await ben.GetByText("Play", new() { Exact = true }).ClickAsync();
        await ben.GetByLabel("colours").SelectOptionAsync("harmonic");
        await anna.WaitForFunctionAsync("() => document.getElementById('play').textContent === 'Stop'");
        await anna.WaitForFunctionAsync("() => document.getElementById('mode').value === 'harmonic'");
        await anna.WaitForFunctionAsync("() => document.querySelector('#grid .now')");
        await anna.GetByLabel("your name").FillAsync("Anna");
        await anna.GetByLabel("room: six").FillAsync("JAM347");
        await anna.GetByText("Join", new() { Exact = true }).ClickAsync();
        await anna.WaitForFunctionAsync("() => document.getElementById('people').textContent.includes('In JAM347')");
        await ben.WaitForFunctionAsync("() => document.getElementById('people').textContent.includes('Anna')");

        JsonElement jam = await stage.GetAsync("jam");
        Assert.IsTrue(jam.GetProperty("tracks")[1].GetProperty("steps")[4].GetBoolean(), "the device has them too");
        foreach (IPage page in new[] { anna, ben })
        {
            Assert.AreEqual(
                PhoneWidth, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), "wider than the phone");
        }

        double narrow = await anna.EvaluateAsync<double>(
            "() => Math.min(...[...document.querySelectorAll('button')].filter(b => b.offsetWidth).map(b => b.offsetWidth))");
        Assert.IsTrue(narrow >= 22, $"{narrow} pixels for a thumb");
        Assert.AreEqual(string.Empty, string.Join("; ", errors), "errors");
        string picture = Path.Combine(Path.GetTempPath(), "jam-page.png");
        await anna.ScreenshotAsync(new PageScreenshotOptions { Path = picture });
        Assert.IsTrue(File.Exists(picture), "a picture");
    }

    [TestMethod]
    public async Task A_phone_records_replays_saves_a_recording_as_a_file_and_brings_another_one()
    {
        await using PageStage stage = await PageStage.StartAsync();
        IPage page = await stage.OpenJamAsync(PhoneWidth, PhoneHeight);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await PressAsync(page, "Record");
        await page.WaitForFunctionAsync("() => document.getElementById('tape').textContent === 'recording'");
        Assert.AreEqual("recording", await TapeAsync(stage), "the device");
        await page.GetByRole(AriaRole.Button, new() { Name = "kick 1", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "snare 5", Exact = true }).ClickAsync();
        await stage.WaitAsync(() => IsSetAsync(stage, 1, 4), "both edits");
        await PressAsync(page, "Stop");
        await page.WaitForFunctionAsync("() => document.getElementById('tape').textContent.startsWith('2 edits, ')");
        Assert.AreEqual("stopped", await TapeAsync(stage), "the device");

        await PressAsync(page, "Replay");
        await page.WaitForFunctionAsync("() => document.getElementById('replay').ariaPressed === 'true'");
        await PressAsync(page, "Stop");
        await page.WaitForFunctionAsync("() => document.getElementById('replay').ariaPressed === 'false'");
        await PressAsync(page, "Replay");
        await page.WaitForFunctionAsync("() => document.getElementById('replay').ariaPressed === 'true'");
        await page.WaitForFunctionAsync("() => document.getElementById('replay').ariaPressed === 'false'");
        Assert.AreEqual("stopped", await TapeAsync(stage), "the device, at the end of the recording");

        IDownload saved = await page.RunAndWaitForDownloadAsync(() => page.GetByText("save as a file").ClickAsync());
        string[] lines = await File.ReadAllLinesAsync(await saved.PathAsync());
        Assert.AreEqual("jam.jsonl", saved.SuggestedFilename, "the file's name");
        Assert.AreEqual(2, lines.Count(line => line.Contains("drum-step", StringComparison.Ordinal)), string.Join('\n', lines));
        StringAssert.Contains(lines[^1], "\"end\"", "its last line");

        // Longer than a piece of 4 KB.
        IEnumerable<string> many = Enumerable.Range(0, 100).Select(
            i => $$"""{"at":{{(i + 1) * 10}},"type":"drum-step","track":{{i % 8}},"step":{{i / 8}},"enabled":true,"velocity":70}""");
        byte[] other = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', [.. many, """{"at":3000,"type":"end"}"""]));
        await page.Locator("#bring").SetInputFilesAsync(
            new FilePayload { Name = "other.jsonl", MimeType = "application/x-ndjson", Buffer = other });
        await page.WaitForFunctionAsync("() => document.getElementById('tape').textContent === '100 edits, 3 s'");
        Assert.AreEqual(string.Empty, await page.Locator("#problem").TextContentAsync(), "problems");
        Assert.AreEqual(string.Empty, string.Join("; ", errors), "errors");
    }

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task<bool> IsSetAsync(PageStage stage, int track, int step) =>
        (await stage.GetAsync("jam")).GetProperty("tracks")[track].GetProperty("steps")[step].GetBoolean();

    private static async Task<string> TapeAsync(PageStage stage) =>
        (await stage.GetAsync("jam")).GetProperty("recording").GetProperty("state").GetString();

    private static async Task WatchAsync(IPage page) => await page.EvaluateAsync(
        """
        () => {
          window.seen = {};
          new MutationObserver(changes => changes.forEach(({ target }) => {
            if (target.getAttribute('aria-pressed') === 'true') window.seen[target.getAttribute('aria-label')] = Date.now();
          })).observe(document.getElementById('grid'), { attributes: true, subtree: true, attributeFilter: ['aria-pressed'] });
        }
        """);
}
