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
