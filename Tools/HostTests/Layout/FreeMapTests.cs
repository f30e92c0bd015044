using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.Layout;

namespace NanoFirmware.HostTests.Layout;

/// <summary>
/// Free maps at random show what a plain reference says: each LED the pixel of the place that names it, and nothing where none
/// does.
/// </summary>
[TestClass]
public sealed class FreeMapTests
{
    private const int Maps = 600;

    [TestMethod]
    [DataRow(-1)]
    [DataRow(GridPlan.Columns)]
    [DataRow(GridPlan.Rows)]
    [DataRow(GridPlan.Rings)]
    [DataRow(GridPlan.Path)]
    public void Each_LED_shows_the_pixel_of_its_place_and_the_others_are_dark(int expand)
    {
        var random = new Random(16);
        for (int i = 0; i < Maps; i++)
        {
            Hanging hanging = Hanging.At(random, i);
            GridPlan plan = hanging.Plan(expand < 0 ? GridPlan.Columns : expand);
            int[] seen = Shown(plan, expand < 0 ? plan.Whole : plan.Expanded, hanging);
            for (int led = 0; led < seen.Length; led++)
            {
                int place = Array.IndexOf(hanging.Map.Leds, (short)led);
                int wanted = place < 0 ? -1 : Pixel(plan, expand, place % plan.Width, place / plan.Width, led);
                Assert.AreEqual(wanted, seen[led], $"map {i}, {plan.Width} x {plan.Height}, LED {led} of {seen.Length}");
            }
        }
    }

    [TestMethod]
    public void Every_pixel_has_a_place_of_its_own_in_memory()
    {
        var random = new Random(17);
        for (int i = 0; i < Maps; i++)
        {
            GridPlan plan = Hanging.At(random, i).Plan(GridPlan.Columns);
            var places = new HashSet<int>(
                from row in Enumerable.Range(0, plan.Height) from column in Enumerable.Range(0, plan.Width)
                    select plan.PlaceOf(column, row));
            Assert.AreEqual(plan.Width * plan.Height, places.Count, $"map {i}");
            Assert.IsTrue(places.Min() == 0 && places.Max() == places.Count - 1, $"map {i}: none lies outside");
        }
    }

    [TestMethod]
    public void A_picture_from_the_network_is_seen_as_it_was_sent()
    {
        var random = new Random(18);
        for (int i = 0; i < Maps; i++)
        {
            Hanging hanging = Hanging.At(random, i);
            GridPlan plan = hanging.Plan(GridPlan.Columns);
            for (int output = 0, from = 0; output < hanging.Leds.Length; output++)
            {
                int[] seen = [.. Enumerable.Repeat(-1, hanging.Leds[output])];
                foreach (int[] run in plan.Sent[output].Chunk(SentRuns.Ints))
                {
                    for (int at = 0; at < run[2]; at++)
                    {
                        seen[run[0] + at] = run[1] + (at * run[3]);
                    }
                }

                int[] expected = [.. Enumerable.Range(from, seen.Length)
                    .Select(led => output == 0 || hanging.Spans ? Array.IndexOf(hanging.Map.Leds, (short)led) : -1)];
                CollectionAssert.AreEqual(expected, seen, $"map {i}, strip {output}");
                from += hanging.Leds[output];
            }
        }
    }

    [TestMethod]
    public void A_tidy_map_costs_no_more_than_the_grid_that_it_is()
    {
        short[] places = GridLayout.Places(25, 24, GridLayout.Bottom, true, true);
        var map = LedMap.Of(places, 25, 24);
        CollectionAssert.AreEqual(places, map.Places());
        var plan = new GridPlan([300, 300], 0, true, map.Places(), 25, 24, GridPlan.Columns);
        Assert.AreEqual(2, plan.Whole.Runs, "a run for each strip");
        Assert.AreEqual(1, GridPlan.Hops(plan.Runs(plan.Whole, false)), "at sixty pictures a second");
    }

