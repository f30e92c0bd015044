using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Everything as one document and back: whole, checked, saved, and safe from a power cut.</summary>
[TestClass]
public sealed class RestBackupTests : IDisposable
{
    private const string Small = """{"backup":1,"a":{"brightness":1,"colours":["010203","040506"]},"presets":[{"name":"one","b":{"speed":3}},null,null,null,null,null,null,null]}""";

    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-backup-").FullName;
    private WiredDevice _device;

    public RestBackupTests() => _device = new WiredDevice(_storage);

    public void Dispose()
    {
        _device.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
    }

    [TestMethod]
    public void What_was_backed_up_comes_back_on_another_device()
    {
        _device.Post(
            "/api/state",
            """{"a":{"pattern":"fire","colours":["FF0000","00FF00","0000FF"]},"b":{"p3":77},"global":{"link":"canon"},"audio":{"squelch":9}}""");
        _device.Post("/api/presets/3", """{"name":"a \" and {b}, c"}""");
        _device.Post("/api/channel/a", """{"pattern":"solid","brightness":3}""");
        _device.Post("/api/presets/8", """{"name":"last"}""");
        string backup = _device.Get("/api/backup").Text;

        using var other = new WiredDevice();
        other.Post("/api/presets/1", """{"name":"goes away"}""");
        Assert.AreEqual("""{"needsRestart":false}""", other.Post("/api/backup", backup).Text);

        Assert.AreEqual(backup, other.Get("/api/backup").Text);
        Assert.IsFalse(other.Device.Settings.IsDirty, "what came from a backup is still to be saved");
        Assert.AreEqual(200, other.Post("/api/presets/3/recall", "").Status);
        Assert.AreEqual("""{"value":"fire"}""", other.Get("/api/channel/a/pattern").Text);
    }

    [TestMethod]
    public void It_is_saved_and_what_it_leaves_out_stays()
    {
        _device.Post("/api/global", """{"brightness":99}""");
        _device.Post("/api/presets/2", """{"name":"mine"}""");

        Assert.AreEqual(200, _device.Post("/api/backup", """{"backup":1,"version":"9.9.9","a":{"brightness":1}}""").Status);
        Restart();

        Assert.AreEqual(1, _device.Device.ChannelA.Controls.Brightness());
        Assert.AreEqual(99, _device.Device.Master.Brightness);
        Assert.AreEqual("mine", _device.Device.Presets.NameOf(2));
    }

