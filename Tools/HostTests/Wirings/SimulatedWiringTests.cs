using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Wirings;

/// <summary>The simulator wires its board as its options and its drive say.</summary>
[TestClass]
public sealed class SimulatedWiringTests
{
    [TestMethod]
    public void A_wiring_is_put_on_the_drive_and_foreseen()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.json"], """{"a":{"pin":9,"leds":33,"order":"bgr","skip":2},"b":{"on":false}}""");
        WiringFile.Put(Options("--state", folder.Name, "--wiring", folder["mine.json"]));
        Wiring wiring = WiringForecast.Of(folder.Name);
        Assert.AreEqual((9, 33, 2, 0), (wiring.A.Pin, wiring.A.Leds, wiring.A.Skip, wiring.B.Leds));
        Assert.IsTrue(File.Exists(folder["wiring.json"]), "the drive itself is not touched");
    }

    [TestMethod]
    public void Lengths_alone_are_a_wiring_too()
    {
        using var folder = new TemporaryFolder();
        WiringFile.Put(Options("--state", folder.Name, "--leds", "60,0"));
        Wiring wiring = WiringForecast.Of(folder.Name);
        Assert.AreEqual((60, 0), (wiring.A.Leds, wiring.B.Leds));
    }

    [TestMethod]
    public void A_wiring_that_the_firmware_would_refuse_is_a_mistake_of_the_call()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mine.json"], """{"a":{"pin":27}}""");
        UsageException refusal = Assert.ThrowsExactly<UsageException>(
            () => WiringFile.Put(Options("--wiring", folder["mine.json"])));
        StringAssert.Contains(refusal.Message, "a.pin: GPIO 27 belongs to the flash");
        Assert.ThrowsExactly<UsageException>(() => WiringFile.Put(Options("--wiring", folder["none.json"])));
        Assert.ThrowsExactly<UsageException>(() => Options("--wiring", folder["mine.json"], "--leds", "60,60"));
    }

    private static SimulatorOptions Options(params string[] line) => CommandLine.ToOptions(CommandLine.Parse(line));
}
