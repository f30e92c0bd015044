using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>
/// A device that is busy, gone or locked, and visitors who go back: what the page says then, in a person's words.
/// </summary>
public sealed partial class PhonePageTests
{
    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1280, 800)]
    public async Task A_first_load_on_a_busy_device_says_so_and_tries_again(int width, int height)
    {
        await OpenAsync(width, height);
        bool isBusy = true;
        await _page.RouteAsync("**/api/**", route => isBusy
            ? route.FulfillAsync(
                new RouteFulfillOptions
                {
                    Status = 503,
                    Headers = new Dictionary<string,
                    string> { ["Retry-After"] = "1" },
                    Body = """{"error":"too busy"}""",
                })
            : route.ContinueAsync());
        await _page.ReloadAsync();

        await StateIsAsync("the device is busy, trying again");
        Assert.AreEqual("bad", await _page.GetAttributeAsync("#state", "class"), "no green dot");
        isBusy = false;

        await StateIsAsync("connected");
        Assert.IsTrue(await _page.IsVisibleAsync("#strip-brightness"), "the controls do not come when the device answers again");
    }

    [TestMethod]
    public async Task Nothing_is_green_before_the_device_has_answered()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync("**/api/controls", _ => Task.CompletedTask);
        await _page.ReloadAsync();

        await StateIsAsync("connecting");
        string dot = await _page.EvaluateAsync<string>(
            "() => getComputedStyle(document.getElementById('state'), '::before').color");
        Assert.AreNotEqual("rgb(95, 220, 139)", dot);
    }

    [TestMethod]
    public async Task A_change_made_while_the_device_is_gone_is_said_kept_and_arrives()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync("**/api/**", route => route.AbortAsync());
        await StateIsAsync("connection lost, trying again");

        await _page.FillAsync("#strip-brightness", "61");
        await _page.FillAsync("#strip-brightness", "62");
        await _page.ClickAsync("label[for=palette-fire]");
        await StateIsAsync("connection lost, your change is kept for it");
        Assert.AreEqual("62", await _page.InputValueAsync("#strip-brightness"));
        await _page.UnrouteAsync("**/api/**");

        await _stage.WaitAsync("channel/a/brightness", 62);
        await _stage.WaitAsync("channel/a/palette", "fire");
        await StateIsAsync("connected");
        Assert.AreEqual("62", await _page.InputValueAsync("#strip-brightness"));
    }

    [TestMethod]
    public async Task A_preset_chosen_while_the_device_is_gone_is_recalled_when_it_is_back()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("presets");
        await KeepAsync(2, "bright");
        await _stage.PostAsync("channel/a/brightness", """{"value":9}""");
        await _page.RouteAsync("**/api/**", route => route.AbortAsync());

        await _page.ClickAsync("#preset-2");
        await StateIsAsync("connection lost, your change is kept for it");
        await _page.UnrouteAsync("**/api/**");

        await _stage.WaitAsync("channel/a/brightness", 128);
    }

    [TestMethod]
    public async Task A_restart_is_never_asked_for_twice()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        int asked = 0;
        await _page.RouteAsync("**/api/restart", route =>
        {
            asked++;
            return route.AbortAsync();
        });
        await ShowAsync("device");
        await _page.ClickAsync("#restart");
        await _page.ClickAsync("dialog .off");
        await StateIsAsync("connection lost, trying again");
        await StateIsAsync("connected");

        Assert.AreEqual(1, asked);
    }

    [TestMethod]
    public async Task The_key_is_asked_for_in_the_words_of_a_person()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        string right = null;
        await _page.RouteAsync("**/api/state", route => route.Request.Headers.GetValueOrDefault("x-api-key") == right
            ? route.ContinueAsync()
            : route.FulfillAsync(
                new RouteFulfillOptions { Status = 401, Body = """{"error":"this device has a key: send it as X-Api-Key"}""" }));
        right = "open sesame";

        await _page.FillAsync("#strip-brightness", "31");
        StringAssert.Contains(await _page.TextContentAsync("dialog p"), "Everybody may look");
        Assert.IsFalse(
            (await _page.TextContentAsync("dialog"))!.Contains("X-Api", StringComparison.Ordinal), "no words of programs");
        await _page.FillAsync("#answer", "wrong");
        await _page.ClickAsync("dialog .save");
        await _page.WaitForFunctionAsync(
            "() => document.querySelector('dialog p')?.textContent.startsWith('That is not its key')");
        await _page.FillAsync("#answer", right);
        await _page.ClickAsync("dialog .save");
        await _stage.WaitAsync("channel/a/brightness", 31);

        right = "another";
        await _page.FillAsync("#strip-brightness", "32");
        await _page.WaitForSelectorAsync("dialog");
        await _page.Keyboard.PressAsync("Escape");
        await StateIsAsync("nothing changed, the key is missing");
    }

    [TestMethod]
    public async Task Too_many_tries_are_told_with_the_time_to_wait()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync("**/api/state", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "64" },
            Body = """{"error":"too many wrong keys"}""",
        }));

        await _page.FillAsync("#strip-brightness", "33");

        await StateIsAsync("too many tries, it takes changes again in 64 s");
        await _page.UnrouteAsync("**/api/state");
    }

    [TestMethod]
    public async Task Back_leads_to_the_view_before_and_closes_what_asks()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("sound");
        await ShowAsync("device");
        StringAssert.EndsWith(_page.Url, "#device");
        await _page.ClickAsync("#reset");

        await _page.GoBackAsync();
        await ViewIsAsync("sound");
        await Assertions.Expect(_page.Locator("dialog")).ToHaveCountAsync(0);
        Assert.AreEqual("true", await _page.GetAttributeAsync("#view-sound", "aria-current"));
        await _page.GoBackAsync();
        await ViewIsAsync("light");
        await _page.GoForwardAsync();
        await ViewIsAsync("sound");

        await _page.EvaluateAsync("() => { location.hash = 'presets'; }");
        await ViewIsAsync("presets");
        await _page.EvaluateAsync("() => { location.hash = 'nonsense'; }");
        await ViewIsAsync("light");
    }

    private async Task ViewIsAsync(string view) =>
        await _page.WaitForFunctionAsync(
            "view => document.body.dataset.view === view "
                + "&& document.querySelector('#view-' + view).getAttribute('aria-current') === 'true'",
            view);
}
