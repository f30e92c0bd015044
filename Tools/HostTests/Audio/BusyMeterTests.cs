using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>How much of the chip ears and light take is told from the times at which they began and ended.</summary>
[TestClass]
public sealed class BusyMeterTests
{
    private const int FrameUs = 16667;

    [TestMethod]
    [DataRow(0)]
    [DataRow(40)]
    [DataRow(100)]
    public void The_share_is_what_was_worked_of_the_last_full_second(int percent)
    {
        var busy = new BusyMeter();
        Play(busy, fromUs: 5_000_000, frames: 61, 90);
        Play(busy, fromUs: 5_000_000 + (61L * FrameUs), frames: 61, percent);

        Assert.AreEqual(percent, busy.Percent, 2, "percent of the second second");
    }

    [TestMethod]
    public void Before_the_first_second_is_over_nothing_is_told()
    {
        var busy = new BusyMeter();
        Play(busy, fromUs: 5_000_000, frames: 30, 90);

        Assert.AreEqual(0, busy.Percent, "percent after half a second");
    }

    [TestMethod]
    public void A_second_that_lasted_an_hour_is_no_longer_share()
    {
        var busy = new BusyMeter();
        busy.Worked(1_000_000, 1_010_000);
        busy.Worked(3_601_000_000, 3_601_010_000);

        Assert.AreEqual(0, busy.Percent, "20 ms of an hour");
    }

    private static void Play(BusyMeter busy, long fromUs, int frames, int percent)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            long atUs = fromUs + (frame * (long)FrameUs);
            busy.Worked(atUs, atUs + (FrameUs * percent / 100));
        }
    }
}