    [TestMethod]
    public void A_scattered_map_has_fewer_pictures_a_second()
    {
        var random = new Random(19);
        short[] leds = [.. Enumerable.Range(0, 600).OrderBy(_ => random.Next()).Select(led => (short)led)];
        var plan = new GridPlan([300, 300], 0, true, new LedMap(leds, 600, 1).Places(), 600, 1, GridPlan.Columns);
        Assert.IsTrue(plan.Whole.Runs > 590, $"{plan.Whole.Runs} runs");
        Assert.AreEqual(GridPlan.MostHops, GridPlan.Hops(plan.Runs(plan.Whole, false)));
        var small = new GridPlan([90, 0], 0, false, new LedMap([.. leds.Where(led => led < 90)], 90, 1).Places(), 90, 1,
            GridPlan.Columns);
        Assert.AreEqual(1, GridPlan.Hops(small.Runs(small.Whole, false)), "90 pixels are copied in time, however they lie");
    }

    private static int Pixel(GridPlan plan, int expand, int column, int row, int led) => expand switch
    {
        GridPlan.Columns => column,
        GridPlan.Rows => plan.Height - 1 - row,
        GridPlan.Rings => (int)Math.Max(Math.Abs(column - ((plan.Width - 1) / 2.0)), Math.Abs(row - ((plan.Height - 1) / 2.0))),
        GridPlan.Path => led,
        _ => plan.PlaceOf(column, row),
    };

    // The pixel of the canvas that each LED shows, strip by strip; −1 where it is dark.
    private static int[] Shown(GridPlan plan, PixelMap map, Hanging hanging)
    {
        byte[] memory = new byte[map.Pixels * 3];
        for (int pixel = 0; pixel < map.Length; pixel++)
        {
            Number(memory, pixel, pixel);
            if (map.IsBackward)
            {
                Number(memory, map.BackwardFrom + map.Length - 1 - pixel, pixel);
            }
        }

        var seen = new List<int>();
        for (int output = 0; output < hanging.Leds.Length && (output == 0 || plan.Spans); output++)
        {
            byte[] frame = [.. Enumerable.Repeat((byte)0xEE, hanging.Leds[output] * 3)];
            map.Show(memory, output, frame);
            seen.AddRange(frame.Chunk(3).Select(pixel => pixel[0] + (pixel[1] << 8) - 1));
        }

        return [.. seen];
    }

    private static void Number(byte[] memory, int at, int pixel)
    {
        memory[at * 3] = (byte)(pixel + 1);
        memory[(at * 3) + 1] = (byte)((pixel + 1) >> 8);
    }

    private sealed record Hanging(LedMap Map, int[] Leds, bool Spans)
    {
        public GridPlan Plan(int expand) => new(Leds, 0, Spans, Map.Places(), Map.Width, Map.Height, expand);

        // In turn lines and areas, whole and with gaps, in long pieces and in single pixels, on one strip and on two.
        public static Hanging At(Random random, int number)
        {
            bool isLine = (number & 1) != 0;
            bool hasGaps = (number & 2) != 0;
            bool isScattered = (number & 4) != 0;
            bool spans = (number & 8) != 0;
            int width = isLine ? random.Next(1, 300) : random.Next(1, 24);
            int height = isLine ? 1 : random.Next(1, 24);
            int places = width * height;
            int count = hasGaps ? random.Next(1, places + 1) : places;
            int all = count + random.Next(0, 9);
            short[] wired = [.. Wired(random, all, isScattered ? 1 : 7).Take(count)];
            short[] leds = [.. Enumerable.Repeat((short)LedMap.None, places)];
            int[] taken = hasGaps ? [.. Enumerable.Range(0, places).OrderBy(_ => random.Next()).Take(count).Order()]
                : [.. Enumerable.Range(0, places)];
            for (int i = 0; i < count; i++)
            {
                leds[taken[i]] = wired[i];
            }

            int first = spans ? random.Next(1, all + 1) : all;
            return new Hanging(new LedMap(leds, width, height), [first, spans ? all - first : random.Next(0, 40)], spans
                && all > first);
        }

        // All numbers in another order, in pieces that run forwards or backwards.
        private static IEnumerable<short> Wired(Random random, int count, int piece) => Enumerable.Range(0, count).Chunk(piece)
            .OrderBy(_ => random.Next()).SelectMany(each => random.Next(2) == 0 ? each : each.Reverse())
                .Select(led => (short)led);
    }
}