    [TestMethod]
    [DataRow("""{"backup":1,"a":{"speed":1},"b":{"speed":256}}""", "in b: speed must be a whole number from 0 to 255")]
    [DataRow("""{"backup":1,"a":{"hue":1}}""", "in a: unknown control: use enabled, ")]
    [DataRow("""{"backup":1,"a":{"colours":["FF0000"]}}""", "in a: colours must be ")]
    [DataRow("""{"backup":1,"audio":[]}""", "in audio: ")]
    [DataRow("""{"backup":1,"c":{}}""", "unknown field: use backup, version, ")]
    [DataRow(
        """{"backup":1,"network":{"hotspotPassword":"short"}}""",
        "in network: hotspotPassword must have 8 to 63 bytes in UTF-8: it has 5")]
    [DataRow("""{"backup":1,"network":7}""", "in network: must be an object")]
    [DataRow("""{"backup":1,"presets":[null]}""", "presets must be a list of 8 to 32")]
    [DataRow(
        """{"backup":1,"presets":[null,{"name":"x","a":{"speed":-1}},null,null,null,null,null,null]}""",
        "in presets[1]: in a: speed must be")]
    [DataRow(
        """{"backup":1,"presets":[{"a":{"speed":1},"name":"x"},null,null,null,null,null,null,null]}""",
        "in presets[0]: name must come first")]
    [DataRow(
        """{"backup":1,"presets":[{"name":"x"},null,null,null,null,null,null,null]}""", "in presets[0]: it holds no control")]
    [DataRow(
        """{"backup":1,"presets":[{"name":"x","audio":{"gain":1}},null,null,null,null,null,null,null]}""",
        "in presets[0]: it holds no control")]
    [DataRow("""{"backup":2}""", "backup must be 1")]
    [DataRow("""{"a":{"speed":1}}""", "this is no backup")]
    [DataRow("""{"backup":1,"a":{"speed":1}}x""", "bad JSON at byte 28")]
    [DataRow("""{"backup":1,"a":{"speed":1}""", "bad JSON at byte 27")]
    [DataRow("[]", "the body must be a JSON object")]
    public void One_mistake_changes_nothing_and_is_named_with_its_place(string body, string error)
    {
        _device.Post("/api/presets/1", """{"name":"stays"}""");
        string before = _device.Get("/api/backup").Text;

        WiredDevice.Answer answer = _device.Post("/api/backup", body);

        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, error);
        Assert.AreEqual(before, _device.Get("/api/backup").Text);
    }

    [TestMethod]
    public void The_longest_backup_there_can_be_fits_with_room_to_spare()
    {
        const string Channel = """{"enabled":false,"brightness":255,"speed":255,"pattern":"spectrogram","palette":"custom","mirror":false,"reverse":false,"offset":179,"fade":5000,"glow":255,"p1":255,"p2":255,"p3":255,"p4":255,"colours":["FFFFFF","FFFFFF","FFFFFF","FFFFFF","FFFFFF","FFFFFF","FFFFFF","FFFFFF"]}""";
        foreach (char channel in "ab")
        {
            Assert.AreEqual(200, _device.Post("/api/state", "{\"" + channel + "\":" + Channel + "}").Status);
        }

        _device.Post(
            "/api/global",
            """{"power":false,"link":"counter-phase","flash-guard":false,"channel-ma":20000,"board-ma":40000,"led-colour-ua":60000}""");

        // Quotation marks take two bytes each; control characters, which would take six, are refused.
        for (int slot = 1; slot <= 8; slot++)
        {
            Assert.AreEqual(
                200,
                _device.Post("/api/presets/" + slot, $$"""{"name":"{{string.Concat(Enumerable.Repeat("\\\"", 32))}}"}""").Status);
        }

        WiredDevice.Answer backup = _device.Get("/api/backup");

        Assert.IsTrue(backup.Text.Length < Request.BackupLimit * 3 / 4, backup.Text.Length + " bytes");
        Assert.AreEqual(200, _device.Post("/api/backup", backup.Text).Status);
        Assert.AreEqual(413, _device.Post("/api/backup", new string(' ', Request.BackupLimit + 1)).Status);
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_leaves_all_of_the_old_or_all_of_the_new()
    {
        byte[] restored = Encoding.UTF8.GetBytes(Small);
        _device.Post("/api/state", """{"a":{"brightness":200},"b":{"speed":200}}""");
        _device.Post("/api/presets/1", """{"name":"old"}""");
        _device.Device.Settings.Flush();
        string old = _device.Get("/api/backup").Text;
        string now = "";
        int olds = 0;
        int cut = 0;
        for (bool isCut = true; isCut; cut += cut < 300 ? 1 : 5)
        {
            _device.Post("/api/backup", old);
            _device.Flash.CutPowerAfter(cut);
            isCut = _device.Post("/api/backup", Encoding.UTF8.GetString(restored)).Status == 500;
            _device.Flash.RestorePower();
            Restart();

            string found = _device.Get("/api/backup").Text;
            now = now.Length == 0 && found != old ? found : now;
            Assert.IsTrue(found == old || found == now, "cut after " + cut);
            olds += found == old ? 1 : 0;
        }

        StringAssert.Contains(now, "\"brightness\":1,");
        StringAssert.Contains(now, "\"name\":\"one\"");
        Assert.IsTrue(cut > 2 * restored.Length && olds > 0, $"{olds} were old, the last cut came after {cut} bytes");
        Assert.IsFalse(
            NanoHost.IO.Directory.GetFiles("I:\\").Any(file => file.Contains("restore", StringComparison.Ordinal)),
            "a restore that is over has left its file");
    }

    [TestMethod]
    public void A_full_drive_refuses_it_and_nothing_changes()
    {
        string before = _device.Get("/api/backup").Text;
        _device.Flash.Full = true;

        Assert.AreEqual(500, _device.Post("/api/backup", Small).Status);
        Assert.AreEqual(before, _device.Get("/api/backup").Text);
    }

    [TestMethod]
    public void No_secret_is_in_it_and_names_of_networks_come_back()
    {
        _device.Post(
            "/api/network",
            """{"hotspotName":"party","hotspotPassword":"secret one","wifiName":"home","wifiPassword":"secret two"}""");
        _device.Post("/api/security", """{"key":"secret three"}""");
        _device.Key = "secret three";
        string backup = _device.Get("/api/backup").Text;

        Assert.IsFalse(backup.Contains("secret", StringComparison.Ordinal), backup);
        StringAssert.Contains(backup, "\"wifiName\":\"home\"");
        Assert.AreEqual(200, _device.Post("/api/backup", backup.Replace("home", "barn", StringComparison.Ordinal)).Status);
        Assert.AreEqual("barn", _device.Get("/api/network").Json.GetProperty("wifiName").GetString());
    }

    [TestMethod]
    public void A_board_without_a_radio_takes_the_rest()
    {
        _device.Network.IsPresent = false;
        Assert.IsFalse(
            _device.Get("/api/backup").Json.TryGetProperty("network", out _), "a board without a radio tells of a network");
        Assert.AreEqual(
            200, _device.Post("/api/backup", """{"backup":1,"a":{"speed":5},"network":{"wifiName":"home"}}""").Status);
        Assert.AreEqual(5, _device.Device.ChannelA.Controls.Speed());
    }

    private void Restart()
    {
        _device.Dispose();
        _device = new WiredDevice(_storage);
        _device.Device.Restore();
    }
}
