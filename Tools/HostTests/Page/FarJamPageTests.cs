using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Jam;
using NanoFirmware.Generator;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Mqtt;
using NanoFirmware.HostTests.Simulator;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Page;

/// <summary>The jam's page from any host, in browsers that reach nothing but a broker.</summary>
[TestClass]
[RealTime]
public sealed class FarJamPageTests : IAsyncDisposable
{
    private const string Room = "JAM347";
    private const int PhoneWidth = 360;
    private const int PhoneHeight = 740;
    private const int PatienceMs = 60_000;
    private const int Edits = 150;

    // The zones of kick and snare in pixels, and letters of a pixel.
    private const int ZoneLeds = 22;
    private const int LettersOfPixel = 6;

    private const int SleptMs = 3000;
    private const int MostApartMs = 200;

    // How far the room's time is ahead of the PC's.
    private const string SessionAhead = "() => session.clock.ms(ownUs()) - Date.now()";

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
    public async Task What_is_wrong_is_said_in_words_and_what_is_kept_is_what_was_asked_for()
    {
        using var broker = new Mosquitto(hasSocket: true);
        _browser = await TestBrowser.StartAsync();
        IPage page = await OpenAsync();
        await FillAsync(page, broker, "Anna");
        await page.GetByLabel("the broker's address").FillAsync("broker");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('wss://')", "problem");
        await page.GetByLabel("the broker's address").FillAsync($"ws://127.0.0.1:{broker.SocketPort}/");
        await page.GetByLabel("user at").FillAsync(Mosquitto.User);
        await page.GetByLabel("password at").FillAsync("wrong");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('refuses this user and password')", "problem");
        Assert.AreEqual("not connected", await page.Locator("#state").TextContentAsync(), "it does not try again by itself");
        await page.GetByLabel("room: six").FillAsync("JAM");
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said.includes('six letters')", "problem");

        await page.GetByLabel("room: six").FillAsync(Room);
        await page.GetByLabel("password at").FillAsync(Mosquitto.Password);
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said === 'connected'", "state");
        Assert.AreEqual(string.Empty, await page.Locator("#problem").TextContentAsync(), "problems");
        Assert.AreEqual(0, await page.EvaluateAsync<int>("() => localStorage.length"), "kept though nobody asked");
        await page.ReloadAsync();
        Assert.AreEqual("alone", await page.Locator("#state").TextContentAsync());

        await FillAsync(page, broker, "Anna");
        await page.GetByLabel("user at").FillAsync(Mosquitto.User);
        await page.GetByLabel("password at").FillAsync(Mosquitto.Password);
        await page.GetByLabel("keep").CheckAsync();
        await ClickJoinAsync(page);
        await HasAsync(page, "said => said === 'connected'", "state");
        await page.ReloadAsync();
        await HasAsync(page, "said => said === 'connected'", "state");
        await page.GotoAsync(new Uri(_host.Address, "?#broker=wss%3A%2F%2Felsewhere%2F&room=OTHER1").ToString());
        Assert.AreEqual("OTHER1", await page.GetByLabel("room: six").InputValueAsync());
        Assert.AreEqual(string.Empty, await page.GetByLabel("password at").InputValueAsync(), "a password for another broker");
        Assert.AreEqual("alone", await page.Locator("#state").TextContentAsync());
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

    [TestMethod]
    public async Task From_https_it_reaches_the_broker_that_the_documentation_sets_up()
    {
        if (!TwoComputers.Has("mosquitto"))
        {
            Assert.Inconclusive("There is no Mosquitto on this machine: install mosquitto.");
        }

        using var folder = new TemporaryFolder();
        int socketPort = FreePort.Tcp();
        using var broker = new Broker(Documented(folder, socketPort));
        _browser = await TestBrowser.StartAsync();
        IPage anna = await OpenSafelyAsync();
        IPage ben = await OpenSafelyAsync();
        foreach (IPage page in new[] { anna, ben })
        {
            await page.GetByLabel("room: six").FillAsync(Room);
            await page.GetByLabel("the broker's address").FillAsync("ws://broker.example/");
            await ClickJoinAsync(page);
            await HasAsync(page, "said => said.includes('wss:// only')", "problem");
            await page.GetByLabel("the broker's address").FillAsync($"wss://127.0.0.1:{socketPort}/");
            await ClickJoinAsync(page);
            await HasAsync(page, "said => said === 'connected'", "state");
        }

        await TapAsync(anna, "snare 5");
        await AssertEqualAsync(null, anna, ben);
        Assert.AreEqual("snare 5", await LitAsync(ben));
    }

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

    // The settings that docs/jam.md prints, for this PC: other ports, and a certificate that nobody trusts.
    private static string[] Documented(TemporaryFolder folder, int socketPort)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root(), "docs/jam.md"));
        string[] blocks =
            [.. Regex.Matches(text, "```conf\n(.*?)```", RegexOptions.Singleline).Select(one => one.Groups[1].Value)];
        File.WriteAllText(folder["jam.acl"], blocks[1]);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using X509Certificate2 certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder["fullchain.pem"], certificate.ExportCertificatePem());
        File.WriteAllText(folder["privkey.pem"], key.ExportPkcs8PrivateKeyPem());
        return
        [
            .. blocks[0].Split('\n').Where(line => line != "listener 1883").Select(line => line
                .Replace("/etc/mosquitto/certs/", folder.Name + "/", StringComparison.Ordinal)
                .Replace("/etc/mosquitto/", folder.Name + "/", StringComparison.Ordinal)
                .Replace("listener 8884", $"listener {socketPort} 127.0.0.1", StringComparison.Ordinal)),
        ];
    }

    private async Task<IPage> OpenSafelyAsync()
    {
        IBrowserContext context = await _browser.VisitAsync(new BrowserNewContextOptions
        {
            IgnoreHTTPSErrors = true,

            // A page from the internet asks whether it may look into the network that the browser is in.
            Permissions = ["local-network-access"],
        });
        await context.RouteAsync(
            "https://jam.example/**",
            route => route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "text/html",
                Body = JamPages.Far(Repository.Root()),
            }));
        IPage page = await context.NewPageAsync();
        page.SetDefaultTimeout(PatienceMs);
        await page.GotoAsync("https://jam.example/jam/");
        return page;
    }

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

    // Dark but for what the jam lights.
    private static async Task PrepareAsync(PageStage stage, int port)
    {
        await stage.PostAsync("channel/a", """{"pattern":"vu","brightness":255,"glow":0}""");
        await stage.PostAsync("jam", $$"""{"a":"zones","b":"off","decayMs":2000,"name":"stage","room":"{{Room}}"}""");
        await stage.PostAsync("mqtt", $$"""{"on":true,"host":"127.0.0.1","port":{{port}}}""");
        await stage.WaitAsync(
            async () => (await stage.GetAsync("mqtt")).GetProperty("state").GetString()
                .StartsWith("rooms", StringComparison.Ordinal),
            "the broker");
    }

    private static async Task<bool> IsLitAsync(PageStage stage, int track)
    {
        string pixels = (await stage.GetAsync("channel/a/frame")).GetProperty("pixels").GetString();
        return pixels.Substring(((track * ZoneLeds) + (ZoneLeds / 2)) * LettersOfPixel, LettersOfPixel) != "000000";
    }

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

    private static async Task PostAsync(PageStage stage, int seed)
    {
        var random = new Random(seed);
        for (int list = 0; list < 10; list++)
        {
            IEnumerable<string> edits = Enumerable.Range(0, Edits / 10).Select(_ =>
                $$"""{"type":"drum-step","track":{{random.Next(8)}},"step":{{random.Next(16)}},"velocity":{{random.Next(101)}}}""");
            await stage.PostAsync("jam/events", $"[{string.Join(',', edits)}]");
        }
    }

    private static async Task AssertEqualAsync(PageStage stage, params IPage[] pages)
    {
        string seen = string.Empty;
        for (int tries = 0; tries < PatienceMs / 200; tries++)
        {
            string[] states = await Task.WhenAll(pages.Select(page => page.EvaluateAsync<string>(
                "() => session.state.digest + ' ' + JSON.stringify(jam.tracks.map(one => [one.steps, one.velocities]))")));
            JsonElement? jam = stage == null ? null : await stage.GetAsync("jam");
            string[] all = jam == null ? states :
            [
                .. states,
                $"{jam.Value.GetProperty("digest")} [{string.Join(',', jam.Value.GetProperty("tracks").EnumerateArray().Select(
                    one => $"[{one.GetProperty("steps")},{one.GetProperty("velocities")}]"))}]",
            ];
            if (all.Distinct().Count() == 1)
            {
                return;
            }

            seen = string.Join('\n', all);
            await Task.Delay(200);
        }

        Assert.Fail("never one state:\n" + seen);
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

    private static Task<string> LitAsync(IPage page) => page.EvaluateAsync<string>(
        "() => [...document.querySelectorAll('#grid [aria-pressed=true]')].map(one => one.ariaLabel).sort().join(', ')");
}
