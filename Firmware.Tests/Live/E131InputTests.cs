using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class E131InputTests
{
    private const int Ann = 1;
    private const int Ben = 2;

    [TestMethod]
    public void A_frame_is_shown_when_all_its_universes_are_there()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        SendFrame(booth, e131, 1, 9);
        SendFrame(booth, e131, 2, 9);
        int shown = booth.Shown;

        booth.Send(e131, LiveMessage.E131(1, 3, 100, Ann, 50));
        booth.Send(e131, LiveMessage.E131(2, 3, 100, Ann, 51));
        Assert.AreEqual(shown, booth.Shown);
        booth.Send(e131, LiveMessage.E131(3, 3, 100, Ann, 52));

        Assert.AreEqual(shown + 1, booth.Shown);
        Assert.AreEqual(50, booth.RedOf(169));
        Assert.AreEqual(51, booth.RedOf(170));
        Assert.AreEqual(52, booth.RedOf(359));
    }

    [TestMethod]
    public void What_is_sent_once_is_shown()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);

        booth.Send(e131, LiveMessage.E131(2, 0, 100, Ann, 50));
        booth.EndFrame(e131);
        booth.EndFrame(e131);

        Assert.AreEqual(50, booth.RedOf(170));
    }

    [TestMethod]
    public void A_frame_that_lacks_a_universe_is_shown_a_frame_later()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        SendFrame(booth, e131, 1, 9);
        SendFrame(booth, e131, 2, 9);

        booth.Send(e131, LiveMessage.E131(1, 3, 100, Ann, 50));
        booth.EndFrame(e131);
        Assert.AreEqual(9, booth.RedOf(0));
        booth.EndFrame(e131);

        Assert.AreEqual(50, booth.RedOf(0));
        Assert.AreEqual(9, booth.RedOf(170));
    }

    [TestMethod]
    public void Of_a_sender_with_pauses_the_third_frame_is_shown_with_its_last_universe()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        for (int sequence = 1; sequence <= 2; sequence++)
        {
            SendFrame(booth, e131, sequence, 9);
            booth.EndFrame(e131);
            booth.EndFrame(e131);
        }

        int shown = booth.Shown;
        SendFrame(booth, e131, 3, 50);

        Assert.AreEqual(shown + 1, booth.Shown);
        Assert.AreEqual(50, booth.RedOf(0));
        Assert.AreEqual(50, booth.RedOf(359));
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(shown + 1, booth.Shown);
    }

    [TestMethod]
    public void A_universe_that_two_frames_lacked_is_waited_for_once_it_has_come()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        for (int sequence = 1; sequence <= 2; sequence++)
        {
            booth.Send(e131, LiveMessage.E131(1, sequence, 100, Ann, 9));
            booth.Send(e131, LiveMessage.E131(2, sequence, 100, Ann, 9));
            booth.EndFrame(e131);
            booth.EndFrame(e131);
        }

        SendFrame(booth, e131, 3, 50);
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(50, booth.RedOf(359));
        int shown = booth.Shown;
        booth.Send(e131, LiveMessage.E131(1, 4, 100, Ann, 60));
        booth.Send(e131, LiveMessage.E131(2, 4, 100, Ann, 60));
        Assert.AreEqual(shown, booth.Shown);
        booth.Send(e131, LiveMessage.E131(3, 4, 100, Ann, 60));

        Assert.AreEqual(shown + 1, booth.Shown);
        Assert.AreEqual(60, booth.RedOf(0));
    }

    [TestMethod]
    public void Universes_that_come_one_by_one_with_pauses_are_shown_one_by_one()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        for (int sequence = 1; sequence <= 3; sequence++)
        {
            for (int universe = 1; universe <= 3; universe++)
            {
                booth.Send(e131, LiveMessage.E131(universe, sequence, 100, Ann, (10 * sequence) + universe));
                booth.EndFrame(e131);
                booth.EndFrame(e131);
            }
        }

        Assert.AreEqual(31, booth.RedOf(0));
        Assert.AreEqual(32, booth.RedOf(170));
        Assert.AreEqual(33, booth.RedOf(359));
        Assert.AreEqual(9, booth.Shown);
    }

    [TestMethod]
    public void A_first_universe_that_is_lost_does_not_put_two_frames_together_from_then_on()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        SendFrame(booth, e131, 1, 9);
        SendFrame(booth, e131, 2, 9);
        booth.Send(e131, LiveMessage.E131(2, 3, 100, Ann, 50));
        booth.Send(e131, LiveMessage.E131(3, 3, 100, Ann, 50));
        int shown = booth.Shown;

        booth.Send(e131, LiveMessage.E131(1, 4, 100, Ann, 60));
        Assert.AreEqual(shown + 1, booth.Shown);
        Assert.AreEqual(9, booth.RedOf(0));
        Assert.AreEqual(50, booth.RedOf(359));
        booth.Send(e131, LiveMessage.E131(2, 4, 100, Ann, 60));
        booth.Send(e131, LiveMessage.E131(3, 4, 100, Ann, 60));

        Assert.AreEqual(shown + 2, booth.Shown);
        Assert.AreEqual(60, booth.RedOf(0));
        Assert.AreEqual(60, booth.RedOf(359));
    }

    [TestMethod]
    public void A_first_universe_that_is_overtaken_completes_its_frame()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        SendFrame(booth, e131, 1, 9);
        SendFrame(booth, e131, 2, 9);
        int shown = booth.Shown;

        booth.Send(e131, LiveMessage.E131(2, 3, 100, Ann, 50));
        booth.Send(e131, LiveMessage.E131(1, 3, 100, Ann, 50));
        Assert.AreEqual(shown, booth.Shown);
        booth.Send(e131, LiveMessage.E131(3, 3, 100, Ann, 50));

        Assert.AreEqual(shown + 1, booth.Shown);
        Assert.AreEqual(50, booth.RedOf(0));
    }

    [TestMethod]
    public void A_pixel_may_be_split_between_two_universes_of_512()
    {
        var booth = new LiveBooth();
        booth.Controls.Set("universeSize", 1);
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        byte[] second = LiveMessage.E131(2, 0, 100, Ann, 70);

        // Universe 2 begins with pixel 170's blue.
        booth.Send(e131, second);
        booth.EndFrame(e131);
        booth.EndFrame(e131);

        Assert.AreEqual(0, booth.RedOf(170));
        Assert.AreEqual(1, booth.RedOf(171));
    }

    [TestMethod]
    public void The_higher_priority_is_heard_and_among_equals_who_began_last()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 100, Ann, 50));

        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 1, 100, Ben, 60)), "Ben began last");
        Assert.IsFalse(booth.Send(e131, LiveMessage.E131(1, 2, 100, Ann, 51)), "Ann began before him");
        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 3, 150, Ann, 52)), "Ann has more priority");
        Assert.IsFalse(booth.Send(e131, LiveMessage.E131(1, 2, 149, Ben, 61)), "Ben has less");
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(52, booth.RedOf(0));
        Assert.AreEqual(2, e131.Outranked);
    }

    [TestMethod]
    public void Whoever_says_goodbye_leaves_the_stage_to_the_other()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 100, Ben, 60));
        booth.Send(e131, LiveMessage.E131(1, 1, 150, Ann, 50));

        booth.Send(e131, Goodbye(2, Ann));
        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 2, 100, Ben, 61)), "Ann is gone");
        booth.Send(e131, Goodbye(3, Ben));

        Assert.IsFalse(e131.IsAlive, "nobody is left");
    }

    [TestMethod]
    public void A_lost_sender_leaves_the_stage_after_two_and_a_half_seconds()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 1, 150, Ann, 50));
        for (int sequence = 0; booth.NowMs < 1000 + 2499; sequence++)
        {
            booth.Send(e131, LiveMessage.E131(1, sequence, 100, Ben, 60));
            booth.EndFrame(e131);
        }

        booth.EndFrame(e131);

        Assert.IsTrue(booth.Send(e131, LiveMessage.E131(1, 200, 100, Ben, 61)), "Ben is heard now");
    }

    [TestMethod]
    [DataRow(0, false)]
    [DataRow(-1, false)]
    [DataRow(-19, false)]
    [DataRow(-20, true)]
    [DataRow(1, true)]
    [DataRow(100, true)]
    public void What_is_less_than_twenty_numbers_back_is_late(int step, bool isTaken)
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, LiveMessage.E131(1, 10, 100, Ann, 50));

        Assert.AreEqual(isTaken, booth.Send(e131, LiveMessage.E131(1, 10 + step, 100, Ann, 51)));
    }

    [TestMethod]
    public void A_synchronization_universe_holds_frames_once_it_has_spoken()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, WithSync(LiveMessage.E131(1, 1, 100, Ann, 50), 7));
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(50, booth.RedOf(0));

        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        booth.Send(e131, WithSync(LiveMessage.E131(1, 2, 100, Ann, 51), 7));
        booth.EndFrame(e131);
        booth.EndFrame(e131);
        Assert.AreEqual(50, booth.RedOf(0));
        booth.Send(e131, LiveMessage.E131Sync(8, Ann));
        Assert.AreEqual(50, booth.RedOf(0));
        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        Assert.AreEqual(51, booth.RedOf(0));
    }

    [TestMethod]
    public void A_synchronization_that_falls_silent_holds_nothing_any_more()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        booth.Send(e131, WithSync(LiveMessage.E131(1, 1, 100, Ann, 50), 7));
        booth.Send(e131, LiveMessage.E131Sync(7, Ann));
        booth.NowMs += 2400;
        booth.Send(e131, WithSync(LiveMessage.E131(1, 2, 100, Ann, 51), 7));
        booth.NowMs += 200;

        booth.EndFrame(e131);
        booth.EndFrame(e131);
        booth.EndFrame(e131);

        Assert.AreEqual(51, booth.RedOf(0));
    }

    [TestMethod]
    public void Previews_other_start_codes_and_other_universes_are_not_shown()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        byte[] preview = LiveMessage.E131(1, 1, 100, Ann, 50);
        preview[112] = 0x80;
        byte[] text = LiveMessage.E131(1, 1, 100, Ann, 50);
        text[125] = 0x17;

        Assert.IsFalse(booth.Send(e131, preview), "a preview");
        Assert.IsFalse(booth.Send(e131, text), "another start code");
        Assert.IsFalse(booth.Send(e131, LiveMessage.E131(4, 1, 100, Ann, 50)), "360 pixels need three universes");
        Assert.AreEqual(3, e131.Refused);
        Assert.AreEqual(0, booth.Shown);
    }

    [TestMethod]
    public void A_datagram_cut_anywhere_changes_nothing()
    {
        var booth = new LiveBooth();
        var e131 = new E131Input(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.E131(1, 1, 100, Ann, 50);

        for (int length = 0; length < packet.Length; length++)
        {
            Assert.IsFalse(e131.Hear(packet, length, booth.NowMs), "cut at " + length.ToString());
        }

        Assert.AreEqual(0, booth.Shown);
    }

    [TestMethod]
    public void Its_port_joins_the_groups_of_its_universes()
    {
        var booth = new LiveBooth();
        booth.Controls.Set("universe", 258);
        var e131 = new E131Input(booth.Controls, booth.Canvas);

        byte[] group = e131.GroupAt(2);

        Assert.AreEqual(239, (int)group[0]);
        Assert.AreEqual(255, (int)group[1]);
        Assert.AreEqual(1, (int)group[2]);
        Assert.AreEqual(4, (int)group[3]);
        Assert.AreEqual(249, (int)e131.GroupAt(3)[2]);
        Assert.IsNull(e131.GroupAt(4));
    }

    private static void SendFrame(LiveBooth booth, E131Input e131, int sequence, int red)
    {
        for (int universe = 1; universe <= 3; universe++)
        {
            booth.Send(e131, LiveMessage.E131(universe, sequence, 100, Ann, red));
        }
    }

    private static byte[] Goodbye(int sequence, int sender)
    {
        byte[] packet = LiveMessage.E131(1, sequence, 100, sender, 0);
        var bare = new byte[126];
        for (int i = 0; i < bare.Length; i++)
        {
            bare[i] = packet[i];
        }

        bare[112] = 0x40;
        bare[123] = 0;
        bare[124] = 1;
        return bare;
    }

    private static byte[] WithSync(byte[] packet, int universe)
    {
        packet[110] = (byte)universe;
        return packet;
    }
}
