using NanoFirmware.Rendering;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Rendering;

[TestClass]
public class CanvasTests
{
    [TestMethod]
    public void A_reversed_picture_is_the_picture_turned_round()
    {
        Canvas forwards = Drawn(false, false);
        Canvas backwards = Drawn(false, true);

        for (int pixel = 0; pixel < Board.LedCount; pixel++)
        {
            AssertSame(forwards, pixel, backwards, Board.LedCount - 1 - pixel);
        }
    }

    [TestMethod]
    public void A_mirrored_picture_is_symmetric()
    {
        foreach (bool reverse in new[] { false, true })
        {
            Canvas canvas = Drawn(true, reverse);
            for (int pixel = 0; pixel < Board.LedCount / 2; pixel++)
            {
                AssertSame(canvas, pixel, canvas, Board.LedCount - 1 - pixel);
            }
        }
    }

    [TestMethod]
    public void A_mirrored_picture_begins_in_the_middle_and_a_reversed_one_at_the_ends()
    {
        Canvas middle = Laid(true, false);
        middle.Fill(0, 1, 128, 255);
        Canvas ends = Laid(true, true);
        ends.Fill(0, 1, 128, 255);

        Assert.IsTrue(IsLit(middle, Board.LedCount / 2));
        Assert.IsTrue(IsLit(middle, (Board.LedCount / 2) - 1));
        Assert.IsFalse(IsLit(middle, 0));
        Assert.IsTrue(IsLit(ends, 0));
        Assert.IsTrue(IsLit(ends, Board.LedCount - 1));
        Assert.IsFalse(IsLit(ends, Board.LedCount / 2));
    }

    [TestMethod]
    public void A_run_goes_on_where_the_one_before_ended()
    {
        Canvas whole = Laid(false, false);
        whole.Run(0, Board.LedCount, 400);
        Canvas pieces = Laid(false, false);
        for (int from = 0; from < Board.LedCount; from += 7)
        {
            pieces.Run(from, 7, 400 + from);
        }

        for (int pixel = 0; pixel < Board.LedCount; pixel++)
        {
            AssertSame(whole, pixel, pieces, pixel);
        }
    }

    [TestMethod]
    public void What_reaches_over_the_ends_is_cut_off()
    {
        foreach (bool mirror in new[] { false, true })
        {
            foreach (bool reverse in new[] { false, true })
            {
                Canvas canvas = Laid(mirror, reverse);
                for (int at = -40; at < Board.LedCount + 40; at += 3)
                {
                    canvas.Fill(at, 25, at + 40, 255);
                    canvas.Run(at, 25, at + 40);
                    canvas.Light(at, 77, 9);
                    canvas.TailBehind(at, 77, 16);
                    canvas.TailAhead(at, 77, 16);
                }

                canvas.Fill(-1000, 3000, 10, 255);
                for (int pixel = 1; pixel < Board.LedCount; pixel++)
                {
                    AssertSame(canvas, 0, canvas, pixel);
                }
            }
        }
    }

    [TestMethod]
    public void A_canvas_scrolls_away_from_its_start_in_every_layout()
    {
        foreach (bool mirror in new[] { false, true })
        {
            foreach (bool reverse in new[] { false, true })
            {
                Canvas moved = Laid(mirror, reverse);
                moved.Run(0, 20, 30);
                moved.Scroll(5);
                Canvas drawn = Laid(mirror, reverse);
                drawn.Run(5, 20, 30);
                drawn.Run(0, 5, 30);
                for (int pixel = 0; pixel < Board.LedCount; pixel++)
                {
                    AssertSame(drawn, pixel, moved, pixel);
                }
            }
        }
    }

    [TestMethod]
    public void Nothing_is_darker_than_the_glow_that_is_asked_for()
    {
        Canvas canvas = Laid(false, false);
        canvas.Glow = 100;
        canvas.Clear();
        Assert.IsTrue(IsLit(canvas, 50));
        byte cleared = canvas.Grb[50 * 3];
        canvas.Fill(50, 1, 128, 0);
        Assert.AreEqual(cleared, canvas.Grb[50 * 3]);
    }

    private static Canvas Laid(bool mirror, bool reverse)
    {
        var palette = new Palette();
        palette.Begin(0, 255);
        while (palette.Work(true))
        {
        }

        var canvas = new Canvas(palette);
        canvas.Lay(Board.LedCount, mirror, reverse);
        return canvas;
    }

    private static Canvas Drawn(bool mirror, bool reverse)
    {
        Canvas canvas = Laid(mirror, reverse);
        canvas.Run(3, 40, 77);
        canvas.Fill(30, 9, 200, 120);
        canvas.Light(60, 10, 16);
        canvas.Light(80, 90, 7);
        canvas.TailBehind(50, 140, 12);
        canvas.TailAhead(70, 240, 12);
        canvas.Cells(new byte[] { 1, 0, 200, 90 }, 4, 4);
        canvas.Scroll(2);
        return canvas;
    }

    private static bool IsLit(Canvas canvas, int pixel) =>
        canvas.Grb[pixel * 3] + canvas.Grb[(pixel * 3) + 1] + canvas.Grb[(pixel * 3) + 2] > 0;

    private static void AssertSame(Canvas one, int pixel, Canvas other, int otherPixel)
    {
        for (int part = 0; part < 3; part++)
        {
            Assert.AreEqual(one.Grb[(pixel * 3) + part], other.Grb[(otherPixel * 3) + part]);
        }
    }
}
