using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Generator;
using NanoFirmware.HostTests.Mqtt;

namespace NanoFirmware.HostTests.Page;

/// <summary>The jam's page from any host, in browsers that reach nothing but a broker.</summary>
[TestClass]
[RealTime]
public sealed partial class FarJamPageTests : IAsyncDisposable
{
    private const string Room = "JAM347";
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;
    private const int PatienceMs = 60_000;
    private const int Edits = 150;

    private readonly List<string> _errors = [];
    private readonly StaticHost _host = new(JamPages.Far(Repository.Root()));
    private TestBrowser _browser;

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        if (_browser != null)
        {
            await _browser.DisposeAsync();
        }
    }

    [TestMethod]
    public async Task A_tap_far_away_lights_the_strip_and_all_have_one_state_whoever_edits_and_whoever_comes_late()
    {
        using var broker = new Mosquitto(isOpen: true, hasSocket: true);
        await using PageStage stage = await PageStage.StartAsync("--signal", "silence");
        _browser = await TestBrowser.StartAsync();
        await PrepareAsync(stage, broker.Port);
        IPage anna = await OpenAsync();
        IPage ben = await OpenAsync();
        await JoinAsync(anna, broker, "Anna");
        await JoinAsync(ben, broker, "Ben");
        await HasAsync(anna, "names => names.includes('Ben') && names.includes('stage')", "people");
        await stage.WaitAsync(
            async () => (await stage.GetAsync("jam")).GetProperty("people").ToString() is string names
                && names.Contains("Anna", StringComparison.Ordinal) && names.Contains("Ben", StringComparison.Ordinal),
            "the device to know both");

        await TapAsync(anna, "kick 1");
        await anna.GetByText("Play", new() { Exact = true }).ClickAsync();
        await stage.WaitAsync(() => IsLitAsync(stage, 0), "Anna's kick on the strip");
        await stage.PostAsync("jam/events", """{"type":"drum-step","track":1,"step":4}""");
        await WaitAsync(ben, "() => document.querySelector('[aria-label=\"snare 5\"]').ariaPressed === 'true'");
        await WaitAsync(ben, "() => document.querySelector('#grid .now')");
        await stage.WaitAsync(() => IsLitAsync(stage, 1), "the snare on the strip");
        await AssertTimeAsync(stage, ben);

        await Task.WhenAll(ClickAsync(anna, 1), ClickAsync(ben, 2), PostAsync(stage, 3));
        await AssertEqualAsync(stage, anna, ben);

        IPage late = await OpenAsync();
        await JoinAsync(late, broker, "Cleo");
        await AssertEqualAsync(stage, anna, ben, late);
        Assert.AreEqual(string.Empty, string.Join("; ", _errors), "errors");
    }

    [TestMethod]
    public async Task Two_pages_need_no_device_and_are_back_by_themselves_when_the_broker_is()
    {
        using var broker = new Mosquitto(isOpen: true, hasSocket: true);
        _browser = await TestBrowser.StartAsync();
        IPage anna = await OpenAsync();
        await TapAsync(anna, "ride 2");
        await JoinAsync(anna, broker, "Anna");
        await TapAsync(anna, "kick 3");
        IPage ben = await OpenAsync();
        await TapAsync(ben, "tom 4");
        await JoinAsync(ben, broker, "Ben");
        await AssertEqualAsync(null, anna, ben);
        Assert.AreEqual("kick 3, ride 2", await LitAsync(ben), "who comes has what the room has");

        broker.Kill();
        await HasAsync(anna, "said => said === 'trying again'", "state");
        await TapAsync(anna, "kick 5");
        await TapAsync(ben, "clap 6");
        broker.Start();
        await HasAsync(anna, "said => said === 'connected'", "state");
        await HasAsync(ben, "said => said === 'connected'", "state");
        await AssertEqualAsync(null, anna, ben);
        Assert.AreEqual("clap 6, kick 3, kick 5, ride 2", await LitAsync(anna), "both played on meanwhile");

        await ben.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });
        await HasAsync(anna, "names => !names.includes('Ben')", "people");
        Assert.AreEqual(string.Empty, string.Join("; ", _errors), "errors");
    }

    [TestMethod]
    public async Task It_fits_a_phone_and_axe_finds_nothing()
    {
        _browser = await TestBrowser.StartAsync();
        IPage page = await OpenAsync();
        foreach (int width in new[] { PhoneWidth, 1000 })
        {
            await page.SetViewportSizeAsync(width, PhoneHeight);
            foreach (bool isOpen in new[] { true, false })
            {
                await page.EvaluateAsync("isOpen => { document.getElementById('door').open = isOpen; }", isOpen);
                AxeResult found = await page.RunAxe();
                Assert.AreEqual(
                    string.Empty,
                    string.Join('\n', found.Violations.Select(
                        one => $"{one.Id}: " + string.Join(", ", one.Nodes.Select(node => node.Html)))),
                    $"at {width}");
                Assert.AreEqual(
                    width, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), "wider than the window");
            }
        }
    }
}
