using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Layout;

namespace NanoFirmware.HostTests.Layout;

/// <summary>
/// Every grid of many sizes shows what a plain reference says it should: the person who hangs the strip, LED by LED.
/// </summary>
[TestClass]
public sealed class GridLayoutTests
{
    private static readonly (int Width, int Height)[] Sizes =
        [
            (1, 1),
            (1, 7),
            (7, 1),
            (2, 2),
            (2, 3),
            (3, 2),
            (8, 8),
            (16, 16),
            (25, 24),
            (24, 25),
            (5, 4),
            (4, 5),
            (13, 11),
            (32, 24),
            (1, 300),
            (60, 5),
        ];

    [TestMethod]
    public void Each_LED_shows_the_pixel_that_it_hangs_on() => ForEach((grid, leds, output, spans) =>
    {
        var plan = new GridPlan(leds, output, spans, grid.Places(), grid.Width, grid.Height, GridPlan.Columns);
        Compare(plan, plan.Whole, leds, output, spans, grid, (x, y) => plan.PlaceOf(x, y));
        Assert.AreEqual(
            grid.Width * grid.Height, Every(plan).Distinct().Count(), $"{grid}: each pixel has a place of its own in memory");
    });

    [TestMethod]
    public void A_grid_is_one_run_for_each_strip() => ForEach((grid, leds, output, spans) =>
    {
        var plan = new GridPlan(leds, output, spans, grid.Places(), grid.Width, grid.Height, GridPlan.Columns);
        Assert.AreEqual(
            grid.Width == 1 || grid.Height == 1 || !grid.IsByColumns, grid.Width == 1 || grid.Height == 1 || !plan.IsByColumns,
            $"{grid}: lines run as the strip does");
        var counted = new RunWriter(null, false);
        int at = 0;
        foreach ((int place, int strip) in Walk(grid, leds, output, spans))
        {
            counted.Put(strip, at++, plan.PlaceOf(place % grid.Width, place / grid.Width));
        }

        counted.End();
        Assert.IsTrue(counted.Runs <= leds.Length, $"{grid}: {counted.Runs} runs");
    });

    [TestMethod]
    [DataRow(GridPlan.Columns)]
    [DataRow(GridPlan.Rows)]
    [DataRow(GridPlan.Rings)]
    [DataRow(GridPlan.Path)]
    public void A_pattern_for_lines_is_seen_as_columns_rows_rings_or_along_the_path(int expand) =>
        ForEach((grid, leds, output, spans) =>
    {
        var plan = new GridPlan(leds, output, spans, grid.Places(), grid.Width, grid.Height, expand);
        short[] places = grid.Places();
        Compare(plan, plan.Expanded, leds, output, spans, grid, (x, y) => expand switch
        {
            GridPlan.Columns => x,
            GridPlan.Rows => grid.Height - 1 - y,
            GridPlan.Rings => (int)Math.Max(Math.Abs(x - ((grid.Width - 1) / 2.0)), Math.Abs(y - ((grid.Height - 1) / 2.0))),
            _ => Array.IndexOf(places, (short)((y * grid.Width) + x)),
        });
    });

    [TestMethod]
    [DataRow(0, 0, 0)]
    [DataRow(1, 7, 0)]
    [DataRow(2, 7, 7)]
    [DataRow(3, 0, 7)]
    public void Each_panel_is_turned_in_its_own_window(int quarters, int column, int row)
    {
        foreach (bool isFromRight in new[] { false, true })
        {
            short[] places = PanelLayout.Places(5, 8, 3, isFromRight, quarters, GridLayout.Places(8, 8, 0, false, true));
            Assert.AreEqual(320, places.Distinct().Count(), "each LED has a place of its own");
            for (int panel = 0; panel < 5; panel++)
            {
                int left = (isFromRight ? 4 - panel : panel) * 11;
                Assert.AreEqual((row * 52) + left + column, places[panel * 64], $"the first LED of panel {panel}");
                Assert.IsTrue(
                    places.Skip(panel * 64).Take(64).All(place => place % 52 >= left && place % 52 < left + 8 && place / 52 < 8),
                    $"panel {panel} stays in its window");
            }
        }
    }

    [TestMethod]
    public void What_was_sent_is_taken_back_to_the_canvas() => ForEach((grid, leds, output, spans) =>
    {
        var plan = new GridPlan(leds, output, spans, grid.Places(), grid.Width, grid.Height, GridPlan.Columns);
        byte[] memory = Numbered(plan.Whole);
        byte[] again = new byte[memory.Length];
        for (int strip = 0; strip < leds.Length; strip++)
        {
            byte[] frame = new byte[leds[strip] * 3];
            plan.Whole.Show(memory, strip, frame);
            plan.Whole.TakeBack(frame, strip, again);
        }

        Assert.IsTrue(
            Every(plan).All(place => memory[place * 3] == again[place * 3] && memory[(place * 3) + 1] == again[(place * 3) + 1]),
            $"{grid}");
    });

