using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class DdpInputTests
{
    [TestMethod]
    public void A_frame_in_two_datagrams_is_shown_with_the_push()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 360, 9));
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpMore, 2, 0, 200, 50));
        booth.EndFrame(ddp);
        Assert.AreEqual(9, booth.RedOf(0));

        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 2, 600, 160, 60));

        Assert.AreEqual(2, booth.Shown);
        Assert.AreEqual(50, booth.RedOf(199));
        Assert.AreEqual(60, booth.RedOf(200));
        Assert.AreEqual(60, booth.RedOf(359));
    }

    [TestMethod]
    public void A_sender_that_never_pushes_is_shown_at_the_end_of_each_frame()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);

        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpMore, 0, 0, 10, 7));
        Assert.AreEqual(0, booth.Shown);
        booth.EndFrame(ddp);

        Assert.AreEqual(7, booth.RedOf(9));
    }

    [TestMethod]
    public void A_push_by_itself_shows_what_came_before()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        byte[] push = LiveMessage.Ddp(LiveMessage.DdpPush, 0, 0, 0, 0);
        push[2] = 0x80;
        booth.Send(ddp, push);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpMore, 1, 0, 10, 7));
        booth.EndFrame(ddp);
        Assert.AreEqual(0, booth.RedOf(0));

        booth.Send(ddp, push);

        Assert.AreEqual(7, booth.RedOf(0));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void What_is_up_to_four_behind_the_last_push_is_late(int behind)
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 3, 0, 360, 9));

        int sequence = 3 - behind;
        bool isTaken = booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, sequence < 1 ? sequence + 15 : sequence, 0, 360, 50));

        Assert.IsFalse(isTaken, "late");
        Assert.AreEqual(1, ddp.Late);
        Assert.AreEqual(9, booth.RedOf(0));
    }

    [TestMethod]
    public void A_sender_that_begins_anew_is_taken_at_once()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 9, 0, 360, 9));

        Assert.IsTrue(booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 2, 0, 360, 50)), "seven behind is another beginning");
    }

    [TestMethod]
    public void The_same_number_twice_is_no_double()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 3, 0, 360, 9));

        Assert.IsTrue(booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 3, 0, 360, 50)), "equal numbers");
        Assert.AreEqual(0, ddp.Lost);
    }

    [TestMethod]
    public void An_offset_beyond_the_strips_is_where_a_whole_shows_channels_begin()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);

        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpMore, 1, 5000, 60, 7));
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 2, 5180, 60, 8));

        Assert.AreEqual(7, booth.RedOf(0));
        Assert.AreEqual(8, booth.RedOf(60));
    }

    [TestMethod]
    public void A_given_offset_is_taken_as_it_is()
    {
        var booth = new LiveBooth();
        booth.Controls.Set("ddpOffset", 300);
        var ddp = new DdpInput(booth.Controls, booth.Canvas);

        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 330, 5, 7));

        Assert.AreEqual(0, booth.RedOf(9));
        Assert.AreEqual(7, booth.RedOf(10));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(246)]
    [DataRow(250)]
    [DataRow(251)]
    public void What_is_for_no_display_is_refused(int destination)
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7);
        packet[3] = (byte)destination;

        Assert.IsFalse(booth.Send(ddp, packet), "refused");
        Assert.AreEqual(1, ddp.Refused);
    }

    [TestMethod]
    [DataRow(0x43)]
    [DataRow(0x45)]
    [DataRow(0x49)]
    [DataRow(0x01)]
    [DataRow(0x81)]
    public void Questions_answers_what_is_to_be_stored_and_other_versions_are_no_picture(int flags)
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);

        Assert.IsFalse(booth.Send(ddp, LiveMessage.Ddp(flags, 1, 0, 5, 7)), "refused");
    }

    [TestMethod]
    public void White_is_left_out()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        byte[] packet = { 0x41, 1, 0x1B, 1, 0, 0, 0, 4, 0, 8, 10, 20, 30, 99, 40, 50, 60, 99 };

        booth.Send(ddp, packet);

        Assert.AreEqual(0, booth.RedOf(0));
        Assert.AreEqual(10, booth.RedOf(1));
        Assert.AreEqual(40, booth.RedOf(2));
    }

    [TestMethod]
    public void A_time_code_moves_the_pixels_by_four_bytes()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        byte[] packet = { 0x51, 1, 0x0B, 1, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 10, 20, 30 };

        booth.Send(ddp, packet);

        Assert.AreEqual(10, booth.RedOf(0));
    }

    [TestMethod]
    public void A_datagram_cut_anywhere_changes_nothing()
    {
        var booth = new LiveBooth();
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7);

        for (int length = 0; length < packet.Length; length++)
        {
            Assert.IsFalse(ddp.Hear(packet, length, booth.NowMs), "cut at " + length.ToString());
        }

        Assert.AreEqual(0, booth.Shown);
        Assert.IsFalse(ddp.IsAlive, "nobody is there");
    }

    [TestMethod]
    public void A_sender_that_is_silent_for_the_time_out_is_gone()
    {
        var booth = new LiveBooth();
        booth.Controls.Set("timeoutMs", 500);
        var ddp = new DdpInput(booth.Controls, booth.Canvas);
        booth.Send(ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));

        booth.NowMs += 499;
        ddp.Watch(booth.NowMs);
        Assert.IsTrue(ddp.IsAlive, "just before");
        booth.NowMs++;
        ddp.Watch(booth.NowMs);

        Assert.IsFalse(ddp.IsAlive, "then");
    }
}
