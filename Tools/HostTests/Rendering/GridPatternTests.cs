using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Patterns for grids: upright however the strip hangs, lit by music, within any grid.</summary>
[TestClass]
public sealed class GridPatternTests : IDisposable
{
    // The clock looks at the board's.
    private readonly SimulatedBoard _board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock()));

    private static readonly int[] All =
        [.. Enumerable.Range(PatternCatalog.Count, PatternCatalog.CountOnGrids - PatternCatalog.Count)];

    // Those that follow the strip's lines: along columns theirs is another picture, of the same kind.
    private static readonly string[] AlongLines = ["plasma", "waterfall", "voronoi", "life"];

    public void Dispose() => _board.Dispose();

    [TestMethod]
    public void There_are_at_least_fourteen_behind_those_for_lines()
    {
        Assert.IsTrue(All.Length >= 14, $"{All.Length} patterns for grids");
        Assert.IsTrue(All.All(index => PatternCatalog.Create(index).IsForGrids), "behind those for lines come those for grids");
        Assert.IsFalse(
            Enumerable.Range(0, PatternCatalog.Count).Any(index => PatternCatalog.Create(index).IsForGrids), "and none before");
        string[] names = PatternCatalog.NamesFor(PatternCatalog.CountOnGrids);
        Assert.AreEqual(names.Length, names.Distinct().Count(), "every name is there once");
    }

    [TestMethod]
    public void A_picture_is_upright_from_whichever_corner_the_strip_runs()
    {
        foreach (int index in All)
        {
            string expected = Film(index, 17, 12, 0);
            for (int kind = 1; kind < 16; kind++)
            {
                bool isByColumns = (kind & 4) != 0;
                if (!isByColumns || !AlongLines.Contains(PatternCatalog.Create(index).Name))
                {
                    Assert.AreEqual(expected, Film(index, 17, 12, kind), $"{PatternCatalog.Create(index).Name}, grid {kind}");
                }
            }
        }
    }

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(1, 40)]
    [DataRow(40, 1)]
    [DataRow(3, 2)]
    [DataRow(8, 8)]
    [DataRow(25, 24)]
    [DataRow(96, 8)]
    [DataRow(4, 150)]
    [DataRow(255, 3)]
    public void Every_pattern_stays_within_a_grid_of_any_size(int width, int height)
    {
        foreach (int index in All)
        {
            foreach (int kind in new[] { 0, 8, 13 })
            {
                Canvas canvas = Hang(width, height, kind, out _);
                Pattern pattern = Begin(index, canvas);
                byte[] grb = canvas.Grb;
                foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(200))
                {
                    pattern.Render(heard, 17, canvas);
                }

                Assert.AreSame(grb, canvas.Grb, pattern.Name);
            }
        }
    }

    [TestMethod]
    public void Every_pattern_stays_within_its_grid_at_the_ends_of_its_parameters()
    {
        foreach (int index in All)
        {
            PatternParameter[] parameters = PatternParameter.Read(PatternCatalog.Create(index).Parameters);
            for (int ends = 0; ends < 1 << parameters.Length; ends++)
            {
                Canvas canvas = Hang(25, 24, ends & 15, out _);
                Pattern pattern = Begin(index, canvas);
                for (int i = 0; i < parameters.Length; i++)
                {
                    pattern.Settings[i] = (ends >> i & 1) != 0 ? parameters[i].Max : parameters[i].Min;
                }

                foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(120))
                {
                    pattern.Render(heard, heard.Onset ? 33 : 17, canvas);
                }
            }
        }
    }

    [TestMethod]
    public void Music_lights_every_pattern_and_silence_puts_those_out_that_draw_it()
    {
        foreach (int index in All)
        {
            Canvas canvas = Hang(25, 24, 8, out _);
            Pattern pattern = Begin(index, canvas);
            var pictures = new HashSet<string>();
            int most = 0;
            foreach (AudioSnapshot heard in new SnapshotScore().Play())
            {
                pattern.Render(heard, 17, canvas);
                most = Math.Max(most, canvas.Grb.Count(part => part > 40));
                pictures.Add(Convert.ToHexString(canvas.Grb));
            }

            Assert.IsTrue(most > 10, $"{pattern.Name}: {most} lights");
            Assert.IsTrue(pictures.Count > (pattern.Name == "clock" ? 0 : 20), $"{pattern.Name}: {pictures.Count} pictures");
            for (int i = 0; i < 600; i++)
            {
                pattern.Render(new AudioSnapshot(), 17, canvas);
            }

            Assert.AreEqual(pattern.Audio, canvas.Grb.All(part => part == 0), $"{pattern.Name}: black in silence or not");
        }
    }

    [TestMethod]
    public void Another_palette_reaches_every_pixel()
    {
        foreach (int index in All)
        {
            Canvas canvas = Hang(25, 24, 8, out _);
            Pattern pattern = Begin(index, canvas);
            var score = new SnapshotScore().Play().Take(400).GetEnumerator();
            Play(pattern, canvas, score, 180);
            Colour(canvas.Palette, 1);
            Play(pattern, canvas, score, 200);
            for (int pixel = 0; pixel < canvas.Grb.Length; pixel += 3)
            {
                Assert.AreEqual(0, canvas.Grb[pixel + 1], $"{pattern.Name}: pixel {pixel / 3} is still red");
            }
        }
    }

    private static void Play(Pattern pattern, Canvas canvas, IEnumerator<AudioSnapshot> score, int frames)
    {
        for (int i = 0; i < frames && score.MoveNext(); i++)
        {
            pattern.Render(score.Current, 17, canvas);
        }
    }

    // A palette of red alone, or of blue alone.
    private static void Colour(Palette palette, int which)
    {
        byte[] keys = [.. Enumerable.Range(0, Palette.Keys).SelectMany(_ => which == 0 ? new byte[] { 255, 0, 0 } : [0, 0, 255])];
        palette.Begin(keys, 255);
        while (palette.Work())
        {
        }
    }

    private static Pattern Begin(int index, Canvas canvas)
    {
        Pattern pattern = PatternCatalog.Create(index);
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        pattern.Reset();
        for (int i = 0; i < parameters.Length; i++)
        {
            pattern.Settings[i] = parameters[i].Initial;
        }

        return pattern;
    }

    private static Canvas Hang(int width, int height, int kind, out GridPlan plan)
    {
        int[] leds = [width * height];
        plan = new GridPlan(
            leds, 0, false, GridLayout.Places(width, height, kind & 3, (kind & 4) != 0, (kind & 8) != 0), width, height,
            GridPlan.Columns);
        var canvas = new Canvas(new Palette(), 10) { Notices = new Notices() };
        canvas.Notices.SetTime(1782900000, PosixZone.Read("UTC0"), "UTC0");
        Colour(canvas.Palette, 0);
        plan.MakeRoom(canvas.Grb.Length);
        canvas.Lay(plan.Whole, plan);
        canvas.MakeNotes();
        return canvas;
    }

    // Pictures row by row, of some moments.
    private static string Film(int index, int width, int height, int kind)
    {
        Canvas canvas = Hang(width, height, kind, out GridPlan plan);
        Pattern pattern = Begin(index, canvas);
        var film = new List<byte>();
        int frame = 0;
        foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(160))
        {
            pattern.Render(heard, 17, canvas);
            if (++frame is 90 or 120 or 160)
            {
                film.AddRange(
                    Enumerable.Range(0, width * height).SelectMany(
                        at => canvas.Grb.Skip(plan.PlaceOf(at % width, at / width) * 3).Take(3)));
            }
        }

        return Convert.ToHexString([.. film]);
    }
}
