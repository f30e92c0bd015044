using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>A pattern that fills apart is added up while it is drawn: byte for byte what the limiter would have found.</summary>
[TestClass]
public sealed class AddedUpTests
{
    private const int Leds = 180;

    private static readonly string[] FillApart =
        ["pulse", "ribbons", "organ", "sweep", "sparks", "tiles", "stack", "zebra", "solid", "twinkle", "barber"];

    // They add up what glows between their runs too.
    private static readonly string[] GlowToo = ["sparks", "tiles", "twinkle"];

    [TestMethod]
    public void What_a_pattern_says_that_it_drew_is_what_the_picture_adds_up_to()
    {
        var told = new HashSet<string>();
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            for (int layout = 0; layout < 4; layout++)
            {
                foreach (int end in new[] { 0, 1, 2 })
                {
                    foreach (int leds in new[] { 60, Leds, 384 })
                    {
                        int known = Draw(pattern, CanvasOf(layout, glow: 0, leds), end);
                        _ = known > 0 && told.Add(PatternCatalog.Names[pattern]);
                    }
                }
            }
        }

        CollectionAssert.AreEquivalent(FillApart, told.ToArray(), "the patterns that add themselves up");
    }

    [TestMethod]
    public void A_picture_that_glows_in_the_dark_is_drawn_over_and_told_by_few()
    {
        foreach (string name in FillApart)
        {
            for (int layout = 0; layout < 4; layout++)
            {
                int known = Draw(Array.IndexOf(PatternCatalog.Names, name), CanvasOf(layout, glow: 40), end: 1);
                Assert.AreEqual(GlowToo.Contains(name), known > 0, $"{name}: {known} frames were told");
            }
        }
    }

    [TestMethod]
    public void A_picture_of_other_pixels_than_the_strip_shows_is_not_told()
    {
        Canvas canvas = CanvasOf(1, glow: 0, leds: 179);
        canvas.AddUp();
        canvas.Fill(0, canvas.Length, 0, 255);

        Assert.IsNull(canvas.AddedUp(179), "the sums of a mirrored strip of 179 pixels, whose middle is drawn twice");
    }

    [TestMethod]
    [DataRow("sparks")]
    [DataRow("tiles")]
    [DataRow("twinkle")]
    public void What_something_lies_over_is_added_up_as_far_as_it_is_seen(string name)
    {
        var cover = new PixelCover(Leds);
        for (int layout = 0; layout < 4; layout++)
        {
            foreach (int glow in new[] { 0, 40 })
            {
                Canvas canvas = CanvasOf(layout, glow);
                Pattern pattern = PatternCatalog.Create(Array.IndexOf(PatternCatalog.Names, name));
                PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
                for (int i = 0; i < parameters.Length; i++)
                {
                    pattern.Settings[i] = parameters[i].Initial;
                }

                pattern.Reset();
                int frame = 0;
                foreach (AudioSnapshot heard in new SnapshotScore().Play())
                {
                    if (frame++ % 20 == 0)
                    {
                        cover.Begin();
                        cover.Add(frame % 150, (frame % 150) + 25);
                        cover.Add(7, 9);
                        cover.End();
                    }

                    canvas.Seen = frame % 100 < 50 ? cover.Seen : null;
                    canvas.AddsUp = false;
                    pattern.Render(heard, 17, canvas);
                    FrameSums sums = canvas.AddedUp(Leds);
                    Assert.IsNotNull(sums, $"{name}, layout {layout}, glow {glow}, frame {frame}: nobody knows");
                    (int, int, int) told = (sums.Green, sums.Red, sums.Blue);
                    Assert.AreEqual(SeenOf(canvas), told, $"{name}, layout {layout}, glow {glow}, frame {frame}");
                }
            }
        }
    }

    [TestMethod]
    public void Where_nobody_asks_the_same_is_drawn_and_nothing_told()
    {
        foreach (string name in new[] { "sparks", "tiles", "twinkle" })
        {
            Canvas asked = CanvasOf(0, glow: 0);
            Canvas other = CanvasOf(0, glow: 0);
            Pattern[] patterns = [.. new[] { asked, other }.Select(
                _ => PatternCatalog.Create(Array.IndexOf(PatternCatalog.Names, name)))];
            foreach (Pattern pattern in patterns)
            {
                PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
                for (int i = 0; i < parameters.Length; i++)
                {
                    pattern.Settings[i] = parameters[i].Initial;
                }

                pattern.Reset();
            }

            int frame = 0;
            foreach (AudioSnapshot heard in new SnapshotScore().Play())
            {
                other.IsAsked = frame++ % 60 < 30;
                other.AddsUp = false;
                patterns[0].Render(heard, 17, asked);
                patterns[1].Render(heard, 17, other);
                CollectionAssert.AreEqual(asked.Grb, other.Grb, $"{name}, frame {frame}");
                Assert.AreEqual(other.IsAsked, other.AddedUp(Leds) != null, $"{name}, frame {frame}: told");
                Assert.IsTrue(!other.IsAsked || SumsOf(other) == SumsOf(asked), $"{name}, frame {frame}: what it adds up to");
            }
        }
    }

    [TestMethod]
    public void Spots_are_what_fills_one_by_one_would_be()
    {
        int[] places = [-3, -1, 0, 1, 50, 51, 88, 89, 90, 177, 178, 179, 180];
        int[] lights = [255, 200, 0, 30, 255, 1, 77, 255, 9, 100, 255, 254, 3];
        int[] levels = [.. lights.Select(light => light << 8)];
        for (int layout = 0; layout < 4; layout++)
        {
            for (int width = 1; width <= 4; width++)
            {
                foreach (int glow in new[] { 0, 90 })
                {
                    Canvas spots = CanvasOf(layout, glow);
                    Canvas fills = CanvasOf(layout, glow);
                    int[] left = [.. levels];
                    spots.Spots(places, left, left.Length, width, 40, 7, fade: 100, sooner: 3000);
                    CollectionAssert.AreEqual(
                        levels.Select((level, i) => Math.Max(0, level - 100 - (3000 * i))).ToArray(), left,
                        "what is left of them");
                    for (int i = 0; i < places.Length; i++)
                    {
                        if (levels[i] > 0)
                        {
                            fills.Fill(places[i], width, 40 + (i * 7), levels[i] >> 8);
                        }
                    }

                    CollectionAssert.AreEqual(fills.Grb, spots.Grb, $"layout {layout}, width {width}, glow {glow}");
                }
            }
        }
    }

    [TestMethod]
    public void Stripes_are_what_fills_one_by_one_would_be_and_add_up_to_the_same()
    {
        for (int layout = 0; layout < 4; layout++)
        {
            foreach (int width in new[] { 1, 2, 3, 4, 5, 8, 15, 16, 17, 31, 32, 33, 48, 49, 58, 64 })
            {
                foreach (int glow in new[] { 0, 90 })
                {
                    Canvas stripes = CanvasOf(layout, glow);
                    Canvas fills = CanvasOf(layout, glow);
                    foreach (int from in new[] { -70, -width - 1, -3, 0, 1, 5 })
                    {
                        int pitch = width + 2;
                        stripes.Clear();
                        stripes.AddUp();
                        stripes.Stripes(from, pitch, width, 40, -32, 77);
                        fills.Clear();
                        fills.AddUp();
                        for (int i = 0; i <= Leds; i++)
                        {
                            fills.Fill(from + (i * pitch), width, 40 - (i * 32), 77);
                        }

                        string what = $"layout {layout}, width {width}, glow {glow}, from {from}";
                        CollectionAssert.AreEqual(fills.Grb, stripes.Grb, what);
                        Assert.IsTrue(glow > 0 || SumsOf(fills) == SumsOf(stripes), $"{what}: what they add up to");
                    }
                }
            }
        }
    }

    // Frames whose sums were told, each of them checked.
    private static int Draw(int index, Canvas canvas, int end)
    {
        Pattern pattern = PatternCatalog.Create(index);
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        for (int i = 0; i < parameters.Length; i++)
        {
            int[] values = [parameters[i].Min, parameters[i].Initial, parameters[i].Max];
            pattern.Settings[i] = values[end];
        }

        pattern.Reset();
        int known = 0;
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            canvas.AddsUp = false;
            pattern.Render(heard, 17, canvas);
            FrameSums sums = canvas.AddedUp(canvas.Grb.Length / 3);
            if (sums == null)
            {
                continue;
            }

            known++;
            Assert.AreEqual(
                (Sum(canvas.Grb, 0), Sum(canvas.Grb, 1), Sum(canvas.Grb, 2)), (sums.Green, sums.Red, sums.Blue), pattern.Name);
        }

        return known;
    }

    private static (int Green, int Red, int Blue) SeenOf(Canvas canvas)
    {
        int[] sums = new int[3];
        for (int at = 0; at < canvas.Grb.Length; at++)
        {
            int pixel = at / 3;
            sums[at % 3] += canvas.Seen == null || canvas.Seen[pixel + 1] > canvas.Seen[pixel] ? canvas.Grb[at] : 0;
        }

        return (sums[0], sums[1], sums[2]);
    }

    private static (int Green, int Red, int Blue) SumsOf(Canvas canvas) =>
        (canvas.Sums.Green, canvas.Sums.Red, canvas.Sums.Blue);

    private static int Sum(byte[] grb, int part) => grb.Where((_, i) => i % 3 == part).Sum(value => value);

    private static Canvas CanvasOf(int layout, int glow, int leds = Leds)
    {
        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        palette.Begin(3, 200);
        while (palette.Work())
        {
        }

        var map = new PixelMap([leds]);
        new LineLayout([leds]) { Mirror = (layout & 1) != 0, Reverse = (layout & 2) != 0 }.CompileAlone(map, 0);
        var canvas = new Canvas(palette, leds);
        canvas.KeepAbove(glow);
        canvas.Lay(map, null);
        canvas.MakeNotes();
        return canvas;
    }
}
