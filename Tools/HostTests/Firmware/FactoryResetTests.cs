using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using NanoHost;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A reset takes each part for itself, and opens the device whatever its drive refuses.</summary>
[TestClass]
public sealed class FactoryResetTests : StoredDeviceTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_reset_on_a_drive_that_takes_nothing_still_opens_the_device(bool isReadOnly)
    {
        Wired.Post("/api/network", """{"hotspotName":"party","hotspotPassword":"forgotten"}""");
        Wired.Post("/api/security", """{"key":"1234"}""");
        Wired.Flash.ReadOnly = isReadOnly;
        Wired.Flash.Full = !isReadOnly;

        Wired.Device.Reset.Run();

        Assert.IsFalse(Wired.Device.Lock.IsSet, "the key is gone");
        Assert.AreNotEqual("party", Wired.Device.Hotspot.SavedName);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void The_boot_button_restarts_the_device_even_when_the_drive_deletes_nothing(bool isReadOnly)
    {
        Wired.Post("/api/presets/1", """{"name":"n"}""");
        Wired.Flash.ReadOnly = isReadOnly;
        Wired.Flash.Full = !isReadOnly;
        var button = new ResetButton(Wired.Device.Reset, Wired.Device.Settings, Wired.Device.Lock);
        button.Step(500);
        SimulatedBoard.Current.Gpio.PressBoot(true);

        Assert.IsFalse(button.Step(1000), "it restarts as soon as it is pressed");
        Assert.IsTrue(button.Step(11000), "the button restarts the device whenever this is true");
    }

    [TestMethod]
    public void A_button_that_is_down_from_the_start_is_a_broken_line_and_resets_nothing()
    {
        Wired.Device.Lock.Set("1234");
        var button = new ResetButton(Wired.Device.Reset, Wired.Device.Settings, Wired.Device.Lock);
        SimulatedBoard.Current.Gpio.PressBoot(true);
        for (int ms = 0; ms <= 60_000; ms += 500)
        {
            Assert.IsFalse(button.Step(ms), $"the device was reset after {ms} ms");
        }

        Assert.IsTrue(Wired.Device.Lock.IsSet, "the key stays");
    }

    [TestMethod]
    public void A_preset_that_cannot_be_deleted_keeps_no_other_from_going()
    {
        Wired.Post("/api/presets/1", """{"name":"one"}""");
        Wired.Post("/api/presets/2", """{"name":"two"}""");
        Wired.Flash.Slow = (path, _) =>
        {
            if (path.Contains("preset1", StringComparison.Ordinal))
            {
                throw new IOException("worn");
            }
        };

        Assert.IsFalse(Wired.Device.Reset.Run(), "one is still there");
        Assert.IsNull(Wired.Device.Presets.NameOf(2));
    }
}
