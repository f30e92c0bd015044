using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Looks;
using NanoFirmware.Storage;

namespace NanoFirmware.HostTests.Looks;

/// <summary>What comes by itself, in a backup and out of one.</summary>
[TestClass]
public sealed class LooksBackupTests : StoredDeviceTests
{
    private const string All =
        """{"backup":1,"looks":{"zone":"CET-1CEST,M3.5.0,M10.5.0/3","playlist":{"on":true,"place-1":3,"bars":4},"nightlight":{"minutes":45},"schedule":{"power-up":"one","power-up-preset":2,"silent-minutes":5},"event-1":{"on":true,"at":"sunset","minute":-30,"preset":2}}}""";

    [TestMethod]
    public void A_backup_tells_nothing_of_looks_that_nobody_asked_for_and_makes_no_room_for_them()
    {
        WiredDevice.Answer backup = Wired.Get("/api/backup");
        Assert.IsFalse(backup.Json.TryGetProperty("looks", out _), backup.Text);
        Wired.Post("/api/backup", backup.Text);
        Assert.IsNull(Wired.Device.Settings.Looks, "made by a backup that does not name them");
    }

    [TestMethod]
    public void Playlist_nightlight_schedule_start_and_silence_go_to_another_device()
    {
        Wired.Post("/api/playlist", """{"on":true,"place-1":3,"place-2":32,"bars":4,"shuffle":true}""");
        Wired.Post("/api/nightlight", """{"minutes":45,"to":10,"on":true}""");
        Wired.Post("/api/schedule", """{"power-up":"one","power-up-preset":2,"silent-minutes":5,"latitude":4800}""");
        Wired.Post("/api/schedule/8", """{"on":true,"at":"sunset","minute":-30,"preset":0}""");
        Wired.Post("/api/time", """{"epoch":1800000000,"tz":"CET-1CEST,M3.5.0,M10.5.0/3"}""");
        string backup = Wired.Get("/api/backup").Text;

        using var other = new WiredDevice();
        WiredDevice.Answer answer = other.Post("/api/backup", backup);

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(backup, other.Get("/api/backup").Text);
        LooksSet looks = LooksSet.Of(other.Device);
        Assert.AreEqual(32, looks.Playlist.Controls.SlotAt(1));
        Assert.IsTrue(looks.Schedule.Lines[7].IsOn, "the last line of the schedule");
        Assert.IsFalse(looks.Nightlight.Controls.IsOn, "a nightlight that went on when the backup was made");
    }

    [TestMethod]
    public void What_it_brings_is_kept_over_a_restart_and_not_written_twice()
    {
        Assert.AreEqual(200, Wired.Post("/api/backup", All).Status);
        string backup = Wired.Get("/api/backup").Text;
        Assert.AreEqual(200, Wired.Post("/api/backup", backup).Status);
        Restart();
        LooksSet.Restore(Wired.Device);

        Assert.AreEqual(backup, Wired.Get("/api/backup").Text);
    }

    [TestMethod]
    public void A_restore_that_the_power_cut_short_brings_them_at_the_next_start()
    {
        var backup = new BackupStore(
            Wired.Device.State, Wired.Device.Settings, Wired.Device.Presets, Wired.Device.Radio, Wired.Device.Wirings);
        byte[] document = System.Text.Encoding.UTF8.GetBytes(All);
        Assert.IsNull(backup.Read(document, 0, document.Length));
        Assert.IsNull(backup.Looks.Check(LooksSet.Of(Wired.Device)));
        backup.Keep();
        Restart();
        LooksSet.Restore(Wired.Device);

        LooksSet looks = LooksSet.Of(Wired.Device);
        Assert.AreEqual(3, looks.Playlist.Controls.SlotAt(0));
        Assert.AreEqual(2, looks.Schedule.Lines[0].Slot);
        Assert.AreEqual("CET-1CEST,M3.5.0,M10.5.0/3", looks.Schedule.Clock.ZoneName);
    }

    [TestMethod]
    [DataRow("""{"playlist":{"seconds":1}}""", "in looks: playlist: seconds must be a whole number from 2 to 86400")]
    [DataRow("""{"event-1":{"at":"sunset","minute":900}}""", "in looks: minute must be one of the day")]
    [DataRow("""{"event-9":{}}""", "in looks: event-9: unknown field: use zone, playlist")]
    [DataRow("""{"zone":"yesterday"}""", "in looks: zone must be")]
    [DataRow("""3""", "in looks: must be an object")]
    public void One_mistake_in_them_refuses_all_of_it(string looks, string problem)
    {
        WiredDevice.Answer answer = Wired.Post("/api/backup", $$"""{"backup":1,"a":{"brightness":7},"looks":{{looks}}}""");

        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, problem);
        Assert.AreNotEqual(7, Wired.Device.ChannelA.Controls.Brightness());
    }
}
