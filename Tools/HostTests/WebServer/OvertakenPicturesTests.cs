using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.WebServer;

/// <summary>Which of a client's pictures are left out because whole newer ones have come.</summary>
[TestClass]
public sealed class OvertakenPicturesTests
{
    private readonly OvertakenPictures _pictures = new();

    [TestMethod]
    public void A_picture_is_drawn_while_no_whole_one_has_come_behind_it()
    {
        Assert.IsFalse(_pictures.IsLeftOut(true, 1000, 9000), "how long one is is not known yet");
        Assert.IsFalse(_pictures.IsLeftOut(true, 1000, 1000), "nothing behind it");
        Assert.IsFalse(_pictures.IsLeftOut(true, 1000, 1999), "a byte is missing");
        Assert.IsTrue(_pictures.IsLeftOut(true, 1000, 2000), "overtaken");
        Assert.IsFalse(_pictures.IsLeftOut(true, 1000, 1000), "the newest");
    }

    [TestMethod]
    public void Of_a_picture_in_two_messages_both_are_left_out_or_none()
    {
        _pictures.IsLeftOut(false, 1458, 1836);
        _pictures.IsLeftOut(true, 378, 378);

        Assert.IsTrue(_pictures.IsLeftOut(false, 1458, 3672), "two pictures are there");
        Assert.IsTrue(_pictures.IsLeftOut(true, 378, 378 + 1836), "its second half");
        Assert.IsFalse(_pictures.IsLeftOut(false, 1458, 1836), "the newest");
        Assert.IsFalse(_pictures.IsLeftOut(true, 378, 378 + 5000), "though others have come meanwhile");
    }

    [TestMethod]
    public void Whoever_floods_is_shown_every_sixth_picture()
    {
        _pictures.IsLeftOut(true, 1000, 1000);
        int drawn = Enumerable.Range(0, 60).Count(_ => !_pictures.IsLeftOut(true, 1000, 1_000_000));

        Assert.AreEqual(10, drawn);
    }

    [TestMethod]
    public void Of_a_sender_that_never_ends_a_picture_nothing_is_left_out()
    {
        for (int message = 0; message < 100; message++)
        {
            Assert.IsFalse(_pictures.IsLeftOut(false, 1000, 100_000), $"message {message}");
        }
    }

    [TestMethod]
    public void The_next_client_is_not_measured_by_the_one_before()
    {
        _pictures.IsLeftOut(true, 100, 100);
        _pictures.Forget();

        Assert.IsFalse(_pictures.IsLeftOut(true, 1000, 1400), "its pictures are longer");
    }
}
