using System.Reflection;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Page;

/// <summary>Chromium, as this machine has it, without a window.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    private static readonly string[] Browsers = { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" };

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private TestBrowser(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Where it is; the test that asks is skipped when this machine has none.</summary>
    internal static string Find()
    {
        string browser = Browsers.FirstOrDefault(File.Exists);
        if (browser == null)
        {
            Assert.Inconclusive("There is no browser on this machine: install chromium to run the page's tests.");
        }

        return browser;
    }

    /// <summary>Starts it.</summary>
    internal static async Task<TestBrowser> StartAsync()
    {
        string browser = Find();

        // The driver stays in the package's folder: a copy in every output folder would be a hundred megabytes.
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", Assembly.GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "PlaywrightDriver").Value);
        IPlaywright playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions { ExecutablePath = browser, Args = ["--no-sandbox"], Timeout = 120000 }));
    }

    /// <summary>A visitor of his own.</summary>
    internal Task<IBrowserContext> VisitAsync(BrowserNewContextOptions options) => _browser.NewContextAsync(options);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
