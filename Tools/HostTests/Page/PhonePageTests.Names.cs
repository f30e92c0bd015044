using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>
/// Names as people give them: as long as they may be, without a space, in any script. They never break the page.
/// </summary>
public sealed partial class PhonePageTests
{
    // 32 bytes of UTF-8 at most, one for each slot.
    private static readonly string[] OddNames =
    [
        new('W', 32), new('\u0416', 16), new('\ud55c', 10), string.Concat(Enumerable.Repeat("\U0001F389", 8)),
        "Weihnachtsbeleuchtung",
        "e" + new string('\u0301', 15), "\u202E" + new string('\u05D0', 14), "<b>&amp;</b>\\\"'`${0}%s",
    ];

    // What can be pressed or moved, in sight, as [name, box]: nothing wider than the window, and no two boxes over each other.
    private const string Covered = """
        () => {
          const all = [...document.querySelectorAll('main button, main .button, main input:not(.hide), main summary, main label:has(+ input.hide), main .hide + label')]
            .filter(e => e.checkVisibility()).map(e => ({ e, box: e.getBoundingClientRect(), name: e.id || e.htmlFor || e.textContent }));
          const wrong = all.length < 5 ? ['no controls?'] : [];
          if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is ' + document.documentElement.scrollWidth + ' wide');
          for (const { e, box, name } of all) {
            if (!e.closest('.pick') && (box.left < 0 || box.right > innerWidth)) wrong.push(name + ' sticks out');
            if (e.scrollWidth > e.clientWidth + 1 && e.tagName === 'BUTTON') wrong.push(name + ' does not hold its text');
          }
          for (let i = 0; i < all.length; i++) for (let j = 0; j < i; j++) {
            const a = all[i], b = all[j], x = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left), y = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
            if (x > 1 && y > 1 && !a.e.contains(b.e) && !b.e.contains(a.e)) wrong.push(a.name + ' and ' + b.name);
          }
          return wrong.join('; ');
        }
        """;

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(390, 844)]
    [DataRow(1280, 800)]
    public async Task The_longest_and_oddest_names_fit_in_every_view(int width, int height)
    {
        Assert.IsTrue(OddNames.All(name => Encoding.UTF8.GetByteCount(name) <= 32), "names of the allowed length");
        await OpenAsync(width, height);
        await AnswerWithOddNamesAsync();
        await PageStage.ReloadAsync(_page);
        await AimAsync("both");
        await _page.EvaluateAsync(
            "() => { for (const one of document.querySelectorAll('details')) one.open = true; "
                + "document.getElementById('stops').hidden = document.getElementById('risk').hidden = false; }");
        foreach (string view in new[] { "light", "presets", "sound", "sensors", "device" })
        {
            await ShowAsync(view);
            Assert.AreEqual("", await _page.EvaluateAsync<string>(Covered), view);
        }

        await ShowAsync("presets");
        await _page.WaitForFunctionAsync("name => document.getElementById('preset-1').textContent.endsWith(name)", OddNames[0]);
        await _page.ClickAsync("#edit-1");
        Assert.AreEqual(OddNames[0], await _page.InputValueAsync("#answer"), "all of the name can be edited");
        Assert.IsTrue(
            await _page.EvaluateAsync<bool>(
                "() => { const box = document.querySelector('dialog').getBoundingClientRect(); "
                    + "return box.left >= 0 && box.right <= innerWidth; }"),
            "its dialog fits");
    }

    [TestMethod]
    public async Task A_sentence_with_a_long_word_does_not_widen_the_page()
    {
        await OpenAsync(PhoneWidth, PhoneHeight);
        await _page.RouteAsync("**/api/state", route => route.FulfillAsync(
            new RouteFulfillOptions { Status = 400, Body = JsonSerializer.Serialize(new { error = new string('W', 90) }) }));

        await _page.FillAsync("#strip-brightness", "250");

        await _page.WaitForFunctionAsync("() => document.getElementById('state').textContent.endsWith('WWW')");
        Assert.AreEqual("", await _page.EvaluateAsync<string>(Covered));
        await _page.UnrouteAsync("**/api/state");
    }

    // The device as it is, with these names: which of them it takes is tried where presets are.
    private async Task AnswerWithOddNamesAsync()
    {
        await _page.RouteAsync("**/api/presets", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Body = JsonSerializer.Serialize(new { presets = OddNames.Select((name, i) => new { slot = i + 1, name }) }),
        }));
        await _page.RouteAsync("**/api/network", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Body = JsonSerializer.Serialize(new
            {
                hotspot = "answering", hotspotName = new string('W', 31), hotspotAddress = "192.168.4.1", clients = 8,
                wifi = "left alone", wifiName = new string('W', 32), wifiAddress = "255.255.255.255",
            }),
        }));
    }
}
