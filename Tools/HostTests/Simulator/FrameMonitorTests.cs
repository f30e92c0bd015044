using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class FrameMonitorTests
{
    private const int Leds = 180;

    [TestMethod]
    public void A_frame_turns_from_wire_order_to_red_green_blue()
    {
        byte[] grb = new byte[Leds * 3];
        grb[0] = 1;
        grb[1] = 2;
        grb[2] = 3;

        StripFrame frame = new FrameMonitor(1, Leds).Add(0, grb, torn: false, timingViolations: 0, renderUs: 0, latencyUs: null);

        CollectionAssert.AreEqual(new byte[] { 2, 1, 3, 0, 0, 0 }, frame.Rgb[..6]);
        Assert.AreEqual(1, frame.Channel);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(299)]
    [DataRow(900)]
    public void A_frame_of_another_length_still_makes_180_pixels(int bytes)
    {
        byte[] rgb = StripFrame.ToRgb(Enumerable.Repeat((byte)7, bytes).ToArray(), Leds);

        Assert.HasCount(Leds * 3, rgb);
        Assert.AreEqual(Math.Min(bytes / 3 * 3, Leds * 3), rgb.Count(value => value == 7));
    }

    [TestMethod]
    public void Faults_and_times_add_up()
    {
        var monitor = new FrameMonitor(0, Leds);
        for (int i = 1; i <= 100; i++)
        {
            monitor.Add(
                i * 16_667, new byte[540], torn: i % 50 == 0, timingViolations: i == 1 ? 3 : 0, renderUs: i, latencyUs: 5700 + i);
        }

        ChannelReport figures = monitor.Figures(100 * 16_667);

        Assert.AreEqual(100, figures.Frames);
        Assert.AreEqual(2, figures.TornFrames);
        Assert.AreEqual(3, figures.TimingViolations);
        Assert.AreEqual(50.5, figures.RenderUsMean);
        Assert.AreEqual(99, figures.RenderUsP99);
        Assert.AreEqual(5750.5, figures.HeardToLatchedUsMean);
        Assert.AreEqual(99, monitor.Newest.Number);
    }

    [TestMethod]
    public void A_duration_beyond_the_scale_still_counts_in_the_mean()
    {
        var distribution = new Distribution();
        distribution.Add(10);
        distribution.Add(1_000_000);

        Assert.AreEqual(500_005, distribution.MeanUs);
        Assert.AreEqual(100_000, distribution.PercentileUs(1));
        Assert.AreEqual(10, distribution.PercentileUs(0.5));
    }
}