    private static IEnumerable<int> Every(GridPlan plan) =>
        from y in Enumerable.Range(0, plan.Height) from x in Enumerable.Range(0, plan.Width) select plan.PlaceOf(x, y);

    private static void ForEach(Action<Grid, int[], int, bool> check)
    {
        foreach ((int width, int height) in Sizes)
        {
            for (int kind = 0; kind < 16; kind++)
            {
                var grid = new Grid(width, height, kind & 3, (kind & 4) != 0, (kind & 8) != 0);
                int pixels = width * height;
                check(grid, [pixels, 0], 0, false);
                check(grid, [5, pixels + 3], 1, false);
                check(grid, [pixels - (pixels / 2), pixels / 2], 0, true);
                check(grid, [(pixels / 3) + 1, pixels], 0, true);
            }
        }
    }

    private static void Compare(
        GridPlan plan, PixelMap map, int[] leds, int output, bool spans, Grid grid, Func<int, int, int> expected)
    {
        byte[] memory = Numbered(map);
        var frames = leds.Select(each => new byte[each * 3]).ToArray();
        for (int strip = 0; strip < leds.Length; strip++)
        {
            map.Show(memory, strip, frames[strip]);
        }

        int[] next = new int[leds.Length];
        foreach ((int place, int strip) in Walk(grid, leds, output, spans))
        {
            int at = next[strip]++ * 3;
            int seen = frames[strip][at] + (frames[strip][at + 1] << 8) - 1;
            int wanted = expected(place % grid.Width, place / grid.Width);

            // The copy that runs backwards carries the same numbers.
            Assert.AreEqual(
                wanted, seen % Math.Max(map.Length, 1),
                $"{grid} on {string.Join('+', leds)}: LED {at / 3} of strip {strip} at {place % grid.Width}, "
                    + $"{place / grid.Width}");
        }

        for (int strip = 0; strip < leds.Length && (spans || strip == output); strip++)
        {
            Assert.IsTrue(
                frames[strip].Skip(next[strip] * 3).All(part => part == 0), $"{grid}: what hangs beyond the grid is dark");
        }
    }

    // The LEDs in the order in which they are wired, strip by strip.
    private static IEnumerable<(int Place, int Strip)> Walk(Grid grid, int[] leds, int output, bool spans)
    {
        int at = 0;
        foreach (int place in grid.Hang())
        {
            int reached = at < leds[0] ? 0 : 1;
            yield return (place, spans ? reached : output);
            at++;
        }
    }

    private static byte[] Numbered(PixelMap map)
    {
        byte[] memory = new byte[map.Pixels * 3];
        for (int pixel = 0; pixel < map.Length; pixel++)
        {
            Write(memory, pixel, pixel);
            if (map.IsBackward)
            {
                Write(memory, map.BackwardFrom + map.Length - 1 - pixel, pixel);
            }
        }

        return memory;
    }

    private static void Write(byte[] memory, int at, int pixel)
    {
        memory[at * 3] = (byte)(pixel + 1);
        memory[(at * 3) + 1] = (byte)((pixel + 1) >> 8);
    }

    private sealed record Grid(int Width, int Height, int Corner, bool IsByColumns, bool IsSerpentine)
    {
        public short[] Places() => GridLayout.Places(Width, Height, Corner, IsByColumns, IsSerpentine);

        // From the corner step by step: along the line to its end, then one line on, and there back again or anew from the side.
        public IEnumerable<int> Hang()
        {
            int x = (Corner & 1) != 0 ? Width - 1 : 0;
            int y = (Corner & 2) != 0 ? Height - 1 : 0;
            int right = (Corner & 1) != 0 ? -1 : 1;
            int down = (Corner & 2) != 0 ? -1 : 1;
            for (int line = 0; line < (IsByColumns ? Width : Height); line++)
            {
                for (int step = 0; step < (IsByColumns ? Height : Width); step++)
                {
                    yield return (y * Width) + x;
                    (x, y) = IsByColumns ? (x, y + down) : (x + right, y);
                }

                // One step too far.
                (x, y) = IsByColumns ? (x + right, y - down) : (x - right, y + down);
                if (IsSerpentine)
                {
                    (right, down) = IsByColumns ? (right, -down) : (-right, down);
                }
                else
                {
                    int side = (Corner & 1) != 0 ? Width - 1 : 0;
                    int edge = (Corner & 2) != 0 ? Height - 1 : 0;
                    (x, y) = IsByColumns ? (x, edge) : (side, y);
                }
            }
        }
    }
}
