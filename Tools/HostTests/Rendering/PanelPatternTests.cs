using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Shows for panels: what is seen on each, and that nothing is seen of the gaps.</summary>
[TestClass]
public sealed class PanelPatternTests
{
    private const int Panels = 5;
    private const int Gap = 6;

    private static readonly int[] All =
        [.. Enumerable.Range(PatternCatalog.CountOnGrids, PatternCatalog.CountOnPanels - PatternCatalog.CountOnGrids)];

    [TestMethod]
    public void They_come_behind_those_for_grids()
    {
        Assert.IsTrue(All.All(index => PatternCatalog.Create(index).IsForPanels), "behind those for grids come those for panels");
        Assert.IsFalse(
            Enumerable.Range(0, PatternCatalog.CountOnGrids).Any(index => PatternCatalog.Create(index).IsForPanels),
            "and none before");
        string[] names = PatternCatalog.NamesFor(PatternCatalog.CountOnPanels);
        Assert.AreEqual(names.Length, names.Distinct().Count(), "every name is there once");
    }

    [TestMethod]
    [DataRow(8)]
    [DataRow(5)]
    public void A_chorus_is_the_same_on_every_panel_however_they_hang(int size)
    {
        foreach (int kind in Enumerable.Range(0, 16))
        {
            (Canvas canvas, GridPlan plan) = Hang(size, kind);
            var pictures = new HashSet<string>();
            Play("chorus", canvas, () =>
            {
                string[] shown = [.. Enumerable.Range(0, Panels).Select(panel => Seen(canvas, plan, panel))];
                Assert.AreEqual(1, shown.Distinct().Count(), $"panels of {size}, laid as {kind}");
                pictures.Add(shown[0]);
            });
            Assert.IsTrue(pictures.Count > 20, $"{pictures.Count} pictures, laid as {kind}");
        }
    }

    [TestMethod]
    public void Facets_differ_from_panel_to_panel_and_each_of_them_moves()
    {
        (Canvas canvas, GridPlan plan) = Hang(8, 12);
        var pictures = new HashSet<string>[Panels];
        Play("facets", canvas, () =>
        {
            for (int panel = 0; panel < Panels; panel++)
            {
                (pictures[panel] ??= []).Add(Seen(canvas, plan, panel));
            }
        });
        Assert.IsTrue(pictures.All(seen => seen.Count > 20), "each moves");
        IEnumerable<string> last = Enumerable.Range(0, Panels).Select(panel => Seen(canvas, plan, panel));
        Assert.AreEqual(Panels, last.Distinct().Count(), "each another one");
    }

    [TestMethod]
    [DataRow("voyage")]
    [DataRow("downpour")]
    public void What_flies_over_the_panels_is_gone_in_the_gaps_and_reaches_every_panel(string name)
    {
        (Canvas canvas, GridPlan plan) = Hang(8, 12);
        var lit = new HashSet<int>();
        int frames = 0;
        Play(name, canvas, () =>
        {
            frames++;
            for (int at = 0; at < canvas.Width * canvas.Height; at++)
            {
                int column = at % canvas.Width;
                bool isLit = canvas.Grb.Skip(plan.PlaceOf(column, at / canvas.Width) * 3).Take(3).Any(part => part > 0);
                Assert.IsFalse(isLit && column > 0 && !canvas.IsSeen(column) && !canvas.IsSeen(column - 1) &&
                    !canvas.IsSeen(column + 1), $"{name}: column {column} is in a gap");
                _ = isLit && canvas.IsSeen(column) && lit.Add(column / canvas.Pitch);
            }
        });
        Assert.AreEqual(Panels, lit.Count, $"{name}: panels that were lit in {frames} frames");
    }

    [TestMethod]
    public void A_star_takes_as_long_over_a_gap_as_over_as_many_columns_that_are_seen()
    {
        (Canvas canvas, GridPlan plan) = Hang(8, 12);
        Pattern voyage = Begin("voyage", canvas);
        voyage.Settings[1] = 1;
        voyage.Settings[3] = 0;
        var columns = new List<int>();
        for (int frame = 0; frame < 4000; frame++)
        {
            voyage.Render(new AudioSnapshot(), 17, canvas);
            int column = Enumerable.Range(0, canvas.Width).FirstOrDefault(
                x => Enumerable.Range(0, canvas.Height).Any(y => canvas.Grb[plan.PlaceOf(x, y) * 3] > 0
                    || canvas.Grb[(plan.PlaceOf(x, y) * 3) + 1] > 0), -1);
            columns.Add(column);
        }

        // It leaves the second panel at its left edge, and comes to the first at its right one.
        int right = columns.IndexOf(canvas.Pitch + canvas.PanelWidth - 1);
        int left = columns.FindIndex(right, column => column >= 0 && column < canvas.Pitch);
        int dark = Enumerable.Range(right, left - right).Count(frame => columns[frame] < 0);
        double seen = (left - right - dark) / (double)canvas.PanelWidth;
        Assert.AreEqual(Gap * seen, dark, 2 * seen, $"{dark} frames in the gap, {seen:0.0} a column");
    }

