using Microsoft.Playwright;
using NanoFirmware.HostTests.Mqtt;

namespace NanoFirmware.HostTests.Page;

/// <content>A page is opened, filled in, played on and read.</content>
public sealed partial class FarJamPageTests
{
    private async Task<IPage> OpenAsync()
    {
        IBrowserContext context = await _browser.VisitAsync(
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = PhoneWidth, Height = PhoneHeight } });
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        page.PageError += (_, error) => _errors.Add(error);
        await page.GotoAsync(_host.Address.ToString());
        return page;
    }

    private static async Task FillAsync(IPage page, Mosquitto broker, string name)
    {
        await page.GetByLabel("your name").FillAsync(name);
        await page.GetByLabel("room: six").FillAsync(Room.ToLowerInvariant());
        await page.GetByLabel("the broker's address").FillAsync($"ws://127.0.0.1:{broker.SocketPort}/");
    }

    private static Task ClickJoinAsync(IPage page) => page.GetByText("Join", new() { Exact = true }).ClickAsync();

    private static async Task JoinAsync(IPage page, Mosquitto broker, string name)
    {
        await FillAsync(page, broker, name);
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said === 'connected'", "state");
    }

    private static async Task TapAsync(IPage page, string step) =>
        await page.EvaluateAsync("label => document.querySelector(`[aria-label='${label}']`).click()", step);

    private static async Task WaitAsync(IPage page, string holds) => await page.WaitForFunctionAsync(holds);

    private static async Task HasAsync(IPage page, string holds, string id) =>
        await page.WaitForFunctionAsync($"() => ({holds})(document.getElementById('{id}').textContent)");

    // A step is on or off after it as it was not before; heads silence tracks.
    private static async Task ClickAsync(IPage page, int seed) => await page.EvaluateAsync(
        """
        async ({ seed, edits }) => {
          let dice = seed, cells = document.querySelectorAll('#grid button');
          for (let i = 0; i < edits; i++) {
            dice = (dice * 48271) % 2147483647;
            cells[dice % cells.length].click();
            await new Promise(go => setTimeout(go, 10));
          }
        }
        """,
        new { seed, edits = Edits });

    private static Task<string> LitAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('#grid [aria-pressed=true]')].map(one => one.ariaLabel).sort().join(', ')");
}
