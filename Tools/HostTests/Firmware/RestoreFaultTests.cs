using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// A backup that is brought back: all of it or nothing, in two tries at most, whatever the drive and the radio refuse.
/// </summary>
[TestClass]
public sealed class RestoreFaultTests : StoredDeviceTests
{
    [TestMethod]
    public void A_backup_with_a_name_that_no_radio_takes_changes_nothing()
    {
        string name = new string('\u00e9', 4) + new string('x', 26);
        WiredDevice.Answer answer = Wired.Post(
            "/api/backup", "{\"backup\":1,\"a\":{\"brightness\":3},\"network\":{\"hotspotName\":\"" + name + "\"}}");

        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, "it has 34");
        Assert.AreEqual(128, Wired.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void A_restore_that_cannot_finish_is_tried_once_more_and_set_aside()
    {
        Plant("I:\\restore", """{"backup":1,"a":{"brightness":3},"network":{"hotspotName":""}}""");
        Restart();

        Assert.AreEqual(1, Wired.Device.RestoresSetAside);
        Assert.IsFalse(SafeFile.Exists("I:\\restore"), "it does not come back");
        Wired.Supervisor.Look(3000);
        StringAssert.Contains(Wired.Get("/api/log").Text, "could not be brought back in two tries");
        Restart();
        Assert.AreEqual(0, Wired.Device.RestoresSetAside);
        Wired.Post("/api/reset", """{"confirm":true}""");
        Assert.IsFalse(File.Exists("I:\\restore.1.bad"), "it may hold passwords");
    }

    [TestMethod]
    public void A_drive_that_fills_during_a_restore_is_asked_again_at_the_next_start()
    {
        FillDuringRestore();
        Restart();

        Assert.AreEqual(3, Wired.Device.ChannelA.Controls.Brightness());
        Assert.AreEqual("party", Wired.Device.Presets.NameOf(1));
        Assert.AreEqual(0, Wired.Device.RestoresSetAside, "it ended well");
        Assert.IsFalse(SafeFile.Exists("I:\\restore"), "nothing is left to do");
    }

    [TestMethod]
    public void A_drive_that_stays_full_is_asked_once_more_and_never_again()
    {
        FillDuringRestore();
        Restart(isFull: true);
        Wired.Supervisor.Look(3000);

        Assert.AreEqual(1, Wired.Device.RestoresSetAside);
        StringAssert.Contains(Wired.Get("/api/log").Text, "could not be brought back in two tries");
        for (int start = 1; start <= 3; start++)
        {
            Restart(isFull: true);
            Assert.AreEqual(0, Wired.Device.RestoresSetAside, "start " + start);
            Assert.AreEqual(0, Wired.Device.Settings.Faults, Wired.Device.Settings.LastFault);
        }

        Assert.IsTrue(IsRestoreSetAside, "it is kept until somebody resets the device");
        Assert.AreEqual(200, Wired.Post("/api/reset", """{"confirm":true}""").Status);
        Assert.IsFalse(IsRestoreSetAside, "it holds passwords");
    }

    [TestMethod]
    public void A_rename_survives_the_backup_and_its_restore()
    {
        Wired.Post("/api/network", """{"hotspotName":"renamed"}""");
        string backup = Wired.Get("/api/backup").Text;
        Wired.Device.Hotspot.NeedsRestart = false;

        StringAssert.Contains(Wired.Post("/api/backup", backup).Text, "false");
        Assert.AreEqual("renamed", Wired.Device.Hotspot.SavedName);
    }

    private static bool IsRestoreSetAside => File.Exists("I:\\restore.0.bad") || File.Exists("I:\\restore.1.bad");

    // The backup is kept, and its settings find the drive full.
    private void FillDuringRestore()
    {
        Wired.Flash.Slow = (path, _) => Wired.Flash.Full |= path.Contains("settings", StringComparison.Ordinal);
        WiredDevice.Answer answer = Wired.Post(
            "/api/backup", """{"backup":1,"a":{"brightness":3},"presets":[{"name":"party","a":{"speed":3}}""" + EmptySeven);
        Assert.AreEqual(500, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, "the next start tries once more");
    }
}
