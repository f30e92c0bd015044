using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>What the page is like to use for everybody, and what it costs the device.</summary>
[TestClass]
[RealTime]
public sealed class PageMannersTests
{
    // Everything that can be opened is open, so that nothing escapes the look.
    private const string OpenAll = "() => { for (const one of document.querySelectorAll('details')) one.open = true; "
        + "document.getElementById('stops').hidden = document.getElementById('risk').hidden = false; }";

    // For each text in sight the contrast of its colour with the nearest ground behind it, as WCAG 2 reckons.
    private const string FaintTexts = """
        () => {
          const light = rgb => { const part = rgb.map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * part[0] + .7152 * part[1] + .0722 * part[2]; };
          const numbers = colour => colour.match(/[\d.]+/g).map(Number);
          const ground = e => { for (; e; e = e.parentElement) { const c = numbers(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] === 1) return c; } return [255, 255, 255]; };
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), faint = [];
          let count = 0;
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !e.offsetParent || e.tagName === 'SCRIPT') continue;
            const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x), ratio = (a + .05) / (b + .05);
            count++;
            if (ratio < 4.5) faint.push(walker.currentNode.data + ' ' + ratio.toFixed(2));
          }
          return count < 5 ? 'no texts?' : faint.join();
        }
        """;

    private const string Nameless = """
        () => [...document.querySelectorAll('input, select, button, canvas[role], [role=radiogroup], section, dialog')].filter(e => {
          const by = e.getAttribute('aria-labelledby');
          return !(e.labels && e.labels.length && e.labels[0].textContent.trim() || e.getAttribute('aria-label') || by && document.getElementById(by).textContent || e.textContent.trim() && e.tagName === 'BUTTON');
        }).map(e => e.outerHTML).join()
        """;

    private const string Small = """
        () => [...document.querySelectorAll('button, .button, .field, input[type=range], input[type=color], [role=switch], summary, label[for]:has(> canvas, > b), .seg label')]
          .filter(e => e.offsetParent && (e.offsetHeight < 44 || e.offsetWidth < 44)).map(e => e.outerHTML).join()
        """;

    private static readonly int[] Widths = [360, 390, 1280];
    private static readonly string[] Views = ["light", "presets", "sound", "sensors", "device"];

    private static readonly PageWaitForSelectorOptions Attached = new() { State = WaitForSelectorState.Attached };

    // What opens each of the page's dialogs.
    private static readonly string[] Questions =
        ["#preset-2", "#edit-1", "#global-flash-guard", "#key", "#restart", "#reset", "#w-wire", "#selftest"];

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
    [DataRow(360, 740)]
    [DataRow(1280, 800)]
    public async Task Everything_fits_has_a_name_is_easy_to_read_and_to_hit(int width, int height)
    {
        await OpenAsync(width, height);
        await _page.ClickAsync("label[for=target-both]");
        await _page.EvaluateAsync(OpenAll);
        foreach (string view in new[] { "light", "presets", "sound", "sensors", "device" })
        {
            if (await _page.IsVisibleAsync("nav"))
            {
                await _page.ClickAsync("#view-" + view);
            }

            Assert.IsTrue(
                await _page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"),
                view + " is too wide");
            Assert.AreEqual("", await _page.EvaluateAsync<string>(FaintTexts), view);
            Assert.AreEqual("", await _page.EvaluateAsync<string>(Small), view + ": too small for a thumb");
        }

        Assert.AreEqual("", await _page.EvaluateAsync<string>(Nameless));
        Assert.AreEqual(
            "",
            await _page.EvaluateAsync<string>(
                "() => [...document.querySelectorAll('[id]')].map(e => e.id)"
                    + ".filter((id, n, all) => all.indexOf(id) !== n).join()"),
            "ids twice");
    }

