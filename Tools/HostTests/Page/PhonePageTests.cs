using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Page;

/// <summary>The phone page in a browser, against the simulator: what a thumb does reaches the strips, what others do reaches the page.</summary>
[TestClass]
public sealed class PhonePageTests : IAsyncDisposable
{
    private static readonly string[] Browsers = { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" };

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private SimulatorProcess _run;
    private IPlaywright _playwright;
    private IBrowser _browser;
    private IPage _page;

    public async ValueTask DisposeAsync()
    {
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _run?.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1280, 800)]
    public async Task Every_control_changes_the_device(int width, int height)
    {
        await OpenAsync(width, height);
        JsonElement controls = await GetAsync("controls");
        foreach ((string group, string path, string kinds) in new[] { ("global", "global", "global"), ("a", "channel/a", "channel"), ("b", "channel/b", "channel"), ("audio", "audio", "audio") })
        {
            foreach (JsonElement control in controls.GetProperty(kinds).EnumerateArray())
            {
                await AssertChangesAsync(group, path, control);
            }
        }
    }

    [TestMethod]
    public async Task What_another_client_changes_is_shown()
    {
        await OpenAsync(360, 740);
        using var body = new StringContent("""{"a":{"brightness":33,"mirror":true,"pattern":"pulse"},"global":{"brightness":44}}""");
        using HttpResponseMessage answer = await _client.PostAsync(new Uri("state", UriKind.Relative), body);
        Assert.IsTrue(answer.IsSuccessStatusCode);

        await _page.WaitForFunctionAsync(
            "() => document.getElementById('a-brightness').value === '33' && document.getElementById('a-mirror').checked"
            + " && document.querySelector('#a-pattern input:checked').value === 'pulse' && document.getElementById('global-brightness').value === '44'");
    }

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1280, 800)]
    public async Task Nothing_is_wider_than_the_screen_and_everything_has_a_name(int width, int height)
    {
        await OpenAsync(width, height);
        foreach (IElementHandle more in await _page.QuerySelectorAllAsync("summary"))
        {
            await more.ClickAsync();
        }

        Assert.IsTrue(await _page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        string nameless = await _page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('input, select, button')].filter(e => !(e.labels && e.labels.length && e.labels[0].textContent"
            + " || e.ariaLabel || e.textContent.trim())).map(e => e.outerHTML).join()");
        Assert.AreEqual("", nameless);
        string small = await _page.EvaluateAsync<string>(
            "() => [...document.querySelectorAll('select, button, input[type=range], .pick label')].filter(e => e.offsetParent && e.offsetHeight < 44)"
            + ".map(e => e.outerHTML).join()");
        Assert.AreEqual("", small, "too small for a thumb");
    }

    [TestMethod]
    public async Task A_preset_is_kept_and_recalled_on_the_page()
    {
        await OpenAsync(360, 740);
        await SlideAsync("a-brightness", 12);
        await WaitAsync("channel/a/brightness", "12");
        await _page.FillAsync("#preset-name", "late");
        await _page.ClickAsync("#preset-keep");
        await _page.WaitForSelectorAsync("#preset-1");
        await SlideAsync("a-brightness", 200);
        await WaitAsync("channel/a/brightness", "200");

        await _page.ClickAsync("#preset-1");

        await WaitAsync("channel/a/brightness", "12");
    }

    [TestMethod]
    public async Task A_lost_connection_is_said()
    {
        await OpenAsync(360, 740);
        await _page.RouteAsync("**/api/**", route => route.AbortAsync());
        await _page.WaitForFunctionAsync("() => document.getElementById('state').textContent.startsWith('connection lost')");
        await _page.UnrouteAsync("**/api/**");
        await _page.WaitForFunctionAsync("() => document.getElementById('state').textContent === 'connected again'");
    }

    private async Task AssertChangesAsync(string group, string path, JsonElement control)
    {
        string name = control.GetProperty("name").GetString()!, id = group + "-" + name, url = path + "/" + name;
        string before = (await GetAsync(url)).GetProperty("value").ToString();
        switch (control.GetProperty("kind").GetString())
        {
            case "switch":
                await _page.EvaluateAsync("id => document.getElementById(id).click()", id);
                await WaitAsync(url, before == "True" ? "False" : "True");
                break;
            case "number":
                // The page's own: a pattern's parameter may begin higher than its control.
                int min = await _page.EvaluateAsync<int>("id => Number(document.getElementById(id).min)", id);
                string wanted = (int.Parse(before, CultureInfo.InvariantCulture) == min ? min + 1 : min).ToString(CultureInfo.InvariantCulture);
                await SlideAsync(id, int.Parse(wanted, CultureInfo.InvariantCulture));
                await WaitAsync(url, wanted);
                break;
            default:
                string chosen = await _page.EvaluateAsync<string>(
                    "id => { const e = document.getElementById(id); if (e.options) { e.selectedIndex = 1; e.onchange(); return e.value; }"
                    + " const other = e.querySelectorAll('input')[1]; other.click(); return other.value; }",
                    id);
                await WaitAsync(url, chosen);
                break;
        }
    }

    private async Task SlideAsync(string id, int value) =>
        await _page.EvaluateAsync("([id, value]) => { const e = document.getElementById(id); e.value = value; e.dispatchEvent(new Event('input')); }", new object[] { id, value });

    private async Task WaitAsync(string url, string value) =>
        await _run.WaitUntilAsync(async () => (await GetAsync(url)).GetProperty("value").ToString() == value, url + " to be " + value);

    private async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await _client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private async Task OpenAsync(int width, int height)
    {
        string browser = Browsers.FirstOrDefault(File.Exists);
        if (browser == null)
        {
            Assert.Inconclusive("There is no browser on this machine: install chromium to run the page's tests.");
        }

        int port = SimulatorProcess.FreePortPair();
        _client.BaseAddress = new Uri($"http://localhost:{port}/api/");
        _run = SimulatorProcess.Start("--headless", "--port", $"{port}", "--state", _folder["state"]);
        await _run.WaitUntilAsync(async () => (await GetAsync("status")).TryGetProperty("channels", out _), "the device");

        // The driver stays in the package's folder: a copy in every output folder would be a hundred megabytes.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Assembly.GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "PlaywrightDriver").Value);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = browser, Args = ["--no-sandbox"], Timeout = 120000 });
        _page = await _browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        _page.SetDefaultTimeout(60000);
        await _page.GotoAsync($"http://localhost:{port}/");
        await _page.WaitForFunctionAsync("() => document.getElementById('state').textContent === 'connected'");
    }
}
