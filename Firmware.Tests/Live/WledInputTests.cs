using NanoFirmware.Live;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Live;

[TestClass]
public class WledInputTests
{
    [TestMethod]
    public void What_came_in_a_frame_is_shown_at_its_end()
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        byte[] rest = { 4, 1, 1, 0x4F, 99, 1, 2 };

        booth.Send(wled, LiveMessage.Drgb(1, 335, 50));
        booth.Send(wled, rest);
        Assert.AreEqual(0, booth.Shown);
        booth.EndFrame(wled);

        Assert.AreEqual(1, booth.Shown);
        Assert.AreEqual(50, booth.RedOf(334));
        Assert.AreEqual(99, booth.RedOf(335));
    }

    [TestMethod]
    public void Single_pixels_change_no_others()
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        byte[] singles = { 1, 1, 3, 90, 0, 0, 255, 91, 0, 0 };
        booth.Send(wled, LiveMessage.Drgb(1, 360, 50));

        booth.Send(wled, singles);
        booth.EndFrame(wled);

        Assert.AreEqual(90, booth.RedOf(3));
        Assert.AreEqual(91, booth.RedOf(255));
        Assert.AreEqual(50, booth.RedOf(4));
    }

    [TestMethod]
    public void White_is_left_out_in_a_row_and_from_a_place_on()
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        byte[] row = { 3, 1, 10, 0, 0, 99, 11, 0, 0, 99 };
        byte[] placed = { 5, 1, 0, 9, 12, 0, 0, 99 };

        booth.Send(wled, row);
        booth.Send(wled, placed);
        booth.EndFrame(wled);

        Assert.AreEqual(11, booth.RedOf(1));
        Assert.AreEqual(12, booth.RedOf(9));
    }

    [TestMethod]
    [DataRow(1, 1000)]
    [DataRow(5, 5000)]
    public void A_datagram_says_for_how_long_it_holds(int seconds, int holdMs)
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        booth.Send(wled, LiveMessage.Drgb(seconds, 10, 50));

        wled.Watch(booth.NowMs + holdMs - 1);
        Assert.IsTrue(wled.IsAlive, "just before");
        wled.Watch(booth.NowMs + holdMs);
        Assert.IsFalse(wled.IsAlive, "then");
    }

    [TestMethod]
    public void Two_bytes_keep_it_and_end_it()
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        byte[] keep = { 1, 1 };
        byte[] end = { 1, 0 };
        Assert.IsFalse(booth.Send(wled, keep), "nothing to keep");
        booth.Send(wled, LiveMessage.Drgb(1, 10, 50));
        booth.NowMs += 900;
        booth.Send(wled, keep);
        booth.NowMs += 900;
        wled.Watch(booth.NowMs);
        Assert.IsTrue(wled.IsAlive, "kept");

        booth.Send(wled, end);

        Assert.IsFalse(wled.IsAlive, "ended");
    }

    [TestMethod]
    public void For_ever_is_for_ever()
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        booth.Send(wled, LiveMessage.Drgb(255, 10, 50));

        wled.Watch(booth.NowMs + 100000000);

        Assert.IsTrue(wled.IsAlive, "255 never ends");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(6)]
    [DataRow(65)]
    [DataRow(123)]
    public void Other_datagrams_of_wled_are_no_pixels(int first)
    {
        var booth = new LiveBooth();
        var wled = new WledInput(booth.Controls, booth.Canvas);
        byte[] packet = LiveMessage.Drgb(1, 10, 50);
        packet[0] = (byte)first;

        Assert.IsFalse(booth.Send(wled, packet), "refused");
        Assert.AreEqual(1, wled.Refused);
    }

    [TestMethod]
    public void Pieces_of_tpm2_follow_each_other_and_are_shown_with_the_last()
    {
        var booth = new LiveBooth();
        var tpm2 = new Tpm2Input(booth.Controls, booth.Canvas);
        byte[] first = { 0x9C, 0xDA, 0, 4, 1, 2, 50, 0, 0, 51, 0x36 };
        byte[] last = { 0x9C, 0xDA, 0, 2, 2, 2, 0, 0, 0x36 };

        booth.Send(tpm2, first);
        Assert.AreEqual(0, booth.Shown);
        booth.Send(tpm2, last);

        Assert.AreEqual(50, booth.RedOf(0));
        Assert.AreEqual(51, booth.RedOf(1));
    }

    [TestMethod]
    public void Bare_pixels_are_whole_pixels()
    {
        var booth = new LiveBooth();
        var rgb = new RgbInput(booth.Controls, booth.Canvas);
        byte[] pixels = { 50, 0, 0, 51, 0, 0 };
        byte[] odd = { 50, 0, 0, 51 };

        Assert.IsTrue(booth.Send(rgb, pixels), "two pixels");
        Assert.IsFalse(booth.Send(rgb, odd), "one and a third");
        Assert.AreEqual(51, booth.RedOf(1));
    }
}
