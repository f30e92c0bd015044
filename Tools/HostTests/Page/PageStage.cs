using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Page;

/// <summary>
/// A simulated device and a browser beside it, shared by the tests of a class; each test gets a page of its own and a device as
/// new.
/// </summary>
internal sealed class PageStage : IAsyncDisposable
{
    private const int PatienceMs = 60000;
    private const int PauseMs = 100;
    private const int PictureQuality = 60;

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly SimulatorProcess _run;
    private TestBrowser _browser;
    private IBrowserContext _visit;

    private PageStage(string[] options)
    {
        int port = SimulatorProcess.FreePortPair();
        Address = new Uri($"http://localhost:{port}/");
        _client.BaseAddress = new Uri(Address, "api/");
        _run = SimulatorProcess.Start(
            ["--headless", "--port", $"{port}", "--state", _folder["state"], "--duration", "900", .. options]);
    }

    /// <summary>Where the page is.</summary>
    internal Uri Address { get; }

    /// <summary>Starts both; the test that asks is skipped when this machine has no browser.</summary>
    /// <param name="options">The simulator's, beside those that it always has.</param>
    internal static async Task<PageStage> StartAsync(params string[] options)
    {
        TestBrowser.Find();
        var stage = new PageStage(options) { _browser = await TestBrowser.StartAsync() };
        await stage._run.WaitUntilAsync(
            async () => (await stage.GetAsync("status")).TryGetProperty("channels", out _), "the device");
        return stage;
    }

    /// <summary>
    /// The page as somebody sees it who comes for the first time, once it says that it is connected; the one before is closed.
    /// </summary>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="before">A script that runs before the page's own; null for none.</param>
    /// <param name="motion">What the visitor's settings say about motion.</param>
    /// <param name="locale">The phone's language.</param>
    /// <param name="scheme">Whether the phone is light or dark.</param>
    internal async Task<IPage> OpenAsync(
        int width,
        int height,
        string before = null,
        ReducedMotion motion = ReducedMotion.NoPreference,
        string locale = "en-US",
        ColorScheme scheme = ColorScheme.Light)
    {
        if (_visit != null)
        {
            await _visit.DisposeAsync();
        }

        await PostAsync("reset", """{"confirm":true}""");
        IBrowserContext context = _visit = await _browser.VisitAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = motion,
            Locale = locale,
            TimezoneId = "Europe/Berlin",
            ColorScheme = scheme,
        });
        if (before != null)
        {
            await context.AddInitScriptAsync(before);
        }

        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await ArriveAsync(page, () => page.GotoAsync(Address.ToString()));
        return page;
    }

    /// <summary>The jam's page as one more visitor sees it, once it is connected by the WebSocket.</summary>
    /// <param name="width">Of the window.</param>
    /// <param name="height">Of the window.</param>
    /// <param name="device">Where it is; null for the stage's own device.</param>
    internal async Task<IPage> OpenJamAsync(int width, int height, Uri device = null)
    {
        IBrowserContext context = await _browser.VisitAsync(
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = height } });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await WaitAsync(async () => (await page.GotoAsync(new Uri(device ?? Address, "jam").ToString())).Ok, "the jam's page");
        await page.WaitForFunctionAsync("() => document.getElementById('state').textContent === 'connected'");
        return page;
    }

    /// <summary>Writes what is in the window as a small WebP, once the tubes show what the strips show.</summary>
    internal static async Task DrawAsync(IPage page, string file)
    {
        const string Polls = "performance.getEntriesByType('resource').filter(one => one.name.includes('/api/state?')).length";
        int polls = await page.EvaluateAsync<int>(Polls);
        await page.WaitForFunctionAsync($"before => {Polls} > before + 2", polls);
        ICDPSession tools = await page.Context.NewCDPSessionAsync(page);
        JsonElement? shot = await tools.SendAsync(
            "Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = PictureQuality });
        Directory.CreateDirectory(Path.GetDirectoryName(file));
        await File.WriteAllBytesAsync(file, shot.Value.GetProperty("data").GetBytesFromBase64());
    }

    /// <summary>The same page again, as with the browser's button.</summary>
    internal static async Task ReloadAsync(IPage page) => await ArriveAsync(page, () => page.ReloadAsync());

    internal async Task<JsonElement> GetAsync(string path) =>
        JsonDocument.Parse(await SendAsync(HttpMethod.Get, path, null, null)).RootElement;

    /// <summary>What another client does.</summary>
    internal async Task PostAsync(string path, string json, string key = null) =>
        await SendAsync(HttpMethod.Post, path, json, key);

    /// <summary>One control's value, as text.</summary>
    internal async Task<string> ValueAsync(string path) => (await GetAsync(path)).GetProperty("value").ToString();

    /// <summary>Waits until the device has that value.</summary>
    internal async Task WaitAsync(string path, object value)
    {
        string wanted = Convert.ToString(value, CultureInfo.InvariantCulture);
        await WaitAsync(async () => await ValueAsync(path) == wanted, path + " to be " + wanted);
    }

    /// <summary>
    /// Waits until that holds; asks few times a second, since a device that is busy lets few requests in, whosever they are.
    /// </summary>
    internal async Task WaitAsync(Func<Task<bool>> holds, string what) => await _run.WaitUntilAsync(
        async () =>
        {
            bool isSo = await holds();
            await Task.Delay(isSo ? 0 : PauseMs);
            return isSo;
        },
        what);

    // The page itself may be refused by a busy device: who wants it tries again.
    private static async Task ArriveAsync(IPage page, Func<Task<IResponse>> go)
    {
        for (IResponse answer = await go(); answer.Status == (int)HttpStatusCode.ServiceUnavailable; answer = await go())
        {
            await Task.Delay(PauseMs);
        }

        await page.WaitForFunctionAsync(
            "() => ['connected', 'verbunden'].includes(document.getElementById('state').textContent)");
    }

    // On a machine that is busy the device is too, and says so: then it is asked again.
    private async Task<string> SendAsync(HttpMethod method, string path, string json, string key)
    {
        string text = null;
        await WaitAsync(
            async () =>
            {
                using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative))
                {
                    Content = json == null ? null : new StringContent(json),
                };
                if (key != null)
                {
                    request.Headers.Add("X-Api-Key", key);
                }

                using HttpResponseMessage answer = await _client.SendAsync(request);
                text = await answer.Content.ReadAsStringAsync();
                Assert.IsTrue(
                    answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.ServiceUnavailable,
                    path + " " + json + ": " + text);
                return answer.IsSuccessStatusCode;
            },
            path);
        return text;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }

        _run.Dispose();
        _client.Dispose();
        _folder.Dispose();
    }
}
