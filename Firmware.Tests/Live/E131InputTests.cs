using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class E131InputTests
{
    private const int Ann = 1;

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
}
