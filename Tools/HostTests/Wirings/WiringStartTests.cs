using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Storage;
using NanoHost;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Wirings;

/// <summary>The device starts with whatever is on its drive, and lights its strips.</summary>
[TestClass]
public sealed class WiringStartTests
{
    private const int ProofMs = 10000;

    private static readonly ChipTimings[] Chips = [ChipTimings.Ws2812B, ChipTimings.Ws2811, ChipTimings.Sk6812];

    [TestMethod]
    public void Two_hundred_wirings_start_and_send_whole_frames_in_their_chips_timing()
    {
        var random = new Random(20261127);
        for (int i = 0; i < 200; i++)
        {
            using var drive = new TemporaryFolder();
            Wiring wanted = Random(random);
            using (var before = new WiredDevice(Begun, drive.Name))
            {
                before.Device.Wirings.Keep(wanted);
            }

            using var device = new WiredDevice(Begun, drive.Name, board => Solder(board, wanted));
            Assert.IsTrue(device.Wiring.IsSame(wanted), $"wiring {i} is in force");
            Assert.IsNull(device.Device.Wirings.Problem, $"wiring {i}");
            device.Post(
                "/api/state",
                """{"a":{"pattern":"solid","brightness":255,"fade":0},"b":{"pattern":"solid","brightness":255,"fade":0}}""");
            device.Settle();
            foreach (StripWiring strip in new[] { wanted.A, wanted.B }.Where(strip => strip.IsOn))
            {
                AssertShows(device, strip, $"wiring {i}, GPIO {strip.Pin}");
            }
        }
    }

    [TestMethod]
    public void A_wiring_that_has_been_up_for_ten_seconds_is_good()
    {
        using var drive = new TemporaryFolder();
        Set(drive, """{"a":{"pin":6}}""");
        using (WiredDevice first = Start(drive))
        {
            Assert.IsTrue(first.Device.Wirings.IsTrial, "on trial");
            first.Device.Wirings.Look(ProofMs - 1);
            Assert.IsTrue(first.Device.Wirings.IsTrial, "still on trial");
            first.Device.Wirings.Look(ProofMs);
            Assert.IsFalse(first.Device.Wirings.IsTrial, "good");
        }

        int written = NanoFirmware.Drive.FlashWrites.Count;
        for (int start = 0; start < 5; start++)
        {
            using WiredDevice next = Start(drive);
            Assert.AreEqual(6, next.Wiring.A.Pin, $"start {start}");
        }

        Assert.AreEqual(written, NanoFirmware.Drive.FlashWrites.Count, "a good wiring is only read");
    }

