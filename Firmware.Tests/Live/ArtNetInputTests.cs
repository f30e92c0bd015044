using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class ArtNetInputTests
{
    private const int OpPoll = 0x2000;
    private const int OpSync = 0x5200;

    [TestMethod]
    public void Universes_count_from_nought()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);

        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 50));
        booth.Send(art, LiveMessage.ArtDmx(1, 0, 170, 51));
        booth.EndFrame(art);
        booth.EndFrame(art);

        Assert.AreEqual(50, booth.RedOf(0));
        Assert.AreEqual(51, booth.RedOf(170));
    }

    [TestMethod]
    public void A_short_datagram_leaves_the_rest_as_it_was()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 50));

        booth.Send(art, LiveMessage.ArtDmx(0, 0, 2, 60));
        booth.Send(art, LiveMessage.ArtDmx(0, 0, 2, 60));

        Assert.AreEqual(60, booth.RedOf(1));
        Assert.AreEqual(50, booth.RedOf(2));
    }

    [TestMethod]
    public void Of_a_sender_with_pauses_the_third_frame_is_shown_with_its_last_universe()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        for (int frame = 1; frame <= 3; frame++)
        {
            booth.EndFrame(art);
            booth.EndFrame(art);
            for (int universe = 0; universe < 3; universe++)
            {
                booth.Send(art, LiveMessage.ArtDmx(universe, 0, 170, 10 * frame));
            }
        }

        Assert.AreEqual(30, booth.RedOf(0));
        Assert.AreEqual(30, booth.RedOf(359));
    }

    [TestMethod]
    public void A_length_of_one_more_than_there_is_is_forgiven_and_no_more()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.ArtDmx(0, 0, 2, 60);
        packet[17] = 7;
        Assert.IsTrue(booth.Send(art, packet), "one more");
        packet[17] = 8;
        Assert.IsFalse(booth.Send(art, packet), "two more");
    }

    [TestMethod]
    public void A_controller_that_says_show_now_is_waited_for()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 50));
        booth.Send(art, LiveMessage.Art(OpSync, 14));

        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 51));
        booth.EndFrame(art);
        booth.EndFrame(art);
        Assert.AreEqual(50, booth.RedOf(0));
        booth.Send(art, LiveMessage.Art(OpSync, 14));

        Assert.AreEqual(51, booth.RedOf(0));
    }

    [TestMethod]
    public void A_controller_that_says_it_no_more_is_waited_for_no_longer()
    {
        var booth = new LiveBooth();
        booth.Controls.Set("timeoutMs", LiveControls.HoldForEver);
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 50));
        booth.Send(art, LiveMessage.Art(OpSync, 14));
        booth.Send(art, LiveMessage.ArtDmx(0, 0, 170, 51));
        booth.NowMs += 4000;

        booth.EndFrame(art);
        booth.EndFrame(art);

        Assert.AreEqual(51, booth.RedOf(0));
    }

    [TestMethod]
    [DataRow(9, 10, true)]
    [DataRow(10, 10, true)]
    [DataRow(10, 9, false)]
    [DataRow(5, 245, false)]
    [DataRow(255, 1, true)]
    [DataRow(10, 0, true)]
    [DataRow(200, 10, true)]
    public void What_is_a_little_behind_is_late(int before, int sequence, bool isTaken)
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        booth.Send(art, LiveMessage.ArtDmx(0, before, 170, 50));

        Assert.AreEqual(isTaken, booth.Send(art, LiveMessage.ArtDmx(0, sequence, 170, 51)));
    }

    [TestMethod]
    public void A_question_who_is_there_is_noted_and_no_sender()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);

        Assert.IsFalse(booth.Send(art, LiveMessage.Art(OpPoll, 14)), "no picture");
        Assert.IsTrue(art.IsAsked, "to be answered");
        Assert.IsFalse(art.IsAlive, "nobody sends");
    }

    [TestMethod]
    public void A_datagram_cut_in_its_head_changes_nothing()
    {
        var booth = new LiveBooth();
        var art = new ArtNetInput(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.ArtDmx(0, 1, 2, 60);

        for (int length = 0; length < packet.Length - 1; length++)
        {
            Assert.IsFalse(art.Hear(packet, length, booth.NowMs), "cut at " + length.ToString());
        }

        Assert.AreEqual(0, booth.Shown);
    }
}
