using NanoFirmware.Audio;
using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class SoundSyncInputTests
{
    [TestMethod]
    public void Bands_and_loudness_are_told()
    {
        var ears = new Listener();

        Assert.IsTrue(ears.Send(LiveMessage.Sound(1, 40, false)), "taken");

        Assert.IsTrue(ears.Sound.IsAlive, "somebody tells");
        Assert.AreEqual(40, ears.First);
        Assert.AreEqual(55, ears.Last);
        Assert.AreEqual(100, ears.Level);
        Assert.IsFalse(ears.Input.IsPicture, "it lights nothing");
    }

    [TestMethod]
    public void Version_1_has_its_bands_elsewhere()
    {
        var packet = new byte[88];
        byte[] head = { 0x30, 0x30, 0x30, 0x30, 0x31, 0 };
        for (int i = 0; i < head.Length; i++)
        {
            packet[i] = head[i];
        }

        var ears = new Listener();
        packet[40] = 77;
        packet[53] = 9;
        packet[68] = 200;

        Assert.IsTrue(ears.Send(packet), "taken");

        Assert.AreEqual(9, ears.First);
        Assert.AreEqual(200, ears.Last);
        Assert.AreEqual(77, ears.Level);
    }

    [TestMethod]
    [DataRow(16, 43)]
    [DataRow(16, 45)]
    [DataRow(4, 44)]
    [DataRow(0, 44)]
    public void What_is_none_is_refused_and_tells_nothing(int changed, int length)
    {
        byte[] sound = LiveMessage.Sound(1, 40, true);
        var packet = new byte[length];
        for (int i = 0; i < length && i < sound.Length; i++)
        {
            packet[i] = sound[i];
        }

        packet[changed] = 7;
        var ears = new Listener();

        Assert.IsFalse(ears.Send(packet), "refused");

        Assert.AreEqual(1, ears.Input.Refused);
        Assert.IsFalse(ears.Sound.IsAlive, "nobody tells");
    }

    [TestMethod]
    [DataRow(0xFF, 0xC0, 0)]
    [DataRow(0x7F, 0x80, 255)]
    [DataRow(0xC2, 0xC8, 0)]
    [DataRow(0x4F, 0x80, 255)]
    public void A_loudness_out_of_range_is_limited(int high, int next, int level)
    {
        byte[] packet = LiveMessage.Sound(1, 40, false);
        packet[15] = (byte)high;
        packet[14] = (byte)next;

        var ears = new Listener();
        ears.Send(packet);

        Assert.AreEqual(level, ears.Level);
    }

    [TestMethod]
    public void A_datagram_that_was_broadcast_twice_counts_once()
    {
        var ears = new Listener();
        ears.Send(LiveMessage.Sound(7, 40, false));

        Assert.IsFalse(ears.Send(LiveMessage.Sound(7, 90, false)), "the same again");
        Assert.IsFalse(ears.Send(LiveMessage.Sound(6, 90, false)), "an older one");
        Assert.IsTrue(ears.Send(LiveMessage.Sound(10, 41, false)), "a newer one");

        Assert.AreEqual(41, ears.First);
        Assert.AreEqual(2, ears.Input.Late);
        Assert.AreEqual(2, ears.Input.Lost);
    }

    [TestMethod]
    public void Numbers_begin_anew_behind_255_and_a_sender_that_starts_again_is_heard_soon()
    {
        var ears = new Listener();
        ears.Send(LiveMessage.Sound(255, 40, false));
        Assert.IsTrue(ears.Send(LiveMessage.Sound(1, 41, false)), "round the end");
        ears.Send(LiveMessage.Sound(100, 42, false));

        int tries = 1;
        while (!ears.Send(LiveMessage.Sound(tries, 43, false)))
        {
            tries++;
        }

        Assert.AreEqual(5, tries);
    }

    [TestMethod]
    public void Who_does_not_count_is_always_taken()
    {
        var ears = new Listener();
        ears.Send(LiveMessage.Sound(0, 40, false));

        Assert.IsTrue(ears.Send(LiveMessage.Sound(0, 41, false)), "0 is no number");
        Assert.AreEqual(0, ears.Input.Late);
    }

    [TestMethod]
    public void A_peak_that_is_shown_for_long_began_once()
    {
        var ears = new Listener();
        int peaks = 0;
        for (int i = 1; i <= 12; i++)
        {
            ears.Send(LiveMessage.Sound(i, 40, i > 2 && i < 11));
            peaks += ears.Sound.NextHop() ? 1 : 0;
        }

        Assert.AreEqual(1, peaks);
    }

    [TestMethod]
    public void Without_a_word_for_a_tenth_of_a_second_nothing_is_heard()
    {
        var ears = new Listener();
        ears.Send(LiveMessage.Sound(1, 40, false));
        for (int hop = 0; hop < 6; hop++)
        {
            ears.Sound.NextHop();
        }

        Assert.AreEqual(40, ears.First);
        ears.Sound.NextHop();

        Assert.AreEqual(0, ears.First);
        Assert.AreEqual(0, ears.Level);
        Assert.IsTrue(ears.Sound.IsAlive, "the sender is still waited for");
    }

    [TestMethod]
    public void After_its_time_out_our_own_ears_hear_again()
    {
        var ears = new Listener();
        ears.Send(LiveMessage.Sound(1, 40, false));

        ears.Pass(2499);
        Assert.IsTrue(ears.Sound.IsAlive, "just before");
        ears.Pass(2500);

        Assert.IsFalse(ears.Sound.IsAlive, "then");
    }

    private sealed class Listener
    {
        private readonly LiveBooth _booth = new LiveBooth();

        public Listener() => Input = new SoundSyncInput(_booth.Controls, Sound);

        public readonly ToldSound Sound = new ToldSound();

        public readonly SoundSyncInput Input;

        public int Level => Sound.Level;

        public int First => Sound.Bands[0];

        public int Last => Sound.Bands[15];

        public bool Send(byte[] packet) => _booth.Send(Input, packet);

        public void Pass(int ms) => Input.Watch(_booth.NowMs + ms);
    }
}
