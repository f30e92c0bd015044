using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Jam;
using NanoFirmware.Generator;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Simulator;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Page;

/// <content>From a page that came by https, to the broker that the documentation sets up.</content>
public sealed partial class FarJamPageTests
{
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
}
