using NanoFirmware.Audio;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Audio;

[TestClass]
public class SlotFinderTests
{
    private const int HopFrames = 256;
    private const int EnoughHops = 40;

    // Kinds of sound: its height and what is in the bits below 16, of 24.
    private const int Quiet = 0;
    private const int QuietWithOffset = 1;
    private const int Loud = 2;
    private const int Noise = 3;
    private const int SixteenBits = 4;
    private const int Kinds = 5;

    // What the line says when the microphone has let go of it: nothing, or its last bit.
    private const int Zero = 0;
    private const int LastBit = 1;

    private static int _seed = 1;

    [TestMethod]
    public void The_left_slot_is_found() => AssertFinds(0, false, Zero);

    [TestMethod]
    public void The_right_slot_is_found() => AssertFinds(4, false, Zero);

    [TestMethod]
    public void A_reversed_byte_order_is_found() => AssertFinds(0, true, Zero);

    [TestMethod]
    public void A_reversed_byte_order_on_the_right_is_found() => AssertFinds(4, true, Zero);

    [TestMethod]
    public void A_line_that_keeps_its_last_bit_misleads_nobody()
    {
        AssertFinds(0, false, LastBit);
        AssertFinds(0, true, LastBit);
        AssertFinds(4, false, LastBit);
        AssertFinds(4, true, LastBit);
    }

    [TestMethod]
    public void Without_a_microphone_nothing_is_found()
    {
        var finder = new SlotFinder();
        var silence = new byte[HopFrames * SlotFinder.BytesPerFrame];
        for (int hop = 0; hop < EnoughHops; hop++)
        {
            finder.Examine(silence);
        }

        Assert.IsFalse(finder.Found, "a slot was found where no microphone is");
    }

    [TestMethod]
    public void A_microphone_that_is_plugged_in_later_is_found_whatever_it_hears()
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            var finder = new SlotFinder();
            var silence = new byte[HopFrames * SlotFinder.BytesPerFrame];
            for (int hop = 0; hop < EnoughHops; hop++)
            {
                finder.Examine(silence);
            }

            Play(finder, kind, 4, true, Zero);

            Assert.IsTrue(finder.Found, "no slot was found, sound " + kind.ToString());
            Assert.AreEqual(4, finder.Offset, "sound " + kind.ToString());
            Assert.IsTrue(finder.Swapped, "sound " + kind.ToString());
        }
    }

    [TestMethod]
    public void A_line_that_stops_moving_for_a_second_is_lost_and_found_again_elsewhere()
    {
        var finder = new SlotFinder();
        Play(finder, Quiet, 0, false, Zero);
        Assert.IsTrue(finder.Found, "the line is not found at first");

        var dead = new byte[HopFrames * SlotFinder.BytesPerFrame];
        for (int hop = 0; hop < 61; hop++)
        {
            finder.Examine(dead);
        }

        Assert.IsFalse(finder.Found, "a line that stands still for a second still counts as found");
        Play(finder, Quiet, 4, false, Zero);
        Assert.IsTrue(finder.Found, "the line is not found again in its new slot");
        Assert.AreEqual(4, finder.Offset);
    }

    private static void AssertFinds(int offset, bool swapped, int released)
    {
        for (int kind = 0; kind < Kinds; kind++)
        {
            var finder = new SlotFinder();
            Play(finder, kind, offset, swapped, released);

            Assert.IsTrue(finder.Found, "no slot was found");
            Assert.AreEqual(offset, finder.Offset, "sound " + kind.ToString());
            Assert.AreEqual(swapped, finder.Swapped, "sound " + kind.ToString());
        }
    }

    private static void Play(SlotFinder finder, int kind, int offset, bool swapped, int released)
    {
        var bytes = new byte[HopFrames * SlotFinder.BytesPerFrame];
        for (int hop = 0; hop < EnoughHops; hop++)
        {
            for (int frame = 0; frame < HopFrames; frame++)
            {
                int sample = Sample(kind, frame);
                int at = frame * SlotFinder.BytesPerFrame;
                byte kept = (byte)(released == LastBit && (sample & 1) != 0 ? 255 : 0);
                for (int i = 0; i < SlotFinder.BytesPerFrame; i++)
                {
                    bytes[at + i] = kept;
                }

                at += offset;
                bytes[at + (swapped ? 0 : 3)] = (byte)(sample >> 16);
                bytes[at + (swapped ? 1 : 2)] = (byte)(sample >> 8);
                bytes[at + (swapped ? 2 : 1)] = (byte)sample;
            }

            finder.Examine(bytes);
        }
    }

    // A triangle of 120 Hz, 64 samples up and 64 down, or noise; the microphone's own of −81 dBFS, ±1000 of 2²³, with it.
    private static int Sample(int kind, int frame)
    {
        int phase = frame & 127;
        int triangle = (phase < 64 ? phase : 128 - phase) - 32;
        _seed = (_seed * 1103515245) + 12345;
        int noise = (_seed >> 8) & 0xFFFF;
        switch (kind)
        {
            case Quiet:
                return (triangle * 64) + (noise % 2000) - 1000;
            case QuietWithOffset:
                return 160000 + (noise % 2000) - 1000;
            case Loud:
                return (triangle * 180000) + (noise % 2000) - 1000;
            case Noise:
                return (noise - 32768) * 128;
            default:
                return (triangle * 32) << 8;
        }
    }
}
