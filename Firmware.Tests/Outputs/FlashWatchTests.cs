using NanoFirmware.Outputs;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Outputs;

[TestClass]
public class FlashWatchTests
{
    private static readonly int[] Leds = { 180, 180 };

    private const int FrameUs = 16667;

    [TestMethod]
    public void The_fourth_flash_within_a_second_is_held_down()
    {
        var watch = new FlashWatch();
        int flashes = 0;
        long now = 0;
        for (int flash = 0; flash < 4; flash++)
        {
            int light = Lowered(watch, FlashWatch.Full, now);
            flashes += light == FlashWatch.Full ? 1 : 0;
            watch.Show(light, now);
            watch.Show(0, now + FrameUs);
            now += 200000;
        }

        Assert.AreEqual(3, flashes);
    }

    [TestMethod]
    public void Three_flashes_a_second_are_let_through_for_ever()
    {
        var watch = new FlashWatch();
        for (long now = 0; now < 20000000; now += 350000)
        {
            Assert.AreEqual(FlashWatch.Full, watch.Ceiling(now));
            watch.Show(FlashWatch.Full, now);
            watch.Show(0, now + 100000);
        }
    }

    [TestMethod]
    public void A_slow_rise_counts_from_when_it_is_complete()
    {
        const int RiseUs = 300000;
        const int FlashUs = 320000;
        const int WindowUs = 1020000;
        var watch = new FlashWatch();
        for (int flash = 0; flash < 3; flash++)
        {
            for (int us = 0; us <= RiseUs; us += 20000)
            {
                watch.Show(1000 + (us / 100), (flash * FlashUs) + us);
            }

            watch.Show(0, (flash * FlashUs) + RiseUs + 10000);
        }

        Assert.IsTrue(watch.Ceiling(WindowUs + RiseUs - FrameUs) < FlashWatch.Full, "the rise counts before it is complete");
        Assert.AreEqual(FlashWatch.Full, watch.Ceiling(WindowUs + RiseUs));
    }

    [TestMethod]
    public void Small_changes_are_no_flashes()
    {
        var watch = new FlashWatch();
        for (long now = 0; now < 5000000; now += FrameUs)
        {
            watch.Show(now % (2 * FrameUs) == 0 ? 5000 : 5500, now);
        }

        Assert.AreEqual(FlashWatch.Full, Lowered(watch, FlashWatch.Full, 5000000));
    }

    [TestMethod]
    public void Among_bright_pictures_there_are_no_flashes()
    {
        var watch = new FlashWatch();
        watch.Show(FlashWatch.Full, 0);
        for (long now = FrameUs; now < 5000000; now += FrameUs)
        {
            Assert.AreEqual(FlashWatch.Full, watch.Ceiling(now));
            watch.Show(now % (2 * FrameUs) == 0 ? 8500 : FlashWatch.Full, now);
        }
    }

    [TestMethod]
    public void A_strip_that_does_not_rise_is_not_touched_by_the_other_ones_flashes()
    {
        var guard = new FlashGuard(Leds);
        for (long now = 0; now < 3000000; now += FrameUs)
        {
            int wanted = now / FrameUs % 4 < 2 ? FlashWatch.Full : 0;
            int ceiling = guard.Ceiling(0, now);
            guard.Show(0, wanted < ceiling ? wanted : ceiling, now);
            Assert.IsTrue(
                guard.Ceiling(1, now) >= 3000 || now == 0,
                "a strip that stays as it is was darkened for the other one's flashes");
            guard.Show(1, 3000, now);
        }
    }

    private static int Lowered(FlashWatch watch, int light, long now)
    {
        int ceiling = watch.Ceiling(now);
        return light < ceiling ? light : ceiling;
    }
}
