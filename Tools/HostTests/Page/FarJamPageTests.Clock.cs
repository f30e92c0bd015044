using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Mqtt;

namespace NanoFirmware.HostTests.Page;

/// <content>Whose time holds.</content>
public sealed partial class FarJamPageTests
{
    private const int SleptMs = 3000;
    private const int MostApartMs = 200;

    // How far the room's time is ahead of the PC's.
    private const string SessionAhead = "() => session.clock.ms(ownUs()) - Date.now()";

    [TestMethod]
    public async Task A_computer_that_slept_does_not_set_the_rooms_clock_back()
    {
        using var broker = new Mosquitto(isOpen: true, hasSocket: true);
        _browser = await TestBrowser.StartAsync();
        IPage clock = await OpenAsync();
        await clock.EvaluateAsync("() => { session.id = 130; }");
        await JoinAsync(clock, broker, "Anna");
        IPage other = await OpenAsync();
        await other.EvaluateAsync("() => { session.id = 131; }");
        await JoinAsync(other, broker, "Ben");
        await WaitAsync(other, "() => session.clock.isSet");
        double before = await other.EvaluateAsync<double>(SessionAhead);
        await other.EvaluateAsync(
            $$"""
            before => {
              let ahead = {{SessionAhead}};
              worst = 0;
              setInterval(() => worst = Math.max(worst, Math.abs(ahead() - before)), 5);
            }
            """,
            before);

        // Nothing runs, and the page's clock stands still.
        await clock.EvaluateAsync(
            """
            slept => {
              let now = performance.now.bind(performance), began = Date.now();
              while (Date.now() - began < slept);
              performance.now = () => now() - slept;
            }
            """,
            SleptMs);
        await clock.WaitForFunctionAsync($"before => Math.abs(({SessionAhead})() - before) < {MostApartMs}", before);
        double worst = await other.EvaluateAsync<double>("() => worst");
        Assert.IsTrue(worst < MostApartMs, $"the other's clock went {worst} ms wrong");
        Assert.AreEqual(string.Empty, string.Join("; ", _errors), "errors");
    }

    // The page's time and the device's, asked for until an answer is quick enough to tell.
    private static async Task AssertTimeAsync(PageStage stage, IPage page)
    {
        const string Now = "() => session.clock.ms(ownUs())";
        string seen = string.Empty;
        await stage.WaitAsync(
            async () =>
            {
                int before = await page.EvaluateAsync<int>(Now);
                int device = (await stage.GetAsync("jam")).GetProperty("transport").GetProperty("now").GetInt32();
                int after = await page.EvaluateAsync<int>(Now);
                seen = $"{device - ((before + after) / 2)} ms apart, within {after - before}";
                return after - before <= 60 && Math.Abs(device - ((before + after) / 2)) <= 10 + ((after - before) / 2);
            },
            "one time");
        Console.WriteLine($"page and device {seen}");
    }
}
