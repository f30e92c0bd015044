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

/// <content>What is stored, damaged or brought as a file.</content>
public sealed partial class WiringStartTests
{
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
}
