using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <content>What is soldered and how it hangs: the first card, the wiring, the layout with the picture of its path.</content>
public sealed partial class PhonePageTests
{
    [TestMethod]
    public async Task The_first_card_asks_for_lengths_and_microphone_and_offers_the_restart()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        string status = (await _stage.GetAsync("status")).GetRawText();
        await _page.RouteAsync("**/api/status", async route =>
        {
            JsonNode told = JsonNode.Parse(status);
            told["defaultPassword"] = true;
            await route.FulfillAsync(new RouteFulfillOptions { Body = told.ToJsonString() });
        });
        await PageStage.ReloadAsync(_page);
        await _page.WaitForSelectorAsync("#first");
        Assert.AreEqual("180", await _page.InputValueAsync("#a-leds"), "it says what a new device takes for granted");
        Assert.AreEqual("", await _page.EvaluateAsync<string>(Covered), "nothing covers it");

        await _page.FillAsync("#a-leds", "601");
        await _page.ClickAsync("#wire");
        await _page.WaitForFunctionAsync("() => /^not accepted: .*600/.test(document.getElementById('state').textContent)");
        await _page.FillAsync("#a-leds", "60");
        await _page.FillAsync("#b-leds", "30");
        await _page.SelectOptionAsync("#microphone-kind", "off");
        await _page.ClickAsync("#wire");
        await _page.WaitForSelectorAsync("dialog .off");
        await _page.ClickAsync("dialog .cancel");

