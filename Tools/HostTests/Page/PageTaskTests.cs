using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Page;

/// <summary>
/// What people want of their lights, on a phone of 360 by 740 from the first screen on: five taps are enough for each of it.
/// </summary>
[TestClass]
[RealTime]
public sealed class PageTaskTests
{
    private const int MostTaps = 5;
    private const string Folder = "pictures/tasks";

    private static PageStage _stage;
    private IPage _page;
    private int _taps;

    [ClassCleanup]
    public static async Task CleanUpAsync()
    {
        if (_stage != null)
        {
            await _stage.DisposeAsync();
        }
    }

    [TestInitialize]
    public async Task OpenAsync()
    {
        _stage ??= await PageStage.StartAsync();
        _page = await _stage.OpenAsync(360, 740);
        _taps = 0;
    }

    [TestMethod]
    public async Task Everything_that_is_wanted_every_day_is_on_the_first_screen()
    {
        foreach (string control in new[]
        {
            "#global-power", "#global-brightness", "label[for=global-link-mirror]", "#strip-brightness", "#colour-warm",
        })
        {
            LocatorBoundingBoxResult box = await _page.Locator(control).BoundingBoxAsync();
            Assert.IsTrue(box.Y + box.Height <= 740 - 60, $"{control} ends at {box.Y + box.Height}");
        }
    }

    [TestMethod]
    public async Task Make_both_strips_warm_white()
    {
        await TapAsync("label[for=target-both]");
        await TapAsync("#colour-warm");

        foreach (string strip in new[] { "a", "b" })
        {
            await _stage.WaitAsync($"channel/{strip}/pattern", "solid");
            await _stage.WaitAsync(async () => await ColoursAsync(strip) == "FFB46B,FFB46B", strip + " is warm white");
        }

        await ShowAsync("warm-white");
    }

    [TestMethod]
    public async Task Make_only_B_blue_at_30_percent()
    {
        string before = (await _stage.GetAsync("channel/a")).GetRawText();
        await TapAsync("label[for=target-b]");
        await TapAsync("#colour-blue");
        await TypeAsync("#strip-brightness", "77");

        await _stage.WaitAsync("channel/b/brightness", 77);
        await _stage.WaitAsync(async () => await ColoursAsync("b") == "0000FF,0000FF", "B is blue");
        Assert.AreEqual("30 %", await _page.TextContentAsync("#strip-brightness + output"));
        Assert.AreEqual(before, (await _stage.GetAsync("channel/a")).GetRawText(), "A is as it was");
        await ShowAsync("blue");
    }

    [TestMethod]
    public async Task Take_back_what_I_just_did()
    {
        string before = (await _stage.GetAsync("channel/a")).GetRawText();
        await TapAsync("#colour-red");
        await _stage.WaitAsync("channel/a/pattern", "solid");
        await TapAsync("#undo");

        await _stage.WaitAsync(async () => (await _stage.GetAsync("channel/a")).GetRawText() == before, "all is as before");
        Assert.IsTrue(await _page.IsHiddenAsync("#undo"), "there is nothing more to take back");
        await ShowAsync("undo");
    }

    [TestMethod]
    public async Task Make_it_a_little_warmer()
    {
        await TypeAsync("#warmth", "2000");

        await _stage.WaitAsync(async () => await ColoursAsync("a") == "FF890E,FF890E", "A is a candle's white");
    }

    [TestMethod]
    public async Task Save_it_as_Küche()
    {
        await TapAsync("#view-presets");
        await TapAsync("#preset-1");
        await TypeAsync("#answer", "Küche");
        await TapAsync("dialog .save");

        await _stage.WaitAsync(
            async () => (await _stage.GetAsync("presets")).GetProperty("presets")[0].GetProperty("name").GetString() == "Küche",
            "it is kept");
        await _page.WaitForSelectorAsync("#preset-1 canvas");
        StringAssert.EndsWith(await _page.TextContentAsync("#preset-1"), "Küche");
        await ShowAsync("save");
    }

