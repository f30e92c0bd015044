using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>
/// The phone page in a browser, against the simulator: what a thumb does reaches the strips, what others do reaches the page.
/// </summary>
[TestClass]
[RealTime]
public sealed partial class PhonePageTests
{
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;

    private static PageStage _stage;
    private IPage _page;

    [ClassCleanup]
    public static async Task CleanUpAsync()
    {
        if (_stage != null)
        {
            await _stage.DisposeAsync();
        }
    }

    [TestMethod]
    public async Task Both_strips_are_changed_when_both_are_chosen()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        Assert.IsTrue(await _page.IsVisibleAsync("#master"), "the master is missing while one strip is chosen");
        await AimAsync("both");
        Assert.IsTrue(await _page.IsVisibleAsync("#master"), "the master is missing while both strips are chosen");

        await _page.FillAsync("#strip-brightness", "77");
        await _page.ClickAsync("label[for=palette-fire]");

        await _stage.WaitAsync("channel/a/brightness", 77);
        await _stage.WaitAsync("channel/b/brightness", 77);
        await _stage.WaitAsync("channel/a/palette", "fire");
        await _stage.WaitAsync("channel/b/palette", "fire");
    }

    [TestMethod]
    public async Task The_gallery_is_walked_with_the_arrow_keys_from_sound_to_ambient()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        string[] names = [.. (await _stage.GetAsync("patterns")).GetProperty("patterns").EnumerateArray()
            .OrderByDescending(one => one.GetProperty("audio").GetBoolean()).Select(one => one.GetProperty("name").GetString())];
        await _page.FocusAsync("#pattern-" + names[0]);
        foreach (string name in names.Skip(1))
        {
            await _page.Keyboard.PressAsync("ArrowRight");
            Assert.IsTrue(await _page.IsCheckedAsync("#pattern-" + name), name);
        }

        await _stage.WaitAsync("channel/a/pattern", names[^1]);
        await _page.WaitForFunctionAsync(
            "id => { const box = document.getElementById(id).nextSibling.getBoundingClientRect(); return box.left >= 0 && "
                + "box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight; }",
            "pattern-" + names[^1]);
    }

    [TestMethod]
    public async Task Another_pattern_brings_its_own_parameters()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);

        await _page.ClickAsync("label[for=pattern-rain]");

        JsonElement rain = (await _stage.GetAsync("patterns")).GetProperty("patterns").EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == "rain");
        foreach (JsonElement parameter in rain.GetProperty("parameters").EnumerateArray())
        {
            string id = "strip-" + parameter.GetProperty("control").GetString();
            string wanted = parameter.GetProperty("name").GetString();
            Assert.AreEqual(wanted, (await _page.TextContentAsync("label[for=" + id + "]"))!.ToLowerInvariant());
            Assert.AreEqual(parameter.GetProperty("max").ToString(), await _page.GetAttributeAsync("#" + id, "max"));
            string initial = parameter.GetProperty("default").ToString();
            await _page.WaitForFunctionAsync(
                "([id, value]) => document.getElementById(id).value === value", new[] { id, initial });
        }

        Assert.IsTrue(await _page.IsHiddenAsync("#strip-p4"), "rain has three");
        await _page.ClickAsync("label[for=pattern-pulse]");
        Assert.AreEqual("Fade", await _page.TextContentAsync("label[for=strip-p1]"), "not the strip's cross-fade");
    }

    [TestMethod]
    public async Task The_flash_guard_goes_off_only_after_the_risk_has_been_read()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        await _page.ClickAsync("#global-flash-guard");
        StringAssert.Contains(await _page.TextContentAsync("dialog"), "seizures");
        await _page.Keyboard.PressAsync("Escape");
        Assert.IsTrue(await _page.IsCheckedAsync("#global-flash-guard"), "the guard went off before the risk was read");
        Assert.AreEqual("True", await _stage.ValueAsync("global/flash-guard"));
        Assert.IsTrue(await _page.IsHiddenAsync("#risk"), "the risk is still shown");

        await _page.ClickAsync("#global-flash-guard");
        await _page.ClickAsync("dialog .off");

        await _stage.WaitAsync("global/flash-guard", "False");
        Assert.IsFalse(await _page.IsCheckedAsync("#global-flash-guard"), "the switch says so");
        Assert.IsTrue(await _page.IsVisibleAsync("#risk"), "the risk stays in sight");
        await _page.ClickAsync("#global-flash-guard");
        await _stage.WaitAsync("global/flash-guard", "True");
        await _page.WaitForSelectorAsync("#risk", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });
    }

    [TestMethod]
    public async Task A_preset_is_kept_renamed_recalled_and_deleted()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _stage.PostAsync("channel/a/brightness", """{"value":12}""");
        await ShowAsync("presets");
        await KeepAsync(3, "late");
        await _stage.PostAsync("channel/a/brightness", """{"value":200}""");

        await _page.ClickAsync("#preset-3");
        await _stage.WaitAsync("channel/a/brightness", 12);
        await _page.ClickAsync("#edit-3");
        await _page.FillAsync("#answer", "later");
        await _page.ClickAsync("dialog .rename");
        await _page.WaitForSelectorAsync("#preset-3:has-text('later')");
        await _page.ClickAsync("#edit-3");
        await _page.ClickAsync("dialog .drop");
        await _page.WaitForSelectorAsync("#preset-3.empty");

        JsonElement third = (await _stage.GetAsync("presets")).GetProperty("presets")[2];
        Assert.AreEqual(JsonValueKind.Null, third.GetProperty("name").ValueKind);
    }

    [TestMethod]
    public async Task A_palette_of_ones_own_is_edited_and_follows_others()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.ClickAsync("label[for=palette-custom]");
        await _page.FillAsync("#stop-1", "#00ff00");
        await _page.ClickAsync("#stop-more");
        await _stage.WaitAsync("channel/a/palette", "custom");
        await ColoursAreAsync("00FF00,0050FF,0050FF");
        await _page.ClickAsync("#stop-less");
        await ColoursAreAsync("00FF00,0050FF");
        await _page.ClickAsync("#stop-less");

        await _stage.PostAsync("channel/a/colours", """{"value":["102030","405060","708090"]}""");

        await _page.WaitForFunctionAsync("() => document.getElementById('stop-3').value === '#708090'");
        Assert.IsTrue(await _page.IsVisibleAsync("#stop-3"), "the fourth colour has no field");
        Assert.IsTrue(await _page.IsHiddenAsync("#stop-4"), "there is a field for a colour that is not there");
        StringAssert.Contains(await _page.GetAttributeAsync("#palette-custom + label b", "style"), "rgb(64, 80, 96)");
    }

    [TestMethod]
    public async Task A_locked_device_is_opened_with_its_key_once_and_for_all()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        await _page.ClickAsync("#key");
        await _page.FillAsync("#answer", "secret 1");
        await _page.ClickAsync("dialog .save");
        await _stage.WaitAsync(async () => (await _stage.GetAsync("security")).GetProperty("keyIsSet").GetBoolean(), "a key");
        try
        {
            // Who has set it has it; another visitor is asked.
            await ShowAsync("light");
            await _page.FillAsync("#strip-brightness", "21");
            await _stage.WaitAsync("channel/a/brightness", 21);
            await _page.EvaluateAsync("() => localStorage.clear()");
            await PageStage.ReloadAsync(_page);
            await _page.FillAsync("#strip-brightness", "22");
            await _page.FillAsync("#answer", "secret 1");
            await _page.ClickAsync("dialog .save");
            await _stage.WaitAsync("channel/a/brightness", 22);
            await PageStage.ReloadAsync(_page);
            await _page.FillAsync("#strip-brightness", "23");
            await _stage.WaitAsync("channel/a/brightness", 23);
        }
        finally
        {
            await _stage.PostAsync("security", """{"key":""}""", "secret 1");
        }
    }

    [TestMethod]
    public async Task A_backup_is_taken_and_brought_back()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _stage.PostAsync("channel/b/speed", """{"value":17}""");
        await ShowAsync("device");
        IDownload download = await _page.RunAndWaitForDownloadAsync(() => _page.ClickAsync("#backup"));
        await _stage.PostAsync("channel/b/speed", """{"value":200}""");

        await _page.SetInputFilesAsync("#restore", await download.PathAsync());

        await _stage.WaitAsync("channel/b/speed", 17);
    }

    [TestMethod]
    public async Task A_view_has_an_address_of_its_own()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        Assert.IsTrue(await _page.IsHiddenAsync("#tempo"), "the tempo shows in the first view");

        await _page.GotoAsync(_page.Url + "#sound");
        await PageStage.ReloadAsync(_page);

        Assert.IsTrue(await _page.IsVisibleAsync("#tempo"), "the tempo does not show in the view that its address names");
        Assert.IsTrue(await _page.IsHiddenAsync("#global-power"), "the first view's switch shows in another one");
    }

    [TestMethod]
    public async Task A_name_that_looks_like_markup_is_shown_as_it_is()
    {
        const string name = "<img src=x onerror=a()>";
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("presets");

        await KeepAsync(1, name);

        StringAssert.EndsWith(await _page.TextContentAsync("#preset-1"), name);
        Assert.AreEqual(0, await _page.Locator("img").CountAsync());
    }

    [TestMethod]
    public async Task A_lost_connection_is_said_and_found_again()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync("**/api/**", route => route.AbortAsync());
        await StateIsAsync("connection lost, trying again");
        await _stage.PostAsync("channel/a/brightness", """{"value":3}""");
        await _page.UnrouteAsync("**/api/**");

        await StateIsAsync("connected again");

        Assert.AreEqual("3", await _page.InputValueAsync("#strip-brightness"), "what was missed is caught up with");
    }

    [TestMethod]
    public async Task A_drag_makes_ten_requests_a_second_at_most_one_at_a_time_and_ends_where_the_thumb_ends()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        int underWay = 0;
        int most = 0;
        int count = 0;
        _page.Request += (_, request) => Count(request, 1);
        _page.RequestFinished += (_, request) => Count(request, -1);
        var dragged = Stopwatch.StartNew();
        await _page.EvaluateAsync(
            "async () => { const e = document.getElementById('strip-brightness'); for (let i = 0; i < 120; i++) { e.value = i; "
                + "e.dispatchEvent(new Event('input')); await new Promise(requestAnimationFrame); } }");
        await _stage.WaitAsync("channel/a/brightness", 119);
        double seconds = dragged.Elapsed.TotalSeconds;

        Assert.AreEqual(1, most, "requests at the same time");
        Assert.IsTrue(count > 3 && count <= (seconds * 10) + 1, $"{count} in {seconds} s");
        Assert.AreEqual("119", await _page.InputValueAsync("#strip-brightness"));

        void Count(IRequest request, int change)
        {
            if (request.Method == "POST")
            {
                count += change > 0 ? 1 : 0;
                underWay += change;
                most = Math.Max(most, underWay);
            }
        }
    }

    [TestMethod]
    public async Task A_device_that_is_busy_is_asked_again()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        int refused = 0;
        await _page.RouteAsync("**/api/state", route => refused++ == 0
            ? route.FulfillAsync(new RouteFulfillOptions { Status = 503, Body = """{"error":"too busy"}""" })
            : route.ContinueAsync());

        await _page.FillAsync("#strip-brightness", "99");

        await _stage.WaitAsync("channel/a/brightness", 99);
        Assert.AreEqual("99", await _page.InputValueAsync("#strip-brightness"));
        await StateIsAsync("connected");
    }

    [TestMethod]
    public async Task What_happened_is_told_when_asked()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        string newest = (await _stage.GetAsync("log")).GetProperty("events")[0].GetProperty("event").GetString();

        await _page.ClickAsync("#log summary");

        await _page.WaitForSelectorAsync("#log p");

        // Its count may have grown meanwhile.
        StringAssert.Contains(await _page.TextContentAsync("#log div"), newest.Split(':')[0]);
    }

    [TestMethod]
    public async Task A_refused_change_is_said_and_taken_back()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync(
            "**/api/state",
            route => route.FulfillAsync(new RouteFulfillOptions { Status = 400, Body = """{"error":"too bright"}""" }));

        await _page.FillAsync("#strip-brightness", "250");

        await StateIsAsync("not accepted: too bright");
        await _page.WaitForFunctionAsync("() => document.getElementById('strip-brightness').value === '128'");
        await _page.UnrouteAsync("**/api/state");
        await StateIsAsync("connected");
    }

    private async Task KeepAsync(int slot, string name)
    {
        await _page.ClickAsync("#preset-" + slot);
        await _page.FillAsync("#answer", name);
        await _page.ClickAsync("dialog .save");
        await _page.WaitForSelectorAsync("#edit-" + slot);
    }

    private static async Task ColoursAreAsync(string list) => await _stage.WaitAsync(
        async () => string.Join(
            ',',
            (await _stage.GetAsync("channel/a/colours")).GetProperty("value").EnumerateArray().Select(
                one => one.GetString())) == list,
        "colours to be " + list);

    private async Task AimAsync(string who) => await _page.ClickAsync("label[for=target-" + who + "]");

    // On a wide screen everything is in sight at once.
    private async Task ShowAsync(string view)
    {
        if (await _page.IsVisibleAsync("nav"))
        {
            await _page.ClickAsync("#view-" + view);
        }
    }

    // A device that is busy in earnest shows its small page first, which has no state and is followed by the page itself.
    private async Task StateIsAsync(string text) =>
        await _page.WaitForFunctionAsync("text => document.getElementById('state')?.textContent === text", text);

    private async Task OpenAsync(int width, int height, string before = null)
    {
        _stage ??= await PageStage.StartAsync();
        _page = await _stage.OpenAsync(width, height, before);
    }
}
