using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Web;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.DeviceModel;

/// <summary>
/// How long the chip is at the page, from the browser's first request until something is seen, and until something can be moved:
/// modelled, as docs/page.md says it.
/// </summary>
[TestClass]
public class FirstScreenTests
{
    // What a browser's request costs beside our own answer, in ms: connection, thread and headers in the library
    // (docs/platform.md).
    private const double RequestMs = 14;
    private const double K = 200;

    // What the page asks for before it draws its controls, in this order.
    private static readonly string[] Asked =
    [
        "/api/controls", "/api/patterns", "/api/palettes", "/api/presets", "/api/network", "/api/wiring", "/api/state",
    ];

    [TestMethod]
    public void The_page_says_how_long_the_chip_is_at_it()
    {
        double paintMs = Ms("/");
        double germanMs = Ms("/de");
        double controlMs = paintMs + Asked.Sum(Ms);

        Assert.IsTrue(paintMs <= 110, $"first paint after {paintMs:0} ms");
        Assert.IsTrue(controlMs <= 700, $"first control after {controlMs:0} ms");
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs/page.md"));
        StringAssert.Contains(
            page,
            string.Create(
                CultureInfo.InvariantCulture, $"| chip, ms | {Tens(paintMs)} | {Tens(controlMs)} | {Tens(germanMs)} |"));
    }

    private static double Tens(double ms) => Math.Round(ms / 10) * 10;

    private static double Ms(string path)
    {
        RestCost cost = RestMeter.Measure("GET", path);
        Assert.AreEqual(200, cost.Status, path);
        double ms = RequestMs + (cost.Cost.MeanUs * K / 1000);
        Console.WriteLine($"{path}: {cost.AnswerBytes} bytes, {ms:0.0} ms");
        return ms;
    }
}
