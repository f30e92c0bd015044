using NanoFirmware.Audio;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Audio;

[TestClass]
public class MicrophoneHealthTests
{
    private const int HopFrames = 256;
    private const int Hops = 250;
    private const int HopUs = 16667;
    private const long OutageUs = 7000000;

    private static readonly byte[] Hop = new byte[HopFrames * SlotFinder.BytesPerFrame];
    private static int _seed = 1;

    [TestMethod]
    public void Sound_of_usual_level_is_good() => AssertState(MicrophoneHealth.Good, 4000, 0, HopUs);

    [TestMethod]
    public void A_line_of_zeros_is_dead() => AssertState(MicrophoneHealth.Dead, 0, 0, HopUs);

    [TestMethod]
    public void A_line_that_never_moves_is_stuck() => AssertState(MicrophoneHealth.Stuck, 0, -1, HopUs);

    [TestMethod]
    public void Sound_at_the_rails_is_clipping() => AssertState(MicrophoneHealth.Clipping, 80000, 0, HopUs);

    [TestMethod]
    public void A_large_constant_is_an_offset() => AssertState(MicrophoneHealth.Offset, 4000, 6000, HopUs);

    [TestMethod]
    public void Hops_that_take_twice_as_long_are_half_the_rate() => AssertState(MicrophoneHealth.HalfRate, 4000, 0, 2 * HopUs);

    [TestMethod]
    public void Sound_in_the_other_slot_is_told_from_a_dead_line()
    {
        Assert.AreEqual(MicrophoneHealth.OtherSlot, Verdict(4000, 0, HopUs, 4));
    }

    [TestMethod]
    public void The_peak_is_that_of_the_loudest_samples()
    {
        // Noise up to ±10000 of 32768.
        Assert.AreEqual(-103, Examined(20000, 0, HopUs, 0).PeakDb10);
        Assert.AreEqual(-960, Examined(0, 0, HopUs, 0).PeakDb10);
    }

    [TestMethod]
    public void An_outage_is_not_a_wrong_rate()
    {
        var health = new MicrophoneHealth();
        Examine(health, 100, 4000, 0, HopUs, 0, 0);
        health.Restart();
        Examine(health, Hops, 4000, 0, HopUs, 0, OutageUs);

        Assert.AreEqual(MicrophoneHealth.Good, health.State);
    }

    private static void AssertState(int state, int span, int offset, int hopUs)
    {
        Assert.AreEqual(state, Verdict(span, offset, hopUs, 0));
    }

    private static int Verdict(int span, int offset, int hopUs, int slot) => Examined(span, offset, hopUs, slot).State;

    private static MicrophoneHealth Examined(int span, int offset, int hopUs, int slot)
    {
        var health = new MicrophoneHealth();
        Examine(health, Hops, span, offset, hopUs, slot, 0);
        return health;
    }

    // Noise between offset − span / 2 and offset + span / 2, cut at the rails.
    private static void Examine(MicrophoneHealth health, int hops, int span, int offset, int hopUs, int slot, long startUs)
    {
        var bank = new FilterBank();
        System.Array.Clear(Hop, 0, Hop.Length);
        for (int hop = 0; hop < hops; hop++)
        {
            for (int frame = 0; frame < HopFrames; frame++)
            {
                _seed = (_seed * 1103515245) + 12345;
                int sample = offset + (span == 0 ? 0 : (((_seed >> 8) & 0xFFFF) * span / 65536) - (span / 2));
                sample = sample > 32767 ? 32767 : sample;
                sample = sample < -32768 ? -32768 : sample;
                Hop[(frame * SlotFinder.BytesPerFrame) + slot + 2] = (byte)sample;
                Hop[(frame * SlotFinder.BytesPerFrame) + slot + 3] = (byte)(sample >> 8);
            }

            bank.Split(Hop, 0, false);
            health.Examine(Hop, 0, false, bank, startUs + ((long)hop * hopUs));
        }
    }
}
