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
public sealed partial class WiringStartTests
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