    [TestMethod]
    public void After_two_starts_that_ended_early_the_last_good_wiring_is_in_force_and_the_status_says_so()
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6,"leds":50}}""");
        Set(drive, """{"a":{"pin":7,"leds":60}}""");
        for (int start = 0; start < 2; start++)
        {
            using WiredDevice tried = Start(drive);
            Assert.AreEqual(7, tried.Wiring.A.Pin, $"try {start}");
        }

        using (WiredDevice third = Start(drive))
        {
            Assert.AreEqual((6, 50), (third.Wiring.A.Pin, third.Wiring.A.Leds), "the last good one");
            AssertSaysProblem(third, "the wiring that was set did not come up, the last good one is in force: two starts ended");
            Assert.IsFalse(third.Get("/api/wiring").Json.GetProperty("restart").GetBoolean(), "nothing else is wanted any more");
        }

        using WiredDevice fourth = Start(drive);
        Assert.AreEqual(6, fourth.Wiring.A.Pin, "it stays");
        StringAssert.Contains(fourth.Get("/api/wiring").Text, "did not come up", "and is remembered until another one is set");
        fourth.Post("/api/wiring", """{"a":{"leds":51}}""");
        Assert.AreEqual("", fourth.Get("/api/wiring").Json.GetProperty("problem").GetString());
    }

    [TestMethod]
    public void A_transmitter_that_is_refused_falls_back_within_the_same_start()
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6,"leds":50}}""");
        Set(drive, """{"a":{"pin":7,"leds":60}}""");
        using var device = new WiredDevice(Begun, drive.Name, board => board.Rmt[7].RefuseOpens = int.MaxValue);
        Assert.AreEqual(6, device.Wiring.A.Pin);
        AssertSaysProblem(device, "opening a transmitter on GPIO 7 failed");
        device.Frame();
        Assert.HasCount(150, device.LightA);
    }

    [TestMethod]
    public void A_good_wiring_whose_transmitter_is_refused_once_is_kept()
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6,"leds":50}}""");
        using var device = new WiredDevice(Begun, drive.Name, board => board.Rmt[6].RefuseOpens = 1);
        Assert.AreEqual(6, device.Wiring.A.Pin);
        Assert.IsNull(device.Device.Wirings.Problem);
    }

    [TestMethod]
    public void A_wiring_that_resets_the_board_is_tried_twice_and_no_more()
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6}}""");
        Set(drive, """{"a":{"pin":7}}""");
        for (int start = 0; start < 2; start++)
        {
            StringAssert.Contains(ResetOf(drive, 7), "GPIO 7", $"start {start}");
        }

        using WiredDevice third = Start(drive);
        Assert.AreEqual(6, third.Wiring.A.Pin);
        AssertSaysProblem(third, "two starts ended");
    }

    [TestMethod]
    public void A_wiring_for_another_module_is_not_even_tried()
    {
        using var drive = new TemporaryFolder();
        Set(drive, """{"a":{"pin":33}}""", board => board.TargetName = "ESP32_S3_QUAD");
        using WiredDevice octal = Start(drive);
        Assert.AreEqual(4, octal.Wiring.A.Pin);
        AssertSaysProblem(octal, "GPIO 33 belongs to this module's octal PSRAM");
    }

    [TestMethod]
    public void What_cannot_be_made_for_want_of_memory_starts_the_device_again_with_the_last_good_wiring()
    {
        using var drive = new TemporaryFolder();
        Set(drive, """{"a":{"leds":300}}""");
        using (SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), drive.Name)))
        {
            bool restarted = false;
            board.Rebooted += _ =>
            {
                restarted = true;
                throw new OperationCanceledException();
            };
            WiringStore store = Begun();
            Assert.ThrowsExactly<OperationCanceledException>(() => WiringTrial.StartAgain(store, "no memory"));
            Assert.IsTrue(restarted, "the device starts again");
        }

        using WiredDevice next = Start(drive);
        Assert.AreEqual(180, next.Wiring.A.Leds);
        StringAssert.Contains(next.Get("/api/wiring").Text, "in force: no memory");
    }

    [TestMethod]
    public void Whatever_byte_is_damaged_the_device_starts()
    {
        using var good = new TemporaryFolder();
        Prove(good, """{"a":{"pin":6,"leds":50}}""");
        string[] files = [.. Directory.GetFiles(good.Name, "wiring.?")];
        Assert.HasCount(2, files, "two generations");
        int bytes = (int)new FileInfo(files[0]).Length;
        for (int at = 0; at < bytes; at++)
        {
            using var drive = new TemporaryFolder();
            foreach (string file in files)
            {
                byte[] content = File.ReadAllBytes(file);
                content[Math.Min(at, content.Length - 1)] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(drive[Path.GetFileName(file)], content);
            }

            using WiredDevice device = Start(drive);
            Assert.AreEqual(4, device.Wiring.A.Pin, $"byte {at}: a new device's");
            StringAssert.Contains(device.Get("/api/status").Text, "a damaged file of the wiring was set aside", $"byte {at}");
        }
    }

    [TestMethod]
    public void A_damaged_generation_leaves_the_other_one()
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6,"leds":50}}""");
        foreach (string generation in new[] { "wiring.0", "wiring.1" })
        {
            byte[] whole = File.ReadAllBytes(drive[generation]);
            File.WriteAllBytes(drive[generation], whole[..^5]);
            using (WiredDevice device = Start(drive))
            {
                Assert.AreEqual(6, device.Wiring.A.Pin, generation);
            }

            File.WriteAllBytes(drive[generation], whole);
        }
    }

    [TestMethod]
    [DataRow("""{"a":{"pin":99}}""", "pin must be")]
    [DataRow("""{"a":{"pin":26}}""", "belongs to the flash")]
    [DataRow("""{"a":{"pin":5}}""", "are both GPIO 5")]
    [DataRow("""{"a":{"leds":600},"b":{"leds":600}}""", "at most 768")]
    [DataRow("""{"a":{"order":7}}""", "order must be")]
    [DataRow("""nonsense""", "")]
    [DataRow("", "")]
    public void Wrong_values_behind_a_right_checksum_leave_the_last_good_wiring(string document, string reason)
    {
        using var drive = new TemporaryFolder();
        Write(drive, document, """{"a":{"pin":6,"leds":50}}""");
        using WiredDevice device = Start(drive);
        Assert.AreEqual((6, 50), (device.Wiring.A.Pin, device.Wiring.A.Leds));
        AssertSaysProblem(device, reason);
    }

    [TestMethod]
    public void Two_wrong_wirings_leave_a_new_devices_and_names_of_another_version_are_passed_over()
    {
        using var drive = new TemporaryFolder();
        Write(drive, """{"a":{"pin":26}}""", """{"a":{"pin":27}}""");
        using (WiredDevice device = Start(drive))
        {
            Assert.IsTrue(device.Wiring.IsSame(new Wiring()), "a new device's");
        }

        using var newer = new TemporaryFolder();
        Write(newer, """{"a":{"pin":6,"bright":true},"c":{"pin":1}}""", """{"a":{"pin":6}}""");
        using WiredDevice older = Start(newer);
        Assert.AreEqual(6, older.Wiring.A.Pin);
    }

    [TestMethod]
    public void A_drive_that_takes_nothing_does_not_try_a_wiring_for_ever()
    {
        using var drive = new TemporaryFolder();
        Set(drive, """{"a":{"pin":7}}""");
        using var device = new WiredDevice(Begun, drive.Name, board => board.Storage.Faults.ReadOnly = true);
        Assert.AreEqual(4, device.Wiring.A.Pin, "a trial that cannot be noted is none");
        StringAssert.Contains(device.Device.Wirings.Problem, "cannot be noted");
    }

    [TestMethod]
    public void A_deployed_file_is_taken_once()
    {
        using var drive = new TemporaryFolder();
        File.WriteAllBytes(
            drive["wiring.json"],
            [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("""{"a":{"pin":6,"leds":50},"b":{"on":false}}""")]);
        using (WiredDevice device = Start(drive))
        {
            Assert.AreEqual((6, 50, false), (device.Wiring.A.Pin, device.Wiring.A.Leds, device.Wiring.B.IsOn));
            Assert.IsFalse(File.Exists(drive["wiring.json"]), "the file is gone");
        }

        using WiredDevice next = Start(drive);
        Assert.AreEqual(6, next.Wiring.A.Pin, "what it said is kept");
    }

    [TestMethod]
    [DataRow("""{"a":{"pin":26}}""", "a.pin: GPIO 26 belongs to the flash")]
    [DataRow("""{"a":{"pin":6}""", "wiring.json was not taken")]
    [DataRow("", "wiring.json was not taken")]
    public void A_deployed_file_that_is_wrong_is_set_aside_and_changes_nothing(string document, string reason)
    {
        using var drive = new TemporaryFolder();
        Prove(drive, """{"a":{"pin":6}}""");
        File.WriteAllText(drive["wiring.json"], document);
        using WiredDevice device = Start(drive);
        Assert.AreEqual(6, device.Wiring.A.Pin);
        AssertSaysProblem(device, reason);
        Assert.IsTrue(File.Exists(drive["wiring.json.bad"]), "it can be looked at");
        Assert.IsFalse(File.Exists(drive["wiring.json"]), "it is not read again");
    }

    [TestMethod]
    public void A_deployed_file_that_is_too_long_is_not_read()
    {
        using var drive = new TemporaryFolder();
        File.WriteAllText(drive["wiring.json"], """{"a":{"pin":6}}""" + new string(' ', 5000));
        using WiredDevice device = Start(drive);
        AssertSaysProblem(device, "it has more than 1024 bytes");
    }

    [TestMethod]
    public void The_power_may_go_at_any_byte_of_taking_a_file()
    {
        for (long cut = 0; cut < 4000; cut += 37)
        {
            using var drive = new TemporaryFolder();
            Prove(drive, """{"a":{"pin":6}}""");
            File.WriteAllText(drive["wiring.json"], """{"a":{"pin":7}}""");
            using (var board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), drive.Name)))
            {
                board.Storage.Faults.CutPowerAfter(cut);
                Begun();
            }

            using WiredDevice next = Start(drive);
            Assert.AreEqual(7, next.Wiring.A.Pin, $"cut after {cut} bytes");
        }
    }

    // A pin is the same for all: each strip's LEDs, all of them and no others, in one colour.
    private static void AssertShows(WiredDevice device, StripWiring strip, string which)
    {
        byte[] light = device.Light(strip.Pin);
        Assert.HasCount((strip.Skip + strip.Leds) * 3, light, which);
        Assert.IsTrue(light.Take(strip.Skip * 3).All(part => part == 0), $"{which}: a skipped LED is lit");
        Assert.IsTrue(light.Skip(strip.Skip * 3).Chunk(3).All(pixel => pixel.Any(part => part > 0)), $"{which}: an LED is dark");
        RmtLine line = device.Rmt[strip.Pin];
        Assert.AreEqual((0, 0), (line.TimingViolations, line.TornFrames), which);
    }

    private static void AssertSaysProblem(WiredDevice device, string reason)
    {
        StringAssert.Contains(device.Get("/api/wiring").Json.GetProperty("problem").GetString(), reason);
        StringAssert.Contains(device.Get("/api/status").Json.GetProperty("faults").GetRawText(), "wiring");
        device.Supervisor.Look(1000);
        StringAssert.Contains(device.Get("/api/log").Text, "wiring: ");
    }

    private static Wiring Random(Random random)
    {
        int[] pins = [.. Enumerable.Range(0, Pins.Highest + 1).Where(pin => Pins.Problem(pin, true) is null)];
        random.Shuffle(pins);
        var wiring = new Wiring();
        int on = random.Next(4);
        wiring.B.Set(StripWiring.OnIndex, on > 0 ? 1 : 0);
        wiring.A.Set(StripWiring.OnIndex, on != 1 ? 1 : 0);
        wiring.A.Set(StripWiring.LedsIndex, random.Next(1, on == 0 ? 601 : 500));
        int left = Math.Min(Board.MostLeds, Board.MostLedsTogether - wiring.A.Leds);
        wiring.B.Set(StripWiring.LedsIndex, random.Next(1, (on == 1 ? Board.MostLeds : left) + 1));
        StripWiring[] strips = [wiring.A, wiring.B];
        for (int i = 0; i < strips.Length; i++)
        {
            strips[i].Set(StripWiring.PinIndex, pins[i]);
            strips[i].Set(StripWiring.OrderIndex, random.Next(6));
            strips[i].Set(StripWiring.SkipIndex, random.Next(10));
            strips[i].Set(StripWiring.ChipIndex, random.Next(3));
        }

        wiring.Microphone.Set(MicrophoneWiring.KindIndex, random.Next(4));
        for (int i = MicrophoneWiring.ClockIndex; i <= MicrophoneWiring.DataIndex; i++)
        {
            wiring.Microphone.Set(i, pins[i + 2]);
        }

        wiring.Pulse.Set(PulseWiring.PinIndex, random.Next(2) == 0 ? PulseWiring.None : pins[9]);
        Assert.IsNull(wiring.Problem(true));
        return wiring;
    }

    private static void Solder(SimulatedBoard board, Wiring wiring)
    {
        foreach (StripWiring strip in new[] { wiring.A, wiring.B })
        {
            board.Rmt[strip.Pin].Chip = Chips[strip.Values[StripWiring.ChipIndex]];
        }
    }

    // What a file of the firmware holds, written by its own rules with other documents.
    private static void Write(TemporaryFolder drive, string wanted, string good)
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock(), drive.Name));
        var file = new SafeFile("I:\\wiring", 1536);
        byte[] head = [1, 0, (byte)(wanted.Length >> 8), (byte)wanted.Length, (byte)(good.Length >> 8), (byte)good.Length];
        byte[] content = [.. head, .. Encoding.UTF8.GetBytes(wanted + good)];
        content.CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Keep(content.Length);
    }

    // Why the board reset while its firmware made the strips; on a thread of its own, which never goes on.
    private static string ResetOf(TemporaryFolder drive, int shortedPin)
    {
        using var board = new SimulatedBoard(new ManualClock(), drive.Name);
        using var isReset = new ManualResetEventSlim();
        string reason = "";
        board.ShortedPins.Add(shortedPin);
        board.Rebooted += why =>
        {
            reason = why;
            isReset.Set();
        };
        new Thread(() => board.Run(() => WiringTrial.MakeStrips(Begun()))) { IsBackground = true }.Start();
        Assert.IsTrue(isReset.Wait(TimeSpan.FromSeconds(20)), "the board resets");
        return reason;
    }

    private static void Set(TemporaryFolder drive, string body, Action<SimulatedBoard>? prepare = null)
    {
        using var device = new WiredDevice(Begun, drive.Name, prepare);
        WiredDevice.Answer answer = device.Post("/api/wiring", body);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private static void Prove(TemporaryFolder drive, string body)
    {
        Set(drive, body);
        using WiredDevice device = Start(drive);
        device.Device.Wirings.Look(ProofMs);
        Assert.IsFalse(device.Device.Wirings.IsTrial, "proved");
    }

    private static WiredDevice Start(TemporaryFolder drive) => new(Begun, drive.Name);

    private static WiringStore Begun()
    {
        var store = new WiringStore();
        store.Begin();
        return store;
    }
}
