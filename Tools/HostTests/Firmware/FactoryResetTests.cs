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
    public void A_reset_on_a_drive_that_takes_nothing_still_opens_theDevice_(bool isReadOnly)
    {
        Wired.Post("/api/network", """{"hotspotName":"party","hotspotPassword":"forgotten"}""");
        Wired.Post("/api/security", """{"key":"1234"}""");
        Wired.Flash.ReadOnly = isReadOnly;
        Wired.Flash.Full = !isReadOnly;

        new FactoryReset(Wired.Device).Run();

        Assert.IsFalse(Wired.Device.Lock.IsSet, "the key is gone");
        Assert.AreNotEqual("party", Wired.Device.Hotspot.SavedName);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void The_boot_button_restarts_theDevice__even_when_the_drive_deletes_nothing(bool isReadOnly)
    {
        Wired.Post("/api/presets/1", """{"name":"n"}""");
        Wired.Flash.ReadOnly = isReadOnly;
        Wired.Flash.Full = !isReadOnly;
        var button = new ResetButton(Wired.Device);
        SimulatedBoard.Current.Gpio.PressBoot(true);

        Assert.IsFalse(button.Step(1000));
        Assert.IsTrue(button.Step(11000), "the button restarts the device whenever this is true");
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

        Assert.IsFalse(new FactoryReset(Wired.Device).Run(), "one is still there");
        Assert.IsNull(Wired.Device.Presets.NameOf(2));
    }
}
