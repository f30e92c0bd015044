using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Mqtt;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>What is asked of /api/mqtt, and what it costs.</summary>
[TestClass]
public sealed class BrokerSettingsTests
{
    private const string Whole =
        """{"on":true,"host":"192.168.1.20","port":1884,"user":"lights","password":"seven colours","""
        + """ "discovery":"entity","group":"stage"}""";

    [TestMethod]
    public void User_and_password_go_in_and_never_come_out()
    {
        using var device = new WiredDevice();

        string answer = device.Post("/api/mqtt", Whole).Text + device.Get("/api/mqtt").Text + device.Get("/api/backup").Text
            + device.Get("/api/state").Text;

        StringAssert.Contains(answer, "\"login\":true");
        StringAssert.Contains(answer, "\"host\":\"192.168.1.20\",\"port\":1884");
        Assert.IsFalse(answer.Contains("seven", StringComparison.Ordinal), "the password");
        Assert.IsFalse(answer.Contains("\"lights\"", StringComparison.Ordinal), "the user");
    }

    [TestMethod]
    public void They_are_kept_over_a_restart_and_gone_after_a_factory_reset()
    {
        using var folder = new TemporaryFolder();
        using (var device = new WiredDevice(folder.Name))
        {
            device.Post("/api/mqtt", Whole);
        }

        using (var device = new WiredDevice(folder.Name))
        {
            MqttOption.Restore(device.Device);
            BrokerSettings kept = device.Mqtt.Settings;
            Assert.AreEqual(
                "True 192.168.1.20:1884 lights/seven colours 2 stage",
                $"{kept.IsOn} {kept.Host}:{kept.Port} {kept.User}/{kept.Password} {kept.Discovery} {kept.Group}");
            device.Post("/api/reset", """{"confirm":true}""");
            Assert.IsFalse(BrokerSettings.IsKept, "the file");
            Assert.IsFalse(device.Get("/api/mqtt").Json.GetProperty("on").GetBoolean(), "switched off at once");
        }
    }

    [TestMethod]
    [DataRow("""{"host":"192.168.1.66"}""")]
    [DataRow("""{"port":1885}""")]
    public void A_password_is_not_sent_to_another_broker_than_it_was_given_for(string change)
    {
        using var device = new WiredDevice();
        device.Post("/api/mqtt", Whole);

        Assert.IsFalse(device.Post("/api/mqtt", change).Json.GetProperty("login").GetBoolean(), "login");
        Assert.AreEqual(string.Empty, device.Mqtt.Settings.Password, "the password");
    }

    [TestMethod]
    [DataRow("""{"on":1}""", "on must be true or false")]
    [DataRow("""{"on":true}""", "host is needed before it is switched on")]
    [DataRow("""{"port":0}""", "port must be 1 to 65535")]
    [DataRow("""{"port":65536}""", "port must be 1 to 65535")]
    [DataRow("""{"host":"a b"}""", "host must be an address or a name of letters, digits, hyphens and dots, up to 64 of them")]
    [DataRow("""{"host":"a..b"}""", "host must be an address or a name of letters, digits, hyphens and dots, up to 64 of them")]
    [DataRow("""{"user":"a\nb"}""", "user must be a text of up to 64 bytes in UTF-8 without control characters")]
    [DataRow("""{"password":7}""", "password must be a text of up to 64 bytes in UTF-8 without control characters")]
    [DataRow("""{"discovery":"both"}""", "discovery must be off, device or entity")]
    [DataRow("""{"group":"a/b"}""", "group must be a text of up to 32 letters, digits and hyphens")]
    [DataRow("""{"tls":true}""", "unknown field: use on, host, port, user, password, discovery, group")]
    [DataRow("{}", "no field given: use on, host, port, user, password, discovery, group")]
    [DataRow("[]", "the body must be a JSON object")]
    public void What_is_wrong_is_refused_with_a_sentence_and_changes_nothing(string body, string sentence)
    {
        using var device = new WiredDevice();
        string before = device.Get("/api/mqtt").Text;

        WiredDevice.Answer answer = device.Post("/api/mqtt", body);

        Assert.AreEqual((400, sentence), (answer.Status, answer.Error));
        Assert.AreEqual(before, device.Get("/api/mqtt").Text);
    }

    [TestMethod]
    public void What_the_drive_does_not_take_changes_nothing()
    {
        using var device = new WiredDevice();
        device.Flash.ReadOnly = true;

        Assert.ThrowsExactly<IOException>(() => device.Post("/api/mqtt", Whole));

        Assert.IsFalse(device.Mqtt.Settings.IsOn, "it is off still");
    }

    [TestMethod]
    public void Nobody_changes_the_broker_without_the_key()
    {
        using var device = new WiredDevice { Key = "open sesame" };
        device.Post("/api/security", """{"key":"open sesame"}""");
        device.Key = null;

        Assert.AreEqual(401, device.Post("/api/mqtt", Whole).Status);
    }

    [TestMethod]
    public void Switched_off_it_has_no_thread_no_socket_and_asks_for_no_name()
    {
        using var device = new WiredDevice();

        MqttOption.Restore(device.Device);
        MqttOption.Look(device.Device, device.Supervisor);
        Assert.IsNull(device.Device.Reset.Option, "nothing at all before somebody asks");
        JsonElement answer = device.Get("/api/mqtt").Json;
        MqttOption.Look(device.Device, device.Supervisor);

        Assert.IsNull(device.Mqtt.Link, "made when it is first switched on");
        Assert.AreEqual("off", answer.GetProperty("state").GetString());
        Assert.AreEqual(0, device.Network.Far.Open + device.Network.Far.LookUps, "connections and names");
        Assert.AreEqual(0, device.Network.Datagrams.Sent.Count, "datagrams");
        Assert.AreEqual(0, device.Supervisor.Loops.Length, "loops");
    }
}
