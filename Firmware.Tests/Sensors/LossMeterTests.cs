using NanoFirmware.Sensors;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Sensors;

[TestClass]
public class LossMeterTests
{
    private const int HopUs = 16667;

    [TestMethod]
    public void Before_it_knows_how_fast_the_stream_is_nothing_is_missing()
    {
        Assert.AreEqual(0, new LossMeter().MissingLines(0, 500000));
    }

    [TestMethod]
    public void After_a_pause_what_should_have_come_and_did_not_is_missing()
    {
        LossMeter meter = Steady();

        // 45 ms of 4,000 bytes a second are 180, of which 20 are there: 160 bytes are 32 lines of 5.
        Assert.AreEqual(32, meter.MissingLines(20, 45000));
    }

    [TestMethod]
    public void After_a_pause_in_which_all_of_it_waited_nothing_is()
    {
        Assert.AreEqual(0, Steady().MissingLines(176, 45000));
    }

    [TestMethod]
    public void A_sensor_that_fell_silent_has_lost_nothing()
    {
        Assert.AreEqual(0, Steady().MissingLines(0, 500000));
    }

    [TestMethod]
    public void A_hop_that_is_no_pause_misses_nothing_however_little_came()
    {
        Assert.AreEqual(0, Steady().MissingLines(0, HopUs));
    }

    [TestMethod]
    public void A_second_with_a_pause_in_it_does_not_tell_how_fast_the_stream_is()
    {
        LossMeter meter = Steady();
        meter.MissingLines(0, 500000);
        for (int i = 0; i < 61; i++)
        {
            meter.Note(10, 2, HopUs);
        }

        Assert.AreEqual(800, Round(meter.LinesPerSecond));
    }

    private static int Round(int lines) => (lines + 5) / 10 * 10;

    private static LossMeter Steady()
    {
        var meter = new LossMeter();
        for (int i = 0; i < 60; i++)
        {
            // 800 lines of five bytes in 60 hops.
            bool isLong = i % 3 != 0;
            meter.Note(isLong ? 65 : 70, isLong ? 13 : 14, HopUs);
        }

        return meter;
    }
}