        JsonElement wiring = await _stage.GetAsync("wiring");
        string kind = wiring.GetProperty("microphone").GetProperty("kind").GetString();
        Assert.AreEqual("60 30 off", $"{Leds(wiring, "a")} {Leds(wiring, "b")} {kind}");
        Assert.IsTrue(wiring.GetProperty("restart").GetBoolean(), "it waits for a restart");
        await _page.UnrouteAsync("**/api/status");
    }

    [TestMethod]
    public async Task A_wiring_is_filled_in_refused_with_the_devices_words_and_saved()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        await _page.ClickAsync("#wiring summary:has-text('Strip B')");
        await _page.FillAsync("#w-b-pin", "26");
        await _page.ClickAsync("#w-wire");
        await _page.WaitForFunctionAsync("() => /^not accepted: .*26/.test(document.getElementById('state').textContent)");
        Assert.AreEqual("26", await _page.InputValueAsync("#w-b-pin"), "what was typed is there to be mended");

        await _page.FillAsync("#w-b-pin", "6");
        await _page.FillAsync("#w-b-leds", "385");
        await _page.SelectOptionAsync("#w-b-order", "rgb");
        await _page.ClickAsync("#w-wire");
        await _page.WaitForSelectorAsync("dialog .off");
        StringAssert.Contains(await _page.TextContentAsync("dialog"), "30 frames a second", "it says what that costs");
        await _page.ClickAsync("dialog .cancel");
        JsonElement b = (await _stage.GetAsync("wiring")).GetProperty("b");
        Assert.AreEqual("6 385 rgb", $"{b.GetProperty("pin")} {b.GetProperty("leds")} {b.GetProperty("order").GetString()}");
    }

    [TestMethod]
    public async Task A_layout_is_hung_field_by_field_and_its_path_is_drawn()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        Assert.IsTrue(await _page.IsHiddenAsync("#h-width"), "a line has no columns");
        string line = await PathAsync();

        await _page.SelectOptionAsync("#h-kind", "grid");

        // It is drawn anew, with the patterns for grids.
        await _page.WaitForFunctionAsync("() => document.getElementById('pattern-plasma')");
        await StateIsAsync("connected");
        await _page.WaitForSelectorAsync("#h-width");
        Assert.AreEqual("13", await _page.InputValueAsync("#h-width"), "about a square, until it is told");
        await SetAsync("#h-width", "15");
        await _stage.WaitAsync(async () => (await LayoutAsync()).TryGetProperty("height", out JsonElement height)
            && height.GetInt32() == 12, "12 rows");
        Assert.AreEqual("12", await _page.InputValueAsync("#h-height"), "at once, though it is the field that comes next");
        await _page.WaitForFunctionAsync("before => document.getElementById('path').toDataURL() !== before", line);
        string rows = await PathAsync();
        await _page.ClickAsync("#h-serpentine");
        await _stage.WaitAsync(
            async () => (await LayoutAsync()).GetProperty("serpentine").GetBoolean(), "a switch acts at once");
        await _page.WaitForFunctionAsync("before => document.getElementById('path').toDataURL() !== before", rows);
        Assert.IsTrue(await _page.EvaluateAsync<bool>(
            "() => { const pen = document.getElementById('path').getContext('2d'); "
                + "return [...pen.getImageData(14, 22, 1, 1).data].every(part => part > 240); }"),
            "the first LED is the white one, at the top left");

        await SetAsync("#h-width", "199");
        await _page.WaitForFunctionAsync(
            "() => /^not accepted: width times height/.test(document.getElementById('state').textContent)");
        await _page.WaitForFunctionAsync("() => document.getElementById('h-width').value === '15'");
        await ShowAsync("light");
        await _page.WaitForSelectorAsync("#grid");
        await _page.WaitForFunctionAsync("() => document.getElementById('grid').width > 4");
        Assert.IsTrue(await _page.IsVisibleAsync("label[for=pattern-plasma]"), "patterns for grids are there");
        await _page.ClickAsync("label[for=pattern-plasma]");
        await _stage.WaitAsync("channel/a/pattern", "plasma");

        await ShowAsync("device");
        await _page.SelectOptionAsync("#h-kind", "line");
        await _stage.WaitAsync(async () => (await LayoutAsync()).GetProperty("kind").GetString() == "line", "a line");
        await _page.WaitForSelectorAsync("#grid", new PageWaitForSelectorOptions { State = WaitForSelectorState.Hidden });
    }

    [TestMethod]
    public async Task Panels_are_tapped_where_they_hang_and_layers_lie_as_a_stack()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _stage.PostAsync(
            "channel/a/layout", """{"kind":"panels","panels":4,"size":6,"gap":4,"by":"columns","serpentine":true}""");
        await _page.WaitForFunctionAsync("() => document.querySelectorAll('#wall button').length === 4");
        await _page.ClickAsync("#wall button:nth-child(2)");
        await _page.ClickAsync("#wall button:nth-child(3)");
        await _page.EvaluateAsync(
            "() => { const box = document.getElementById('w-colour'); box.value = '#ff0000'; box.onchange(); }");
        await _stage.WaitAsync(async () => (await ColourAsync(1), await ColourAsync(2)) == ("FF0000", "FF0000"), "two are red");
        Assert.AreEqual("", await ColourAsync(0), "the others are not");
        await _page.ClickAsync("#groups button:nth-child(2)");
        Assert.AreEqual(
            2, await _page.EvaluateAsync<int>("() => document.querySelectorAll('#wall [aria-pressed=true]').length"), "a half");
        await _page.WaitForFunctionAsync(
            "() => document.querySelector('#wall button:nth-child(3) canvas').getContext('2d')"
                + ".getImageData(2, 2, 1, 1).data[0] > 9");

        await _page.ClickAsync("#layer");
        await _page.WaitForSelectorAsync("#l0-blend");
        await _page.SelectOptionAsync("#l0-pattern", "burst");
        await _stage.WaitAsync(async () => (await _stage.GetAsync("channel/a/layers")).GetProperty("layers")[0]
            .GetProperty("pattern").GetString() == "burst", "a layer");
        await _stage.PostAsync("channel/a/layers", """{"layers":[]}""");
        await _stage.PostAsync("panels/all", """{"clear":true}""");
        await _stage.PostAsync("channel/a/layout", """{"kind":"line"}""");
    }

    [TestMethod]
    public async Task A_map_comes_from_a_file()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await ShowAsync("device");
        string line = await PathAsync();
        string map = JsonSerializer.Serialize(new { n = "Würfel", width = 40, height = 40, map = Enumerable.Range(0, 1600)
            .Select(place => place % 9 == 0 ? place / 9 : -1) });
        await _page.SetInputFilesAsync("#map", new FilePayload { Name = "ledmap.json", MimeType = "application/json",
            Buffer = System.Text.Encoding.UTF8.GetBytes(map) });
        await _stage.WaitAsync(async () => (await LayoutAsync()).GetProperty("kind").GetString() == "map", "a map");

        // It is drawn anew, with the patterns for grids.
        await _page.WaitForFunctionAsync("() => document.getElementById('pattern-plasma')");
        await StateIsAsync("connected");
        await _page.WaitForFunctionAsync("before => document.getElementById('path').toDataURL() !== before", line);
        Assert.AreEqual("map", await _page.InputValueAsync("#h-kind"));

        await _page.SetInputFilesAsync("#map", new FilePayload { Name = "ledmap.json", MimeType = "application/json",
            Buffer = "{\"map\":[0,0]}"u8.ToArray() });
        await StateIsAsync("not accepted: map: LED 0 is there twice");
    }

    private static async Task<string> ColourAsync(int panel) =>
        (await _stage.GetAsync($"panels/{panel}")).TryGetProperty("colour", out JsonElement colour) ? colour.GetString() : "";

    private static int Leds(JsonElement wiring, string strip) => wiring.GetProperty(strip).GetProperty("leds").GetInt32();

    private static Task<JsonElement> LayoutAsync() => _stage.GetAsync("channel/a/layout");

    private async Task<string> PathAsync()
    {
        await _page.WaitForFunctionAsync(
            "() => { const c = document.getElementById('path'), pen = c?.getContext('2d'); "
                + "return pen && pen.getImageData(0, 0, c.width, c.height).data.some(part => part); }");
        return await _page.EvaluateAsync<string>("() => document.getElementById('path').toDataURL()");
    }

    // As somebody types it and goes on.
    private async Task SetAsync(string field, string value)
    {
        await _page.FillAsync(field, value);
        await _page.PressAsync(field, "Tab");
    }
}