    // On a phone each view in turn; a wide screen shows all at once. Panels, layers, presets with the longest names and lines of
    // the schedule are there, and everything is unfolded.
    [TestMethod]
    [DataRow("en-US", ColorScheme.Light)]
    [DataRow("de-DE", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_in_any_view_or_question_at_any_width(string locale, ColorScheme scheme)
    {
        _stage ??= await PageStage.StartAsync();
        _page = await _stage.OpenAsync(360, 740, null, ReducedMotion.Reduce, locale, scheme);
        await _stage.PostAsync("presets/1", $$"""{"name":"{{new string('W', 32)}}"}""");
        await _stage.PostAsync("schedule/1", """{"on":true}""");
        await _stage.PostAsync("channel/a/layers", """{"layers":[{}]}""");
        await _stage.PostAsync("channel/a/layout", """{"kind":"panels","panels":2,"size":8}""");
        await _page.WaitForSelectorAsync("#wall button", Attached);
        await _page.WaitForSelectorAsync("#edit-1", Attached);
        await _page.EvaluateAsync(OpenAll);
        await _page.WaitForSelectorAsync("#e-preset-1", Attached);
        Assert.AreEqual(locale[..2], await _page.GetAttributeAsync("html", "lang"));
        foreach (int width in Widths)
        {
            await _page.SetViewportSizeAsync(width, 800);
            foreach (string view in width < 900 ? Views : Views[..1])
            {
                await GoAsync(view);
                AssertFine(await _page.RunAxe(), $"{view} at {width}");
            }
        }

        // Another wiring asks for a restart, and a change that nobody may make for the key.
        await _page.EvaluateAsync("() => { document.getElementById('w-a-skip').value = 3; }");
        foreach (string opener in Questions)
        {
            if (opener == Questions[^1])
            {
                await _stage.PostAsync("security", """{"key":"seven"}""");
            }

            await _page.EvaluateAsync("opener => document.querySelector(opener).click()", opener);
            await _page.WaitForSelectorAsync("dialog[open]");
            foreach (int width in Widths)
            {
                await _page.SetViewportSizeAsync(width, 800);
                AssertFine(await _page.Locator("dialog").RunAxe(), $"what {opener} asks at {width}");
                Assert.IsTrue(
                    await _page.EvaluateAsync<bool>(
                        "() => { const box = document.querySelector('dialog').getBoundingClientRect(); return box.left >= 0 && "
                            + "box.right <= innerWidth; }"),
                    $"what {opener} asks does not fit {width}");
            }

            await _page.Keyboard.PressAsync("Escape");
            await _page.Locator("dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        }

        await _stage.PostAsync("security", """{"key":""}""", "seven");
    }

    [TestMethod]
    public async Task A_device_that_is_gone_and_comes_back_is_told_in_one_line_in_every_view()
    {
        await OpenAsync(360, 740);
        foreach (string view in Views)
        {
            await GoAsync(view);
            await _page.RouteAsync("**/api/**", route => route.AbortAsync());
            await _page.WaitForFunctionAsync(
                "() => document.getElementById('state').textContent === 'connection lost, trying again'");
            Assert.AreEqual("bad", await _page.GetAttributeAsync("#state", "class"), view);
            Assert.IsTrue(
                await _page.EvaluateAsync<bool>(
                    "() => document.querySelector('.top').offsetHeight <= 48 && "
                        + "document.documentElement.scrollWidth <= innerWidth"),
                view + ": one line");
            Assert.IsTrue(await _page.Locator($"section.{view}:visible").CountAsync() > 0, view + " stays");

            await _page.UnrouteAsync("**/api/**");
            await _page.WaitForFunctionAsync(
                "() => ['connected again', 'connected'].includes(document.getElementById('state').textContent)");
            Assert.AreEqual(view, await _page.GetAttributeAsync("body", "data-view"));
            await AssertAsksAgainAsync(view == "sensors" ? "/api/sensor/mic/minute" : "/api/state?");
        }
    }

    private async Task AssertAsksAgainAsync(string path) => await _page.RunAndWaitForResponseAsync(
        () => Task.CompletedTask, answer => answer.Url.Contains(path, StringComparison.Ordinal) && answer.Ok);

    private async Task GoAsync(string view)
    {
        await _page.EvaluateAsync("view => { location.hash = view; }", view);
        await _page.WaitForFunctionAsync("view => document.body.dataset.view === view", view);
    }

    private static void AssertFine(AxeResult found, string where)
    {
        IEnumerable<string> broken = found.Violations.Select(
            one => $"{one.Id}: " + string.Join(", ", one.Nodes.Select(node => node.Html)));
        Assert.AreEqual("", string.Join("\n", broken), where);
    }

    [TestMethod]
    public async Task Questions_are_easy_to_read_too_and_take_the_keyboard()
    {
        await OpenAsync(360, 740);
        await _page.ClickAsync("#view-device");
        await _page.ClickAsync("#reset");

        Assert.AreEqual("", await _page.EvaluateAsync<string>(Nameless));
        Assert.AreEqual("", await _page.EvaluateAsync<string>(Small));
        Assert.AreEqual("", await _page.EvaluateAsync<string>(FaintTexts));
        Assert.AreEqual("cancel", await _page.EvaluateAsync<string>("() => document.activeElement.value"), "Enter does no harm");
        await _page.Keyboard.PressAsync("Enter");
        await _page.Locator("dialog").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        Assert.AreEqual("reset", await _page.EvaluateAsync<string>("() => document.activeElement.id"), "back to where one was");
    }

    [TestMethod]
    public async Task Every_control_of_a_view_is_reached_with_the_tab_key_and_never_under_the_header()
    {
        await OpenAsync(360, 740);
        await _page.FocusAsync("#target-a");
        await _page.Keyboard.PressAsync("ArrowLeft");
        var reached = new HashSet<string>();
        for (int i = 0; i < 40; i++)
        {
            await _page.Keyboard.PressAsync("Tab");
            JsonElement at = (await _page.EvaluateAsync(
                "() => { const e = document.activeElement, box = (e.className === 'hide' ? e.nextSibling : "
                    + "e).getBoundingClientRect(); return { id: e.id || e.tagName, top: box.top, bottom: box.bottom, below: "
                    + "!!e.closest('main') }; }")).Value;
            reached.Add(at.GetProperty("id").GetString());
            if (at.GetProperty("below").GetBoolean())
            {
                double top = at.GetProperty("top").GetDouble();
                double bottom = at.GetProperty("bottom").GetDouble();
                Assert.IsTrue(top >= 100 && bottom <= 740 - 50, at.ToString());
            }
        }

        foreach (string id in new[]
        {
            "global-power", "global-brightness", "global-link-independent", "strip-enabled", "SUMMARY", "pattern-spectrum",
            "strip-p1", "palette-sunset", "view-light", "view-device",
        })
        {
            Assert.IsTrue(reached.Contains(id), id + " is not among " + string.Join(", ", reached));
        }
    }

    [TestMethod]
    public async Task The_chosen_pattern_moves_unless_the_visitor_wants_no_motion()
    {
        Assert.IsTrue(await PicturesAsync(ReducedMotion.NoPreference) > 1, "the chosen pattern stands still");
        Assert.AreEqual(1, await PicturesAsync(ReducedMotion.Reduce));
    }

    [TestMethod]
    public async Task It_asks_twice_a_second_at_most_and_every_five_seconds_when_nobody_looks()
    {
        await OpenAsync(360, 740, NoteWaits(0));
        int begun = await _page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('resource').filter(one => one.name.includes('/api/')).length");
        await _page.WaitForFunctionAsync(
            "count => performance.getEntriesByType('resource').filter(one => one.name.includes('/api/')).length >= count",
            begun + 7);
        double rate = await _page.EvaluateAsync<double>(
            "first => { const all = performance.getEntriesByType('resource').filter(one => "
                + "one.name.includes('/api/')).slice(first); return 1000 * (all.length - 1) / (all[all.length - 1].startTime - "
                + "all[0].startTime); }",
            begun);
        Assert.IsTrue(rate <= 2, $"{rate} a second");
        Assert.AreEqual(
            "", await _page.EvaluateAsync<string>("() => waits.filter(ms => ms > 1000).join()"), "waits between two polls");

        await _page.EvaluateAsync(
            "() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); waits.length = 0; }");
        await _page.WaitForFunctionAsync("() => waits.includes(5000)");
        await _page.EvaluateAsync(
            "() => { Object.defineProperty(document, 'hidden', { value: false }); waits.length = 0; document.dispatchEvent(new "
                + "Event('visibilitychange')); }");
        await _page.WaitForFunctionAsync("() => waits.some(ms => ms < 1000)");
    }

    [TestMethod]
    public async Task It_asks_as_seldom_as_a_device_under_load_would_like()
    {
        await OpenAsync(360, 740, NoteWaits(1234));

        await _page.WaitForFunctionAsync("() => waits.includes(1234)");
    }

    // Notes how long the page wants to wait each time, and says of the device's load what the test wants: this machine's is
    // another matter.
    private static string NoteWaits(int pollMs) => $$"""
        const wait = setTimeout, read = Response.prototype.json;
        window.waits = [];
        window.setTimeout = (work, ms) => { waits.push(ms); return wait(work, ms); };
        Response.prototype.json = async function () {
          const all = await read.call(this);
          if (all.health) all.health.pollMs = {{pollMs}};
          return all;
        };
        """;

    // How many different pictures the chosen tile shows in 20 of the browser's frames, spread over more than a step of the
    // animation.
    private async Task<int> PicturesAsync(ReducedMotion motion)
    {
        await OpenAsync(360, 740, null, motion);
        return await _page.EvaluateAsync<int>(
            "async () => { const seen = new Set(), tile = document.querySelector('#pattern-spectrum + label canvas'); for (let i "
                + "= 0; i < 20; i++) { seen.add(tile.toDataURL()); await new Promise(requestAnimationFrame); } return seen.size; "
                + "}");
    }

    private async Task OpenAsync(int width, int height, string before = null, ReducedMotion motion = ReducedMotion.NoPreference)
    {
        _stage ??= await PageStage.StartAsync();
        _page = await _stage.OpenAsync(width, height, before, motion);
    }
}
