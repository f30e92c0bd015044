using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class FrameRateTests
{
    private const long FrameUs = 16_667;
    private const long SecondUs = 1_000_000;

    [TestMethod]
    public void Steady_frames_read_sixty_overall_at_worst_and_now()
    {
        var rate = new FrameRate();
        long lastUs = Add(rate, 0, 600);

        Assert.AreEqual(60, rate.Mean(lastUs), 0.01);
        Assert.AreEqual(60, rate.Worst(lastUs), 0.01);
        Assert.AreEqual(60, rate.Recent(lastUs), 0.01);
        Assert.AreEqual(600, rate.Frames);
    }

    [TestMethod]
    public void A_second_with_ten_frames_fewer_is_the_worst()
    {
        var rate = new FrameRate();
        long gapUs = Add(rate, 0, 181) + 10 * FrameUs;
        long lastUs = Add(rate, gapUs + FrameUs, 240);

        Assert.AreEqual(50, rate.Worst(lastUs), 1.5);
        Assert.AreEqual(60, rate.Recent(lastUs), 0.01);
    }

    [TestMethod]
    public void A_slow_first_second_does_not_count_as_the_worst()
    {
        var rate = new FrameRate();
        rate.Add(0);
        long lastUs = Add(rate, SecondUs, 300);

        Assert.AreEqual(60, rate.Worst(lastUs), 0.01);
    }

    [TestMethod]
    public void A_strip_that_stops_slows_down_and_ends_at_nought()
    {
        var rate = new FrameRate();
        long lastUs = Add(rate, 0, 300);

        Assert.IsLessThan(31, rate.Mean(2 * lastUs));
        Assert.IsLessThan(1, rate.Worst(lastUs + 1000 * SecondUs));
        Assert.IsLessThan(1, rate.Recent(lastUs + 1000 * SecondUs));
    }

    [TestMethod]
    public void The_pause_of_a_restart_does_not_count()
    {
        var rate = new FrameRate();
        long lastUs = Add(rate, 0, 300);
        rate.Restart();
        Assert.AreEqual(60, rate.Mean(lastUs + 2 * SecondUs), 0.01);
        Assert.AreEqual(60, rate.Worst(lastUs + 2 * SecondUs), 0.01);

        lastUs = Add(rate, lastUs + 3 * SecondUs, 300);

        Assert.AreEqual(60, rate.Mean(lastUs), 0.01);
        Assert.AreEqual(60, rate.Worst(lastUs), 0.01);
        Assert.AreEqual(60, rate.Recent(lastUs), 0.01);
        Assert.AreEqual(600, rate.Frames);
    }

    [TestMethod]
    public void No_frames_are_no_rate()
    {
        var rate = new FrameRate();

        Assert.AreEqual(0, rate.Mean(SecondUs));
        Assert.AreEqual(0, rate.Worst(5 * SecondUs));
        Assert.AreEqual(0, rate.Recent(SecondUs));
    }

    private static long Add(FrameRate rate, long fromUs, int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            rate.Add(fromUs + i * FrameUs);
        }

        return fromUs + (frames - 1) * FrameUs;
    }
}
