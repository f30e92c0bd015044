using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Drive;
using NanoFirmware.Jam;
using NanoFirmware.Mqtt;
using NanoFirmware.Storage;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A jam's settings and those of the broker, in a backup and out of one.</summary>
[TestClass]
public sealed class OptionBackupTests : StoredDeviceTests
{
    private const string Jam = """{"room":"JAM347","name":"Anna","a":"strip","b":"off","blend":"add","decayMs":400}""";
    private const string Broker =
        """{"on":true,"host":"192.168.1.20","port":1884,"user":"lights","password":"seven colours","""
        + """ "discovery":"entity","group":"stage"}""";
    private const string BrokerTold =
        """{"on":true,"host":"192.168.1.20","port":1884,"discovery":"entity","group":"stage"}""";

    [TestMethod]
    public void A_backup_tells_nothing_of_what_nobody_asked_for_and_makes_no_room_for_it()
    {
        WiredDevice.Answer backup = Wired.Get("/api/backup");
        Assert.IsFalse(backup.Json.TryGetProperty("jam", out _), backup.Text);
        Assert.IsFalse(backup.Json.TryGetProperty("mqtt", out _), backup.Text);
        Assert.AreEqual(200, Wired.Post("/api/backup", backup.Text).Status);
        Assert.IsNull(Wired.Device.Settings.Jam, "a jam made by a backup that does not name it");
        Assert.IsNull(Wired.Device.Reset.Option, "a broker's option made by a backup that does not name it");
    }

    [TestMethod]
    public void Room_name_lights_and_broker_go_to_another_device_and_user_and_password_do_not()
    {
        Wired.Post("/api/jam", Jam);
        Wired.Post("/api/mqtt", Broker);
        WiredDevice.Answer backup = Wired.Get("/api/backup");
        Assert.AreEqual(Jam, backup.Json.GetProperty("jam").ToString());
        Assert.AreEqual(BrokerTold, backup.Json.GetProperty("mqtt").ToString());

        using var other = new WiredDevice();
        WiredDevice.Answer answer = other.Post("/api/backup", backup.Text);

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(backup.Text, other.Get("/api/backup").Text);
        Assert.AreEqual("JAM347", JamKeeper.Of(other.Device).Session.Room);
        Assert.IsFalse(other.Mqtt.Settings.HasLogin, "it has to be told who it is");
    }

    [TestMethod]
    public void The_same_broker_keeps_its_user_and_password_another_one_does_not_and_either_may_be_brought()
    {
        Wired.Post("/api/mqtt", Broker);
        string backup = Wired.Get("/api/backup").Text;
        Wired.Post("/api/mqtt", """{"group":""}""");

        Assert.AreEqual(200, Wired.Post("/api/backup", backup).Status);
        Assert.AreEqual("stage lights/seven colours", Login(), "the same broker");

        Assert.AreEqual(200, Restore("""{"mqtt":{"host":"192.168.1.21"}}""").Status);
        Assert.AreEqual("stage /", Login(), "another one");

        Assert.AreEqual(200, Restore("""{"mqtt":{"user":"lamps","password":"six"}}""").Status);
        Assert.AreEqual("stage lamps/six", Login(), "brought");
    }

    [TestMethod]
    public void What_it_brings_is_kept_over_a_restart_and_not_written_twice()
    {
        string all = $$"""{"jam":{{Jam}},"mqtt":{{Broker}}}""";
        Assert.AreEqual(200, Restore(all).Status);
        string backup = Wired.Get("/api/backup").Text;
        int writes = FlashWrites.Count;
        Assert.AreEqual(200, Wired.Post("/api/backup", backup).Status);
        Assert.AreEqual(200, Restore(all).Status);
        Assert.AreEqual(writes, FlashWrites.Count, "written again");
        Start();

        Assert.AreEqual(backup, Wired.Get("/api/backup").Text);
        Assert.AreEqual("stage lights/seven colours", Login());
    }

    [TestMethod]
    public void What_it_leaves_out_stays()
    {
        Wired.Post("/api/jam", Jam);
        Wired.Post("/api/mqtt", Broker);

        Assert.AreEqual(200, Restore("""{"jam":{"decayMs":{"add":100}},"mqtt":{"on":false}}""").Status);

        string backup = Wired.Get("/api/backup").Text;
        StringAssert.Contains(backup, Jam.Replace("400", "500", StringComparison.Ordinal));
        StringAssert.Contains(backup, BrokerTold.Replace("true", "false", StringComparison.Ordinal));
        Assert.AreEqual("stage lights/seven colours", Login());
    }

