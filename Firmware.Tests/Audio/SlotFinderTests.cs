using NanoFirmware.Audio;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Audio;

[TestClass]
public class SlotFinderTests
{
    private const int HopFrames = 256;
    private const int EnoughHops = 40;

    [TestMethod]
    public void The_left_slot_is_found() => AssertFinds(0, false);

    [TestMethod]
    public void The_right_slot_is_found() => AssertFinds(2, false);

    [TestMethod]
    public void A_swapped_byte_order_is_found() => AssertFinds(0, true);

    [TestMethod]
    public void A_swapped_byte_order_on_the_right_is_found() => AssertFinds(2, true);

    [TestMethod]
    public void Without_a_microphone_nothing_is_found()
    {
        var finder = new SlotFinder();
        var silence = new byte[HopFrames * 4];
        for (int hop = 0; hop < EnoughHops; hop++)
        {
            finder.Examine(silence);
        }

        Assert.IsFalse(finder.Found);
    }

    [TestMethod]
    public void A_line_that_stops_moving_for_a_second_is_lost_and_found_again_elsewhere()
    {
        var finder = new SlotFinder();
        Play(finder, 0, false, EnoughHops);
        Assert.IsTrue(finder.Found);

        var dead = new byte[HopFrames * 4];
        for (int hop = 0; hop < 61; hop++)
        {
            finder.Examine(dead);
        }

        Assert.IsFalse(finder.Found);
        Play(finder, 2, false, EnoughHops);
        Assert.IsTrue(finder.Found);
        Assert.AreEqual(2, finder.Offset);
    }

    private static void AssertFinds(int offset, bool swapped)
    {
        var finder = new SlotFinder();
        Play(finder, offset, swapped, EnoughHops);

        Assert.IsTrue(finder.Found);
        Assert.AreEqual(offset, finder.Offset);
        Assert.AreEqual(swapped, finder.Swapped);
    }

    // A quiet triangle of 120 Hz: 128 samples up and down between −1024 and 1024.
    private static void Play(SlotFinder finder, int offset, bool swapped, int hops)
    {
        var bytes = new byte[HopFrames * 4];
        for (int hop = 0; hop < hops; hop++)
        {
            for (int frame = 0; frame < HopFrames; frame++)
            {
                int phase = frame & 127;
                int sample = (phase < 64 ? phase : 128 - phase) * 32 - 1024 + (frame * 7 % 5);
                bytes[(frame * 4) + offset] = (byte)(swapped ? sample >> 8 : sample);
                bytes[(frame * 4) + offset + 1] = (byte)(swapped ? sample : sample >> 8);
            }

            finder.Examine(bytes);
        }
    }
}
