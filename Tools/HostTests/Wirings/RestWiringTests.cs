using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Storage;

namespace NanoFirmware.HostTests.Wirings;

/// <summary>/api/wiring: what is refused and why, what is kept, when it comes into force.</summary>
[TestClass]
public sealed class RestWiringTests
{
    private const string Url = "/api/wiring";

    [TestMethod]
    [DataRow("""{"a":{"pin":0}}""", "a.pin: GPIO 0 is the BOOT button")]
    [DataRow("""{"a":{"pin":3}}""", "GPIO 3 is read at reset")]
    [DataRow("""{"b":{"pin":45}}""", "b.pin: GPIO 45 is read at reset")]
    [DataRow("""{"b":{"pin":46}}""", "GPIO 46 is read at reset")]
    [DataRow("""{"a":{"pin":19}}""", "GPIO 19 is the USB socket")]
    [DataRow("""{"a":{"pin":20}}""", "GPIO 20 is the USB socket")]
    [DataRow("""{"microphone":{"sck":43}}""", "microphone.sck: GPIO 43 is the serial console")]
    [DataRow("""{"microphone":{"ws":44}}""", "microphone.ws: GPIO 44 is the serial console")]
    [DataRow("""{"microphone":{"sd":22}}""", "microphone.sd: GPIO 22 does not exist")]
    [DataRow("""{"pulse":{"pin":25}}""", "pulse.pin: GPIO 25 does not exist")]
    [DataRow("""{"a":{"pin":26}}""", "GPIO 26 belongs to the flash: use one of 1, 2, 4-18")]
    [DataRow("""{"a":{"pin":32}}""", "GPIO 32 belongs to the flash")]
    [DataRow("""{"a":{"pin":33}}""", "GPIO 33 belongs to this module's octal PSRAM")]
    [DataRow("""{"pulse":{"pin":37}}""", "GPIO 37 belongs to this module's octal PSRAM")]
    [DataRow("""{"a":{"pin":49}}""", "pin must be a whole number from 0 to 48")]
    [DataRow("""{"a":{"pin":-1}}""", "pin must be a whole number from 0 to 48")]
    [DataRow("""{"a":{"pin":5}}""", "a.pin and b.pin are both GPIO 5")]
    [DataRow("""{"a":{"pin":15}}""", "a.pin and microphone.sck are both GPIO 15")]
    [DataRow("""{"microphone":{"ws":17}}""", "microphone.ws and microphone.sd are both GPIO 17")]
    [DataRow("""{"pulse":{"pin":4}}""", "a.pin and pulse.pin are both GPIO 4")]
    [DataRow("""{"a":{"leds":0}}""", "leds must be a whole number from 1 to 600")]
    [DataRow("""{"a":{"leds":601}}""", "leds must be a whole number from 1 to 600")]
    [DataRow("""{"a":{"leds":589}}""", "both strips together have 769, at most 768 are allowed")]
    [DataRow("""{"a":{"on":false},"b":{"on":false}}""", "at least one strip must be on")]
    [DataRow("""{"a":{"skip":10}}""", "skip must be a whole number from 0 to 9")]
    [DataRow("""{"a":{"order":"grbw"}}""", "order must be grb, rgb, brg, rbg, gbr or bgr")]
    [DataRow("""{"b":{"chip":"apa102"}}""", "chip must be ws2812b, ws2811 or sk6812")]
    [DataRow("""{"microphone":{"kind":"pcm1808"}}""", "a PCM1808 needs one")]
    [DataRow("""{"c":{"pin":6}}""", "unknown field: use a, b, microphone or pulse")]
    [DataRow("""{"a":{"gpio":6}}""", "unknown control: use pin, leds, order, skip, chip, on")]
    [DataRow("""{"a":{"pin":"6"}}""", "pin must be a whole number from 0 to 48")]
    [DataRow("""{"a":6}""", "must be an object of controls")]
    [DataRow("""{}""", "no control given")]
    [DataRow("""{"a":{"pin":6}""", "")]
    [DataRow("""[1]""", "")]
    [DataRow("""{"b":{"pin":6},"a":{"leds":100,"pin":27}}""", "GPIO 27 belongs to the flash")]
    public void What_cannot_be_is_refused_with_its_reason_and_nothing_changes(string body, string reason)
    {
        using WiredDevice device = Started();
        string before = device.Get(Url).Text;
        int written = NanoFirmware.Drive.FlashWrites.Count;
        WiredDevice.Answer answer = device.Post(Url, body);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, reason);
        Assert.AreEqual(before, device.Get(Url).Text, "something changed");
        Assert.AreEqual(written, NanoFirmware.Drive.FlashWrites.Count, "something was written");
    }

    [TestMethod]
    public void The_pins_of_octal_memory_are_free_on_other_boards()
    {
        using var device = new WiredDevice(Begun, prepare: board => board.TargetName = "ESP32_S3_QUAD");
        Assert.AreEqual(200, device.Post(Url, """{"a":{"pin":33}}""").Status);
    }

    [TestMethod]
    public void A_wiring_is_kept_at_once_and_comes_into_force_at_the_next_start()
    {
        using var drive = new TemporaryFolder();
        using (var device = new WiredDevice(Begun, drive.Name))
        {
            JsonElement kept = device.Post(
                Url, """{"a":{"leds":300,"pin":6,"order":"RGB"},"microphone":{"kind":"off"},"pulse":{"pin":7}}""").Json;
            Assert.IsTrue(kept.GetProperty("restart").GetBoolean(), "a restart is asked for");
            Assert.AreEqual(300, kept.GetProperty("a").GetProperty("leds").GetInt32());
            Assert.AreEqual("rgb", kept.GetProperty("a").GetProperty("order").GetString());
            Assert.AreEqual(180, kept.GetProperty("running").GetProperty("a").GetProperty("leds").GetInt32());
            Assert.AreEqual(180, device.Device.ChannelA.Output.Strip.Leds, "nothing changes before");
            device.Frame();
        }

        using var next = new WiredDevice(Begun, drive.Name);
        JsonElement now = next.Get(Url).Json;
        Assert.IsFalse(now.GetProperty("restart").GetBoolean(), "it is in force");
        Assert.AreEqual("", now.GetProperty("problem").GetString());
        Assert.AreEqual(now.GetProperty("a").GetRawText(), now.GetProperty("running").GetProperty("a").GetRawText());
        Assert.IsFalse(next.Device.Audio.Wiring.IsOn, "there is no microphone");
        next.Frame();
        Assert.HasCount(900, next.LightA);
        StringAssert.Contains(next.Get("/api/status").Text, "off: the wiring has no microphone");
    }

    [TestMethod]
    public void The_answer_says_what_a_wiring_costs()
    {
        using WiredDevice device = Started();
        Assert.AreEqual("[]", device.Get(Url).Json.GetProperty("notes").GetRawText());
        string notes = device.Post(Url, """{"a":{"leds":600},"b":{"leds":100},"microphone":{"kind":"off"},"pulse":{"pin":7}}""")
            .Json.GetProperty("notes").GetRawText();
        StringAssert.Contains(notes, "a: more than 384 LEDs get 30 frames a second");
        StringAssert.Contains(notes, "microphone: there is none");
        StringAssert.Contains(notes, "pulse: strip b gives up one");
    }

    [TestMethod]
    public void A_wiring_that_a_layout_does_not_fit_says_so_before_the_restart_that_makes_it_a_line()
    {
        using var drive = new TemporaryFolder();
        using (var device = new WiredDevice(Begun, drive.Name))
        {
            device.Post("/api/channel/a/layout", """{"kind":"grid","width":18,"height":10}""");
            Assert.AreEqual("[]", device.Post(Url, """{"a":{"leds":200}}""").Json.GetProperty("notes").GetRawText());
            Assert.AreEqual(
                """["a: its layout does not fit and becomes a line: width times height must be at most 100, the LEDs of the strip"]""",
                device.Post(Url, """{"a":{"leds":100}}""").Json.GetProperty("notes").GetRawText());
            Assert.AreEqual("grid", KindOf(device), "until then it stays");
        }

        using var next = new WiredDevice(Begun, drive.Name);
        next.Device.Restore();
        Assert.AreEqual("line", KindOf(next));
        Assert.AreEqual("[]", next.Get(Url).Json.GetProperty("notes").GetRawText());
    }

    [TestMethod]
    public void More_leds_than_the_heap_has_room_for_are_refused()
    {
        using var device = new WiredDevice(Begun, prepare: board => board.Memory.ManagedHeapFree = 20 * 1024);
        device.Supervisor.Heap.Collect();
        WiredDevice.Answer answer = device.Post(Url, """{"a":{"leds":384},"b":{"leds":384}}""");
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, "768 take more memory than is free, at most 530 together");
        Assert.AreEqual(200, device.Post(Url, """{"a":{"leds":265},"b":{"leds":265}}""").Status, "what it says is allowed");
    }

    [TestMethod]
    public void A_drive_that_takes_nothing_changes_nothing()
    {
        using WiredDevice device = Started();
        string before = device.Get(Url).Text;
        device.Flash.ReadOnly = true;
        WiredDevice.Answer answer = device.Post(Url, """{"a":{"leds":100}}""");
        Assert.AreEqual(500, answer.Status, answer.Text);
        Assert.AreEqual(before, device.Get(Url).Text);
    }

    [TestMethod]
    public void It_has_no_parts_and_no_other_methods()
    {
        using WiredDevice device = Started();
        Assert.AreEqual(404, device.Get("/api/wiring/a").Status);
        WiredDevice.Answer answer = device.Ask("DELETE", Url, null);
        Assert.AreEqual(405, answer.Status);
        Assert.AreEqual("GET, POST, PUT", answer.Allow);
    }

    [TestMethod]
    public void A_backup_brings_the_wiring_back()
    {
        using WiredDevice first = Started();
        using WiredDevice second = Started();
        first.Post(Url, """{"a":{"pin":6,"leds":77},"b":{"on":false}}""");
        string backup = first.Get("/api/backup").Text;
        WiredDevice.Answer answer = second.Post("/api/backup", backup);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.IsTrue(answer.Json.GetProperty("needsRestart").GetBoolean(), "only a restart brings it into force");
        Assert.AreEqual(
            first.Get(Url).Json.GetProperty("a").GetRawText(), second.Get(Url).Json.GetProperty("a").GetRawText());
        Assert.AreEqual(
            400, second.Post("/api/backup", backup.Replace("\"leds\":77", "\"leds\":777", StringComparison.Ordinal)).Status);
        string clash = backup.Replace("\"sck\":15", "\"sck\":6", StringComparison.Ordinal);
        StringAssert.Contains(second.Post("/api/backup", clash).Error, "a.pin and microphone.sck are both GPIO 6");
    }

    [TestMethod]
    public void A_backup_brings_back_a_grid_that_needs_its_wiring_at_the_next_start()
    {
        string backup = BackupOfGrid();
        using var drive = new TemporaryFolder();
        using (var fresh = new WiredDevice(Begun, drive.Name))
        {
            WiredDevice.Answer answer = fresh.Post("/api/backup", backup);
            Assert.AreEqual(200, answer.Status, answer.Text);
            Assert.IsTrue(answer.Json.GetProperty("needsRestart").GetBoolean(), "its wiring first");
            Assert.AreEqual(300, fresh.Get(Url).Json.GetProperty("b").GetProperty("leds").GetInt32());
            Assert.AreEqual("line", KindOf(fresh), "its strips have too few LEDs yet");
            fresh.Frame();
        }

        using (var started = new WiredDevice(Begun, drive.Name))
        {
            started.Device.Restore();
            Assert.AreEqual("grid", KindOf(started));
            Assert.AreEqual("spiral", started.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString());
            StringAssert.Contains(started.Get("/api/presets").Text, "\"name\":\"evening\"");
            Assert.IsFalse(started.Get(Url).Json.GetProperty("restart").GetBoolean(), "everything is in force");
            Assert.AreEqual(backup, started.Get("/api/backup").Text);
            Assert.AreEqual(200, started.Post(Url, """{"a":{"pin":6}}""").Status);
        }

        using var later = new WiredDevice(Begun, drive.Name);
        later.Device.Restore();
        Assert.AreEqual(6, later.Wiring.A.Pin, "it is brought back once");
    }

    [TestMethod]
    public void What_is_soldered_otherwise_before_the_start_that_brings_a_backup_back_stays()
    {
        string backup = BackupOfGrid();
        using var drive = new TemporaryFolder();
        using (var fresh = new WiredDevice(Begun, drive.Name))
        {
            fresh.Post("/api/backup", backup);
            Assert.AreEqual(200, fresh.Post(Url, """{"a":{"pin":6}}""").Status);
        }

        using var started = new WiredDevice(Begun, drive.Name);
        started.Device.Restore();
        Assert.AreEqual("grid", KindOf(started));
        Assert.AreEqual(6, started.Get(Url).Json.GetProperty("a").GetProperty("pin").GetInt32());
    }

    [TestMethod]
    public void The_power_may_go_at_any_byte_of_keeping_a_backup_that_needs_its_wiring()
    {
        string backup = BackupOfGrid();
        int news = 0;
        long cut = 0;
        for (bool isCut = true; isCut; cut += 97)
        {
            using var drive = new TemporaryFolder();
            using (var fresh = new WiredDevice(Begun, drive.Name))
            {
                fresh.Flash.CutPowerAfter(cut);
                isCut = fresh.Post("/api/backup", backup).Status == 500;
            }

            using (var first = new WiredDevice(Begun, drive.Name))
            {
                first.Device.Restore();
            }

            using var second = new WiredDevice(Begun, drive.Name);
            second.Device.Restore();
            bool isNew = second.Wiring.A.Leds == 300;
            Assert.AreEqual(isNew ? "grid" : "line", KindOf(second), $"cut after {cut} bytes");
            news += isNew && isCut ? 1 : 0;
        }

        Assert.IsTrue(cut > 2 * backup.Length && news > 10, $"{news} were brought back, the last cut came after {cut} bytes");
    }

    [TestMethod]
    public void A_backup_whose_grid_needs_more_than_its_own_wiring_is_refused()
    {
        string unfit = BackupOfGrid().Replace("\"leds\":300", "\"leds\":299", StringComparison.Ordinal);
        using WiredDevice device = Started();
        string before = device.Get("/api/backup").Text;
        WiredDevice.Answer answer = device.Post("/api/backup", unfit);
        Assert.AreEqual(400, answer.Status, answer.Text);
        Assert.AreEqual("in a: width times height must be at most 598, the LEDs of both strips", answer.Error);
        Assert.AreEqual(before, device.Get("/api/backup").Text);
    }

    [TestMethod]
    public void A_backup_whose_wiring_does_not_come_up_is_set_aside()
    {
        string backup = BackupOfGrid();
        using var drive = new TemporaryFolder();
        using (var fresh = new WiredDevice(Begun, drive.Name))
        {
            fresh.Post("/api/backup", backup);
        }

        using (var refused = new WiredDevice(Begun, drive.Name, board => board.Rmt[4].RefuseOpens = 1))
        {
            refused.Device.Restore();
            Assert.AreEqual(180, refused.Wiring.A.Leds);
            Assert.AreEqual("line", KindOf(refused));
            StringAssert.Contains(refused.Get("/api/status").Text, "was set aside: in a: width times height");
        }

        using var next = new WiredDevice(Begun, drive.Name);
        next.Device.Restore();
        Assert.AreEqual(180, next.Wiring.A.Leds, "and is not tried again");
        Assert.AreEqual("line", KindOf(next));
    }

    [TestMethod]
    public void A_factory_reset_wires_the_device_as_a_new_one_from_the_next_start_on()
    {
        using var drive = new TemporaryFolder();
        using (var device = new WiredDevice(Begun, drive.Name))
        {
            device.Post(Url, """{"a":{"pin":6,"leds":77}}""");
            Assert.AreEqual(200, device.Post("/api/reset", """{"confirm":true}""").Status);
            Assert.AreEqual(180, device.Get(Url).Json.GetProperty("a").GetProperty("leds").GetInt32());
        }

        using var next = new WiredDevice(Begun, drive.Name);
        Assert.AreEqual(180, next.Wiring.A.Leds);
    }

    [TestMethod]
    public void The_self_test_names_the_pins_of_the_wiring()
    {
        using var drive = new TemporaryFolder();
        using (var device = new WiredDevice(Begun, drive.Name))
        {
            device.Post(Url, """{"a":{"pin":6},"microphone":{"sck":9,"ws":10,"sd":11}}""");
        }

        using var next = new WiredDevice(Begun, drive.Name);
        StringAssert.Contains(next.Get("/api/selftest").Text, "GPIO 9, 10 and 11 (microphone)");
    }

    private static string BackupOfGrid()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = device.Post(
            "/api/channel/a/layout", """{"kind":"grid","width":25,"height":24,"serpentine":true,"span":true}""");
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"pattern":"spiral","brightness":90}""").Status);
        Assert.AreEqual(200, device.Post("/api/presets/1", """{"name":"evening"}""").Status);
        return device.Get("/api/backup").Text;
    }

    private static string KindOf(WiredDevice device) =>
        device.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString()!;

    private static WiredDevice Started() => new(Begun);

    private static WiringStore Begun()
    {
        var store = new WiringStore();
        store.Begin();
        return store;
    }
}