    [TestMethod]
    [DataRow("""{"mqtt":{"group":"hall"}}""", "hall lights/seven colours", DisplayName = "with what it has")]
    [DataRow("""{"mqtt":{"host":"b","user":"lamps","password":"six"}}""", "stage lamps/six", DisplayName = "with what comes")]
    public void A_restore_that_the_power_cut_short_brings_all_of_it_at_the_next_start(string broker, string login)
    {
        Wired.Post("/api/jam", Jam);
        Wired.Device.Settings.Flush();
        Wired.Post("/api/mqtt", Broker);
        var backup = new BackupStore(
            Wired.Device.State, Wired.Device.Settings, Wired.Device.Presets, Wired.Device.Radio, Wired.Device.Wirings);
        byte[] document = Encoding.UTF8.GetBytes($$"""{"backup":1,"jam":{"room":"abc123"},{{broker[1..]}}""");
        Assert.IsNull(backup.Read(document, 0, document.Length));
        Assert.IsNull(backup.Jam.Check(JamKeeper.KeeperOf(Wired.Device)));
        Assert.IsNull(backup.Mqtt.Check(MqttOption.Of(Wired.Device)));
        backup.Keep();
        Start();

        JamDevice jam = JamKeeper.Of(Wired.Device);
        Assert.AreEqual("ABC123 Anna", $"{jam.Session.Room} {jam.Session.Name}");
        Assert.AreEqual(400, jam.Controls.Values[JamControls.DecayIndex]);
        Assert.AreEqual(login, Login());
        Assert.IsFalse(BackupStore.IsWaiting, "what was restored, with its password, is gone");
    }

    [TestMethod]
    [DataRow("""{"jam":{"room":"abc"}}""", "in jam: room must be six letters or digits, or null for none")]
    [DataRow("""{"jam":{"decayMs":1}}""", "in jam: decayMs must be a whole number from 50 to 2000")]
    [DataRow("""{"jam":{"jam":{}}}""", "in jam: use room, name, a, b, blend or decayMs, one of them at least")]
    [DataRow("""{"jam":[]}""", "in jam: must be an object")]
    [DataRow("""{"jam":7}""", "in jam: must be an object")]
    [DataRow("""{"mqtt":{"port":0}}""", "in mqtt: port must be 1 to 65535")]
    [DataRow("""{"mqtt":{"on":true}}""", "in mqtt: host is needed before it is switched on")]
    [DataRow("""{"mqtt":{"password":"a\nb"}}""", "in mqtt: password must be a text of up to 64 bytes")]
    [DataRow("""{"mqtt":null}""", "in mqtt: must be an object")]
    [DataRow("""{"jam":{"room":"ABC123"},"mqtt":{"tls":true}}""", "in mqtt: unknown field: use on, host, port, user")]
    public void One_mistake_in_them_refuses_all_of_it(string parts, string problem)
    {
        WiredDevice.Answer answer = Wired.Post("/api/backup", $$"""{"backup":1,"a":{"brightness":7},{{parts[1..]}}""");

        Assert.AreEqual(400, answer.Status);
        StringAssert.StartsWith(answer.Error, problem, StringComparison.Ordinal);
        Assert.AreNotEqual(7, Wired.Device.ChannelA.Controls.Brightness());
        Assert.IsNull(JamKeeper.Of(Wired.Device).Session.Room, "the room");
        Assert.AreEqual(" /", Login(), "the broker");
        Assert.IsFalse(BackupStore.IsWaiting, "kept");
    }

    [TestMethod]
    public void What_the_drive_does_not_take_changes_nothing()
    {
        Wired.Flash.ReadOnly = true;

        Assert.AreEqual(500, Restore($$"""{"jam":{{Jam}},"mqtt":{{Broker}}}""").Status);

        Assert.IsNull(JamKeeper.Of(Wired.Device).Session.Room, "the room");
        Assert.AreEqual(" /", Login(), "the broker");
    }

    private WiredDevice.Answer Restore(string parts) => Wired.Post("/api/backup", $$"""{"backup":1,{{parts[1..]}}""");

    private string Login()
    {
        BrokerSettings broker = Wired.Mqtt.Settings;
        return $"{broker.Group} {broker.User}/{broker.Password}";
    }

    // As Program does after what the device itself brings back.
    private void Start()
    {
        Restart();
        JamKeeper.Restore(Wired.Device);
        MqttOption.Restore(Wired.Device);
    }
}