    [TestMethod]
    public void They_stay_within_any_panels_at_the_ends_of_their_parameters()
    {
        foreach (int index in All)
        {
            Pattern pattern = PatternCatalog.Create(index);
            PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
            for (int ends = 0; ends < 1 << parameters.Length; ends++)
            {
                (Canvas canvas, GridPlan _) = Hang((ends & 7) + 1, ends & 15);
                pattern.Reset();
                for (int i = 0; i < parameters.Length; i++)
                {
                    pattern.Settings[i] = (ends >> i & 1) != 0 ? parameters[i].Max : parameters[i].Min;
                }

                foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(120))
                {
                    pattern.Render(heard, heard.Onset ? 1000 : 17, canvas);
                }
            }
        }
    }

    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(40, 1)]
    [DataRow(1, 40)]
    [DataRow(96, 8)]
    [DataRow(8, 96)]
    public void On_a_panel_alone_or_in_a_layer_on_a_grid_they_are_drawn_as_on_one_panel(int width, int height)
    {
        foreach (int index in All)
        {
            foreach (bool isByColumns in new[] { false, true })
            {
                short[] places = GridLayout.Places(width, height, 0, isByColumns, true);
                var plan = new GridPlan([width * height], 0, false, places, width, height, GridPlan.Columns);
                Canvas canvas = NewCanvas(plan);
                string name = PatternCatalog.Create(index).Name;
                int lit = 0;
                Play(name, canvas, () => lit += canvas.Grb.Count(part => part > 40));
                Assert.IsTrue(lit > 0, $"{name} on {width} × {height}");
            }
        }
    }

    // Bits: corner, by columns, serpentine.
    private static (Canvas Canvas, GridPlan Plan) Hang(int size, int kind)
    {
        short[] panel = GridLayout.Places(size, size, kind & 3, (kind & 4) != 0, (kind & 8) != 0);
        short[] places = PanelLayout.Places(Panels, size, Gap, (kind & 1) != 0, kind & 3, panel);
        int width = PanelLayout.Width(Panels, size, Gap);
        var plan = new GridPlan([Panels * size * size], 0, false, places, width, size, GridPlan.Columns);
        plan.HangPanels(Panels, Gap);
        return (NewCanvas(plan), plan);
    }

    private static Canvas NewCanvas(GridPlan plan)
    {
        var canvas = new Canvas(new Palette(), 10);
        byte[] keys = [.. Enumerable.Range(0, Palette.Keys).SelectMany(i => new byte[] { 255, (byte)(i * 15), 40 })];
        canvas.Palette.Begin(keys, 255);
        while (canvas.Palette.Work())
        {
        }

        plan.MakeRoom(canvas.Grb.Length);
        canvas.Lay(plan.Whole, plan);
        return canvas;
    }

    private static Pattern Begin(string name, Canvas canvas)
    {
        Pattern pattern = PatternCatalog.Create(PatternCatalog.IndexOnGrids(name));
        PatternParameter[] parameters = PatternParameter.Read(pattern.Parameters);
        pattern.Reset();
        for (int i = 0; i < parameters.Length; i++)
        {
            pattern.Settings[i] = parameters[i].Initial;
        }

        return pattern;
    }

    private static void Play(string name, Canvas canvas, Action look)
    {
        Pattern pattern = Begin(name, canvas);
        foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(300))
        {
            pattern.Render(heard, 17, canvas);
            look();
        }
    }

    private static string Seen(Canvas canvas, GridPlan plan, int panel) => Convert.ToHexString(
        [.. Enumerable.Range(0, canvas.PanelWidth * canvas.Height).SelectMany(
            at => canvas.Grb.Skip(
                plan.PlaceOf((panel * canvas.Pitch) + (at % canvas.PanelWidth), at / canvas.PanelWidth) * 3).Take(3))]);
}
