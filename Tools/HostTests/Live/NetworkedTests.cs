using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Networked;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.Generator;
using NanoFirmware.Live;
using NanoFirmware.Outputs;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Live;

/// <summary>How pictures that were sent are found again on the strips, and what is reckoned of them.</summary>
[TestClass]
public sealed class NetworkedTests
{
    private const int Pixels = 360;

    [TestMethod]
    public void A_picture_is_late_until_the_strip_that_takes_it_over_last()
    {
        var log = new PictureLog();
        log.Add(0, 7, 1_010_000);
        log.Add(1, 7, 1_014_000);

        PictureFigures figures = log.Figures([new SentPicture(7, 1_000_000)], 0, 2_000_000);

        Assert.AreEqual(14, figures.LatencyMs, 0.001);
        Assert.AreEqual((1, 1), (figures.Sent, figures.Shown));
    }

    [TestMethod]
    public void What_one_strip_never_showed_was_not_shown()
    {
        var log = new PictureLog();
        log.Add(0, 7, 1_010_000);
        log.Add(1, 6, 1_010_000);

        PictureFigures figures = log.Figures([new SentPicture(7, 1_000_000)], 0, 2_000_000);

        Assert.AreEqual((1, 0), (figures.Sent, figures.Shown));
        Assert.AreEqual(0, figures.LatencyMs);
    }

    [TestMethod]
    public void A_picture_that_a_strip_keeps_is_no_new_one_and_the_slower_strip_counts()
    {
        var log = new PictureLog();
        for (int frame = 0; frame < 60; frame++)
        {
            log.Add(0, frame, frame * 16_667);
            log.Add(1, frame / 2, frame * 16_667);
        }

        PictureFigures figures = log.Figures([], 0, 1_000_000);

        Assert.AreEqual(30, figures.Fps);
        Assert.AreEqual(7.83, figures.JitterMs, 0.01, "intervals of 16.7 ms on one strip and of 33.3 on the other");
    }

    [TestMethod]
    public void Of_what_is_drawn_here_every_frame_is_new()
    {
        var log = new PictureLog();
        for (int frame = 0; frame < 60; frame++)
        {
            log.Add(0, PictureLog.Unnumbered, frame * 16_667);
        }

        Assert.AreEqual(60, log.Figures([], 0, 1_000_000).Fps);
    }

    [TestMethod]
    public void A_number_that_comes_again_seconds_later_is_another_picture()
    {
        var log = new PictureLog();
        log.Add(0, 7, 3_000_000);

        Assert.AreEqual(0, log.Figures([new SentPicture(7, 1_000_000)], 0, 4_000_000).Shown);
    }

    [TestMethod]
    public void Nothing_at_all_is_no_figure_and_no_fault()
    {
        PictureFigures figures = new PictureLog().Figures([new SentPicture(1, 10)], 0, 1_000_000);

        Assert.AreEqual(new PictureFigures(1, 0, 0, 0, 0, 0), figures);
    }

    [TestMethod]
    [DataRow(360, 1)]
    [DataRow(600, 2)]
    public void A_picture_comes_through_the_frames_of_the_socket(int pixels, int messages)
    {
        var controls = new LiveControls();
        var socket = new SocketPixels(controls, pixels);
        byte[][] sent = new NumberedPicture(77, pixels).Messages();
        foreach (byte[] message in sent)
        {
            var frame = new SocketFrame();
            Assert.AreEqual(FrameState.Complete, frame.Read(message, 0, message.Length, 1472));
            frame.Unmask(message);
            socket.Take(this, message[frame.DataAt..], frame.DataBytes, 0);
        }

        var shown = new Picture(pixels);
        Assert.HasCount(messages, sent);
        Assert.IsTrue(socket.Frame.TryRead(shown), "nothing was shown");
        Assert.AreEqual(77, NumberedPicture.NumberOn(shown.Grb), "on strip A");
        Assert.AreEqual(77, NumberedPicture.NumberOn(shown.Grb[(pixels / 2 * 3)..]), "on strip B");
    }

    [TestMethod]
    public void A_row_has_what_its_head_says()
    {
        var pictures = new PictureFigures(600, 599, 59.94, 22.345, 30.06, 1.26);

        Assert.AreEqual(
            "| ddp | 360 | 60 | 59.9 | 22.3 / 30.1 | 1.3 | 41 | 123 | 0 |",
            new MeasuredWay("ddp", Pixels, 60, pictures, 41.4, 123_400_000, 0).Row);
        StringAssert.StartsWith(new MeasuredWay("drawn here", Pixels, null, pictures, 1, 1, 0).Row, "| drawn here | 360 | – |");
        Assert.AreEqual(Cells(MeasuredWay.Head[0]), Cells(new MeasuredWay("ddp", Pixels, 60, pictures, 1, 1, 0).Row));
    }

    [TestMethod]
    public void A_table_is_put_between_its_marks_and_nowhere_else()
    {
        const string Page = "before\n<!-- t: written by T -->\n| old |\n<!-- end of t -->\nbehind\n";

        Assert.AreEqual(
            "before\n<!-- t: written by T -->\n| a |\n| b |\n<!-- end of t -->\nbehind\n",
            DocTable.In(Page, "t", "T", ["| a |", "| b |"]));
        Assert.ThrowsExactly<InvalidDataException>(() => DocTable.In(Page, "u", "T", []));
    }

    [TestMethod]
    [DataRow("networked", "Tools/DeviceModel")]
    [DataRow("networked measured", "Tools/Bench")]
    public void The_docs_have_every_way_for_both_lengths(string name, string tool)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs/live.md"));
        string table = page.Split($"<!-- {name}: written by {tool} -->\n")[1].Split("<!-- end of")[0];
        foreach (string way in (string[])["drawn here, the usual way", "drawn here", .. NetworkedBench.Ways])
        {
            foreach (int pixels in new[] { 360, 600 })
            {
                StringAssert.Contains(table, $"\n| {way} | {pixels} |", "dotnet run --project " + tool + " -- networked --docs");
            }
        }
    }

    private static int Cells(string row) => row.Count(letter => letter == '|');
}
