using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <content>What somebody does on the first evening: another password, and a look whether everything is there.</content>
public sealed partial class PhonePageTests
{
    [TestMethod]
    public async Task Everybodys_password_is_changed_by_one_tap()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        string wish = null;

        // Asked before, so that no answer of a busy device comes between.
        string status = (await _stage.GetAsync("status")).GetRawText();
        string network = (await _stage.GetAsync("network")).GetRawText();
        await _page.RouteAsync("**/api/status", async route =>
        {
            JsonNode told = JsonNode.Parse(status);
            told["defaultPassword"] = wish == null;
            await route.FulfillAsync(new RouteFulfillOptions { Body = told.ToJsonString() });
        });
        await _page.RouteAsync("**/api/network", async route =>
        {
            wish = route.Request.PostData ?? wish;
            await route.FulfillAsync(new RouteFulfillOptions { Body = network });
        });

        // A page that comes asks for the status first; one that is there asks less and less often while the device is busy.
        await PageStage.ReloadAsync(_page);
        await _page.WaitForSelectorAsync("#welcome");
        string suggestion = await _page.InputValueAsync("#own");
        StringAssert.Matches(suggestion, new("^[0-9a-v]{10}$"));
        Assert.AreEqual("", await _page.EvaluateAsync<string>(Covered), "nothing covers it");
        await _page.ClickAsync("#own-use");

        await StateIsAsync("saved; it counts after a restart");
        Assert.AreEqual("{\"hotspotPassword\":\"" + suggestion + "\"}", wish);
        await _page.WaitForSelectorAsync("#welcome", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });
        await PageStage.ReloadAsync(_page);
        await _page.WaitForFunctionAsync("() => document.getElementById('own')?.value");
        Assert.AreNotEqual(suggestion, await _page.InputValueAsync("#own"), "each visitor is suggested another");
        Assert.IsTrue(await _page.IsHiddenAsync("#welcome"), "the card is still there after the tap");
        await _page.UnrouteAsync("**/api/status");
        await _page.UnrouteAsync("**/api/network");
    }

    [TestMethod]
    public async Task A_pattern_has_its_own_name_whatever_the_wiring_calls_its_pins()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.light *')].some(one => one.textContent === 'Pulse')");

        string light = await _page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('.light')].map(one => one.textContent).join()");
        Assert.IsFalse(light.Contains("(-1", StringComparison.Ordinal), light);
    }

    [TestMethod]
    public async Task A_device_with_a_password_of_its_own_says_nothing_of_it()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        await _page.WaitForFunctionAsync("() => document.getElementById('about-device').textContent");
        await ShowAsync("light");

        Assert.IsTrue(await _page.IsHiddenAsync("#welcome"), "the card is there though nothing is to be changed");
    }

    [TestMethod]
    public async Task A_self_test_tells_of_each_part_in_a_line()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");

        await _page.ClickAsync("#selftest");

        await _page.WaitForSelectorAsync("#tests p");
        string[] lines = [.. await _page.Locator("#tests p").AllTextContentsAsync()];
        Assert.AreEqual(
            "pins, strip a, strip b, microphone, memory, radio", string.Join(", ", lines.Select(line => line.Split(':')[0])));
        StringAssert.Contains(lines[1], "must be red, green, blue");
        Assert.IsTrue((await _stage.GetAsync("selftest")).GetProperty("walking").GetBoolean(), "the strips walk");
        await _stage.WaitAsync(
            async () => !(await _stage.GetAsync("selftest")).GetProperty("walking").GetBoolean(), "the end of the walk");
    }
}
