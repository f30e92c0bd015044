using NanoFirmware.Layout;
using NanoFirmware.Rendering;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Rendering;

[TestClass]
public class CanvasTests
{
    private const int Leds = 180;

    [TestMethod]
    public void A_reversed_picture_is_the_picture_turned_round()
    {
        Line forwards = Drawn(false, false);
        Line backwards = Drawn(false, true);

        for (int pixel = 0; pixel < Leds; pixel++)
        {
            AssertSame(forwards, pixel, backwards, Leds - 1 - pixel);
        }
    }

    [TestMethod]
    public void A_mirrored_picture_is_symmetric()
    {
        foreach (bool reverse in new[] { false, true })
        {
            Line canvas = Drawn(true, reverse);
            for (int pixel = 0; pixel < Leds / 2; pixel++)
            {
                AssertSame(canvas, pixel, canvas, Leds - 1 - pixel);
            }
        }
    }

    [TestMethod]
    public void A_mirrored_picture_begins_in_the_middle_and_a_reversed_one_at_the_ends()
    {
        Line middle = Laid(true, false);
        middle.Canvas.Fill(0, 1, 128, 255);
        Line ends = Laid(true, true);
        ends.Canvas.Fill(0, 1, 128, 255);

        Assert.IsTrue(IsLit(middle, Leds / 2), "the upper middle is dark");
        Assert.IsTrue(IsLit(middle, (Leds / 2) - 1), "the lower middle is dark");
        Assert.IsFalse(IsLit(middle, 0), "the start is lit before the middle has spread to it");
        Assert.IsTrue(IsLit(ends, 0), "the start is dark");
        Assert.IsTrue(IsLit(ends, Leds - 1), "the end is dark");
        Assert.IsFalse(IsLit(ends, Leds / 2), "the middle is lit before the ends have spread to it");
    }

    [TestMethod]
    public void A_run_goes_on_where_the_one_before_ended()
    {
        Line whole = Laid(false, false);
        whole.Canvas.Run(0, Leds, 400);
        Line pieces = Laid(false, false);
        for (int from = 0; from < Leds; from += 7)
        {
            pieces.Canvas.Run(from, 7, 400 + from);
        }

        for (int pixel = 0; pixel < Leds; pixel++)
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
                Line canvas = Laid(mirror, reverse);
                for (int at = -40; at < Leds + 40; at += 3)
                {
                    canvas.Canvas.Fill(at, 25, at + 40, 255);
                    canvas.Canvas.Run(at, 25, at + 40);
                    canvas.Canvas.Light(at, 77, 9);
                    canvas.Canvas.TailBehind(at, 77, 16);
                    canvas.Canvas.TailAhead(at, 77, 16);
                }

                canvas.Canvas.Fill(-1000, 3000, 10, 255);
                for (int pixel = 1; pixel < Leds; pixel++)
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
                Line moved = Laid(mirror, reverse);
                moved.Canvas.Run(0, 20, 30);
                moved.Canvas.Scroll(5);
                Line drawn = Laid(mirror, reverse);
                drawn.Canvas.Run(5, 20, 30);
                drawn.Canvas.Run(0, 5, 30);
                for (int pixel = 0; pixel < Leds; pixel++)
                {
                    AssertSame(drawn, pixel, moved, pixel);
                }
            }
        }
    }

    [TestMethod]
    public void Nothing_is_darker_than_the_glow_that_is_asked_for()
    {
        Line canvas = Laid(false, false);
        canvas.Canvas.Glow = 100;
        canvas.Canvas.Clear();
        Assert.IsTrue(IsLit(canvas, 50), "a pixel is darker than the glow");
        byte cleared = canvas.Shown()[50 * 3];
        canvas.Canvas.Fill(50, 1, 128, 0);
        Assert.AreEqual(cleared, canvas.Shown()[50 * 3]);
    }

    private static Line Laid(bool mirror, bool reverse)
    {
        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        palette.Begin(0, 255);
        while (palette.Work())
        {
        }

        return new Line(palette, mirror, reverse);
    }

    private static Line Drawn(bool mirror, bool reverse)
    {
        Line line = Laid(mirror, reverse);
        Canvas canvas = line.Canvas;
        canvas.Run(3, 40, 77);
        canvas.Fill(30, 9, 200, 120);
        canvas.Light(60, 10, 16);
        canvas.Light(80, 90, 7);
        canvas.TailBehind(50, 140, 12);
        canvas.TailAhead(70, 240, 12);
        canvas.Cells(new byte[] { 1, 0, 200, 90 }, 4, 4);
        canvas.Scroll(2);
        return line;
    }

    private static bool IsLit(Line line, int pixel)
    {
        byte[] shown = line.Shown();
        return shown[pixel * 3] + shown[(pixel * 3) + 1] + shown[(pixel * 3) + 2] > 0;
    }

    private static void AssertSame(Line one, int pixel, Line other, int otherPixel)
    {
        byte[] shown = one.Shown();
        byte[] otherShown = other.Shown();
        for (int part = 0; part < 3; part++)
        {
            Assert.AreEqual(shown[(pixel * 3) + part], otherShown[(otherPixel * 3) + part]);
        }
    }

    // A canvas and the strip that shows it.
    private sealed class Line
    {
        private readonly PixelMap _map = new PixelMap(new[] { Leds });
        private readonly byte[] _shown = new byte[Leds * 3];

        public Line(Palette palette, bool mirror, bool reverse)
        {
            var layout = new LineLayout(new[] { Leds }) { Mirror = mirror, Reverse = reverse };
            layout.CompileAlone(_map, 0);
            Canvas = new Canvas(palette, Leds);
            Canvas.Lay(_map, null);
        }

        public readonly Canvas Canvas;

        public byte[] Shown()
        {
            _map.Show(Canvas.Grb, 0, _shown);
            return _shown;
        }
    }
}