    [TestMethod]
    public async Task Find_fire_and_keep_it_as_a_favourite()
    {
        await TypeAsync("#find", "fire");
        Assert.AreEqual("fire", await ShownPatternsAsync());
        await TapAsync("label[for=pattern-fire]");
        await _stage.WaitAsync("channel/a/pattern", "fire");
        await ShowAsync("fire");
        await TapAsync("#star");
        await TypeAsync("#find", string.Empty);
        await TapAsync("#stars");

        Assert.AreEqual("fire", await ShownPatternsAsync());
        await PageStage.ReloadAsync(_page);
        await _page.WaitForFunctionAsync("() => document.querySelector('label[for=pattern-fire].star')");
    }

    [TestMethod]
    public async Task Link_the_strips()
    {
        await TapAsync("label[for=global-link-mirror]");

        await _stage.WaitAsync("global/link", "mirror");
        Assert.AreEqual("B shows what A shows", await _page.TextContentAsync("#about-link"));
        await ShowAsync("link");
    }

    [TestMethod]
    public async Task Say_that_the_supply_gives_5_A()
    {
        await TapAsync("#view-device");
        LocatorBoundingBoxResult box = await _page.Locator("#supply-a").BoundingBoxAsync();
        Assert.IsTrue(box.Y < 300, "it comes first");
        await TypeAsync("#supply-a", "5");

        await _stage.WaitAsync("global/board-ma", 5000);
        Assert.IsTrue(await _page.IsHiddenAsync("#global-led-idle-ua"), "microamperes are for those who look for them");
        await ShowAsync("supply");
    }

    [TestMethod]
    public async Task Change_the_hotspots_password()
    {
        await TapAsync("#view-device");
        await TypeAsync("#hotspotPassword", "open sesame");
        string network = (await _stage.GetAsync("network")).GetRawText();
        string sent = null;
        await _page.RouteAsync("**/api/network", async route =>
        {
            // This device has no radio; what one with a radio would say is another test's matter.
            sent = route.Request.PostData;
            await route.FulfillAsync(new RouteFulfillOptions { Body = network });
        });
        await TapAsync("#network-save");

        await _page.WaitForFunctionAsync(
            "() => document.getElementById('state').textContent === 'saved; it counts after a restart'");
        Assert.AreEqual("""{"hotspotPassword":"open sesame"}""", sent);
        await ShowAsync("password");
    }

    [TestMethod]
    public async Task Start_it_at_power_up()
    {
        await _stage.PostAsync("presets/2", """{"name":"Küche"}""");
        await OpenEveningAsync();
        await ChooseAsync("#e-schedule-power-up-preset", "2");

        await _stage.WaitAsync("schedule/power-up", "one");
        await _stage.WaitAsync("schedule/power-up-preset", 2);
        await _page.WaitForFunctionAsync("() => document.getElementById('e-schedule-power-up').value === 'one'");
        await _page.Locator("#e-schedule-power-up-preset").ScrollIntoViewIfNeededAsync();
        await ShowAsync("power-up");
    }

    [TestMethod]
    public async Task Fade_out_in_20_minutes()
    {
        await OpenEveningAsync();
        await TapAsync("#e-nightlight-on");

        await _stage.WaitAsync("nightlight/on", true);
        await _stage.WaitAsync("nightlight/minutes", 20);
        await ShowAsync("nightlight");
    }

    [TestMethod]
    public async Task Play_three_looks_in_turn()
    {
        foreach (int slot in new[] { 1, 2, 5 })
        {
            await _stage.PostAsync($"presets/{slot}", $$"""{"name":"look {{slot}}"}""");
        }

        await OpenEveningAsync();
        await TapAsync("#e-playlist-on");

        await _stage.WaitAsync(
            async () =>
            {
                JsonElement list = await _stage.GetAsync("playlist");
                return list.GetProperty("on").GetBoolean() && list.GetProperty("now").GetInt32() > 0
                    && string.Concat(Enumerable.Range(1, 4).Select(place => list.GetProperty($"place-{place}"))) == "1250";
            },
            "three looks");
        await ShowAsync("in-turn");
    }

