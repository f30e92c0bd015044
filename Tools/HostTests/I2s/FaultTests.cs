using System.Device.I2s;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.I2s;

namespace NanoFirmware.HostTests.I2s;

[TestClass]
public class FaultTests
{
    private readonly byte[] _hop = new byte[Mic.HopBytes];

    [TestMethod]
    public void A_dead_line_reads_zeros_and_keeps_the_time()
    {
        using Mic mic = new();
        mic.I2s.LineFault = I2sLineFault.Dead;
        Mic.Open().Read(_hop);
        Assert.IsTrue(_hop.All(value => value == 0), "a dead line reads something else than zeros");
        Assert.AreEqual(Mic.DueUs(0), mic.Clock.NowUs);
    }

    [TestMethod]
    public void A_stuck_line_reads_ones()
    {
        using Mic mic = new();
        mic.I2s.LineFault = I2sLineFault.Stuck;
        Mic.Open().Read(_hop);
        Assert.IsTrue(_hop.All(value => value == 255), "a stuck line reads something else than ones");
    }

    [TestMethod]
    public void Without_a_microphone_both_slots_carry_the_same_noise()
    {
        using Mic mic = new();
        mic.I2s.LineFault = I2sLineFault.Absent;
        Mic.Open().Read(_hop);
        short[] left = Enumerable.Range(0, 256).Select(i => Mic.Left(_hop, i)).ToArray();
        CollectionAssert.AreEqual(left, Enumerable.Range(0, 256).Select(i => Mic.Right(_hop, i)).ToArray());
        Assert.IsTrue(
            left.Distinct().Count() > 10 && left.All(value => Math.Abs(value) <= 32), "the left slot holds no quiet noise");
    }

    [TestMethod]
    public void A_microphone_can_be_plugged_in_later()
    {
        using Mic mic = new();
        mic.I2s.PluggedInFromUs = 5000 + 10_000;
        Mic.Open().Read(_hop);
        int first = 10_000 * Mic.RateHz / 1_000_000;
        Assert.AreEqual(Mic.Left(_hop, first - 1), Mic.Right(_hop, first - 1));
        for (int i = first + 1; i < 256; i++)
        {
            Assert.AreEqual(i, Mic.Left(_hop, i));
            Assert.AreEqual(0, Mic.Right(_hop, i));
        }
    }

    [TestMethod]
    public void Slots_can_swap_while_it_runs()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        device.Read(_hop);
        mic.I2s.Slot = I2sSlot.Right;
        device.Read(_hop);
        device.Read(_hop);
        Assert.AreEqual(600, Mic.Right(_hop, 600 - 512));
    }

    [TestMethod]
    public void A_bus_at_half_its_rate_takes_twice_as_long()
    {
        using Mic mic = new();
        mic.I2s.HalfRate = true;
        Mic.Open().Read(_hop);
        Assert.AreEqual(Mic.DueUs(1), mic.Clock.NowUs);
    }

    [TestMethod]
    public void A_clock_too_slow_for_the_microphone_puts_it_to_sleep()
    {
        using Mic mic = new();
        I2sConnectionSettings settings = Mic.Settings();
        settings.SampleRate = 7000;
        I2sDevice.Create(settings).Read(_hop);
        Assert.IsTrue(_hop.All(value => value == 0), "a microphone that sleeps is heard");
    }

    [TestMethod]
    public void Openings_and_reads_can_fail_as_often_as_was_asked()
    {
        using Mic mic = new();
        mic.I2s.RefuseOpens = 1;
        mic.I2s.FailReads = 1;
        Assert.ThrowsExactly<InvalidOperationException>(() => Mic.Open());
        I2sDevice device = Mic.Open();
        Assert.ThrowsExactly<InvalidOperationException>(() => device.Read(_hop));
        device.Read(_hop);
        Assert.AreEqual(255, Mic.Left(_hop, 255));
    }
}
