using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Sensors;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>Each peak is one pulse, as wide as it was asked for, to the tick.</summary>
[TestClass]
public class PulseTests
{
    // One number in eighty stands out: ten peaks a second.
    private const int PeakEvery = 80;

    [TestMethod]
    [DataRow(1)]
    [DataRow(500)]
    [DataRow(32_767)]
    [DataRow(32_768)]
    [DataRow(60_000)]
    public void A_thousand_peaks_are_a_thousand_pulses_of_exactly_that_width(int widthUs)
    {
        using var bench = new SensorBench();
        bench.Listen(Peaks(1000), $",\"threshold\":500,\"holdMs\":0,\"refractoryMs\":60,\"pulseUs\":{widthUs}");

        bench.Hops(6100);

        Assert.AreEqual(1000, bench.Serial.Peaks);
        Assert.AreEqual(1000, bench.Serial.Pulses);
        Assert.AreEqual(0, bench.Serial.PulsesMissed);
        Assert.AreEqual(1000, bench.Pulses.Count);
        Assert.AreEqual(0, bench.Pulses.Max(pulse => Math.Abs(pulse.WidthNs - (widthUs * 1000L))), "width error in ns");
    }

    [TestMethod]
    [DataRow("\"on\":false", DisplayName = "off")]
    [DataRow("\"pulseUs\":0", DisplayName = "no width")]
    public void There_is_none_while_it_is_disabled(string change)
    {
        using var bench = new SensorBench();
        bench.Listen(Peaks(100), ",\"holdMs\":0,\"pulseUs\":500");
        bench.Hops(120);
        int before = bench.Pulses.Count;
        Assert.AreNotEqual(0, before, "it pulses while it is on");

        bench.Web.Post("/api/sensor/serial", "{" + change + "}");
        bench.Hops(240);

        Assert.AreEqual(before, bench.Pulses.Count);
    }

    [TestMethod]
    public void Without_a_pin_peaks_are_counted_and_nothing_is_sent()
    {
        using var bench = new SensorBench(pulsePin: -1);
        bench.Listen(Peaks(100), ",\"holdMs\":0,\"pulseUs\":500");

        bench.Hops(120);

        Assert.IsTrue(bench.Serial.Peaks > 10, "peaks");
        Assert.AreEqual(0, bench.Serial.Pulses);
        Assert.AreEqual(0, bench.Device.Rmt.Lines.Count(line => line.Pin == SensorBench.PulsePin));
    }

    [TestMethod]
    public void The_pin_is_low_from_the_start_and_takes_a_block_of_strip_B()
    {
        using var bench = new SensorBench();

        Assert.IsTrue(bench.Web.Device.ChannelB.Output.Strip.IsOpen, "strip B has the block that is left");
        Assert.IsTrue(bench.Sensors.Pulse.IsWired, "there is a pin");
        Assert.AreEqual(0, bench.Sensors.Pulse.Faults);
        Assert.AreEqual(0, bench.Pulses.Count);
    }

    [TestMethod]
    [DataRow(29, false, false)]
    [DataRow(45, false, true)]
    [DataRow(75, true, true)]
    public void With_a_pulse_pin_strip_B_bears_30_us_without_a_refill_where_A_bears_60(int stallUs, bool isTornA, bool isTornB)
    {
        using var bench = new SensorBench();
        bench.Web.Device.ChannelA.Output.Strip.WaitUntilFree();
        bench.Web.Device.ChannelB.Output.Strip.WaitUntilFree();
        bench.Web.Device.ChannelA.Output.Strip.Send();
        bench.Web.Device.ChannelB.Output.Strip.Send();

        // Both are to be refilled in a µs: half of A's memory is 48 symbols of 1.25 µs, half of B's 24.
        bench.Clock.Advance(599);
        bench.Device.Rmt.StallRefills(1 + stallUs);
        bench.Clock.Advance(10_000);

        Assert.AreEqual(isTornA ? 1 : 0, bench.Device.Rmt[bench.Web.Wiring.A.Pin].TornFrames, "strip A");
        Assert.AreEqual(isTornB ? 1 : 0, bench.Device.Rmt[bench.Web.Wiring.B.Pin].TornFrames, "strip B");
    }

    [TestMethod]
    public void Two_pulses_that_meet_follow_each_other_and_none_is_lost()
    {
        using var bench = new SensorBench();
        PulseOutput pulse = bench.Sensors.Pulse;
        Assert.IsTrue(pulse.TryStart(20_000, bench.Clock.NowUs), "the pin is free");
        Assert.IsFalse(pulse.TryStart(5, bench.Clock.NowUs), "it is taken");
        bench.Clock.Advance(20_101);
        Assert.IsTrue(pulse.TryStart(5, bench.Clock.NowUs), "it is free again");
        bench.Clock.Advance(1000);

        CollectionAssert.AreEqual(
            new long[] { 20_000_000, 5_000 }, bench.Pulses.Select(one => one.WidthNs).ToArray());
        Assert.IsTrue(bench.Pulses[1].StartNs >= bench.Pulses[0].StartNs + 20_100_000, "low for 0.1 ms between them");
    }

    [TestMethod]
    public void A_channel_that_fails_is_opened_again_and_the_pulse_is_not_lost()
    {
        using var bench = new SensorBench();
        bench.Device.Rmt[SensorBench.PulsePin].FailSends = 1;
        bench.Listen(new SerialFeed(Enumerable.Repeat("900", 1600)), ",\"pulseUs\":40");

        bench.Hops(180);

        Assert.AreEqual(1, bench.Serial.Peaks);
        Assert.AreEqual(1, bench.Sensors.Pulse.Faults);
        Assert.AreEqual(1, bench.Pulses.Count);
    }

    [TestMethod]
    public void Peaks_that_are_found_together_after_a_long_hop_are_a_pulse_each()
    {
        using var bench = new SensorBench();
        bench.Listen(Peaks(30), ",\"holdMs\":0,\"refractoryMs\":50,\"pulseUs\":500");
        bench.Hops(60);
        bench.Clock.Advance(250_000);

        bench.Hops(200);

        Assert.AreEqual(30, bench.Serial.Peaks);
        Assert.AreEqual(0, bench.Serial.PulsesMissed);
        Assert.AreEqual(30, bench.Pulses.Count);
    }

    internal static SerialFeed Peaks(int count) =>
        SerialFeed.Of(i => i % PeakEvery == PeakEvery / 2 ? 900 : 20, count * PeakEvery);
}