    [TestMethod]
    public async Task Turn_it_on_at_dusk()
    {
        await _stage.PostAsync("presets/1", """{"name":"look 1"}""");
        await _stage.PostAsync("presets/2", """{"name":"look 2"}""");
        await OpenEveningAsync();
        await TapAsync("#event-sunset");
        await _page.WaitForFunctionAsync("() => document.getElementById('e-minute-1')?.type === 'number'");
        Assert.AreEqual("1", await _page.InputValueAsync("#e-preset-1"), "the first one that is kept");
        await ChooseAsync("#e-preset-1", "2");

        await _stage.WaitAsync("schedule/1/preset", 2);
        await _stage.WaitAsync("schedule/1/at", "sunset");
        StringAssert.StartsWith((await _stage.GetAsync("time")).GetProperty("tz").GetString(), "STD-1DST-2,M3.5.0/2,M10.5.0/3");
        await ShowAsync("dusk");
    }

    private async Task OpenEveningAsync()
    {
        await TapAsync("#view-presets");
        await TapAsync("#come summary");
        await _page.WaitForSelectorAsync("#e-latitude");
    }

    private async Task ChooseAsync(string list, string value)
    {
        await _page.SelectOptionAsync(list, value);

        // One opens the list, the other chooses.
        Count();
        Count();
    }

    [TestMethod]
    public async Task Connect_it_with_a_broker()
    {
        await TapAsync("#view-device");
        await TapAsync("#mqtt summary");
        await _page.WaitForFunctionAsync("() => document.getElementById('about-mqtt').textContent === 'off'");
        await _page.FillAsync("#mqtt-host", "192.168.1.20");
        await _page.FillAsync("#mqtt-user", "lights");
        await _page.FillAsync("#mqtt-password", "seven colours");
        await TapAsync("#mqtt-save");

        await _stage.WaitAsync(async () => (await _stage.GetAsync("mqtt")).GetProperty("login").GetBoolean(), "it is set up");
        JsonElement kept = await _stage.GetAsync("mqtt");
        Assert.AreEqual("192.168.1.20:1883", $"{kept.GetProperty("host")}:{kept.GetProperty("port")}");
        await TapAsync("#mqtt-on");
        await _stage.WaitAsync(async () => (await _stage.GetAsync("mqtt")).GetProperty("on").GetBoolean(), "it is on");
        await TapAsync("#mqtt-on");
        await _stage.WaitAsync(async () => !(await _stage.GetAsync("mqtt")).GetProperty("on").GetBoolean(), "it is off");
    }

    // Somebody's finger, and what it costs them.
    private async Task TapAsync(string place)
    {
        await _page.ClickAsync(place);
        Count();
    }

    // A field is tapped, a slider is touched once and drawn.
    private async Task TypeAsync(string field, string text)
    {
        await _page.FillAsync(field, text);
        await _page.EvaluateAsync("field => document.querySelector(field).blur()", field);
        Count();
    }

    // What a person sees now, in docs/page.md beside the taps that it took; drawn anew where PAGE_PICTURES names the folder.
    private async Task ShowAsync(string name)
    {
        string file = name + ".webp";
        string row = File.ReadLines(Path.Combine(Repository.Root(), "docs/page.md"))
            .SingleOrDefault(line => line.Contains($"({Folder}/{file})", StringComparison.Ordinal));
        Assert.IsNotNull(row, $"docs/page.md does not show {Folder}/{file}");
        StringAssert.Contains(row, $"| {_taps} |", "the taps that it says");
        if (Environment.GetEnvironmentVariable("PAGE_PICTURES") is { Length: > 0 } folder)
        {
            await PageStage.DrawAsync(_page, Path.Combine(folder, file));
        }

        Assert.IsTrue(File.Exists(Path.Combine(Repository.Root(), "docs", Folder, file)), $"docs/{Folder}/{file} is missing");
    }

    private void Count()
    {
        _taps++;
        Assert.IsTrue(_taps <= MostTaps, $"{_taps} taps");
    }

    private Task<string> ShownPatternsAsync() => _page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('input[name=pattern]')].filter(one => one.nextSibling.checkVisibility())"
            + ".map(one => one.value).join()");

    private static async Task<string> ColoursAsync(string strip)
    {
        JsonElement state = await _stage.GetAsync("state");
        return string.Join(",", state.GetProperty(strip).GetProperty("colours").EnumerateArray().Select(one => one.GetString()));
    }
}
