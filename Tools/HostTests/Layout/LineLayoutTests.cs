using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Layout;

namespace NanoFirmware.HostTests.Layout;

/// <summary>Every line on strips of many lengths shows what a plain reference, pixel by pixel, says it should.</summary>
[TestClass]
public sealed class LineLayoutTests
{
    private static readonly int[][] Strips =
        [[180, 180], [60, 300], [300, 60], [1, 600], [600, 1], [7, 7], [2, 5], [150, 0], [384, 384], [3, 1]];

    [TestMethod]
    public void A_line_alone_shows_each_pixel_where_it_belongs() => Try(
        (layout, map) => layout.CompileAlone(map, 0),
        (leds, output, at) => output == 0 ? (leds[0], at) : (0, 0));

    [TestMethod]
    public void Joined_strips_show_one_picture_that_goes_on_from_strip_to_strip() => Try(
        (layout, map) => layout.CompileJoined(map),
        (leds, output, at) => (leds.Sum(), at + leds.Take(output).Sum()));

    [TestMethod]
    public void Strips_alike_show_the_first_ones_picture_again_and_again() => Try(
        (layout, map) => layout.CompileAlike(map),
        (leds, _, at) => (leds[0], at % leds[0]),
        isWhole: leds => leds[1] <= leds[0] * 16);

    [TestMethod]
    public void What_a_map_has_no_runs_for_stays_dark()
    {
        int[] leds = [1, 600];
        var map = new PixelMap(leds);
        new LineLayout(leds).CompileAlike(map);
        byte[] frame = [.. Enumerable.Repeat((byte)9, 1800)];
        map.Show([1, 2, 3], 1, frame);
        Assert.AreEqual("1 2 3 1 2 3", string.Join(' ', frame.Take(6)), "the first pixels show the picture");
        Assert.IsTrue(frame.All(part => part < 4), "nothing is left of what was in the frame before");
        Assert.AreEqual(0, frame[^1], "the last pixel is dark");
    }

    // The reference: the picture's length and the place in it that an output's pixel shows before it is turned.
    private static void Try(
        Action<LineLayout, PixelMap> compile, Func<int[], int, int, (int Pixels, int At)> place, Func<int[],
        bool>? isWhole = null)
    {
        foreach (int[] leds in Strips.Where(leds => isWhole?.Invoke(leds) ?? true))
        {
            var layout = new LineLayout(leds);
            var map = new PixelMap(leds);
            for (int kind = 0; kind < 4; kind++)
            {
                layout.Mirror = (kind & 1) != 0;
                layout.Reverse = (kind & 2) != 0;
                foreach (int turn in new[] { 0, 1, 59, 599 })
                {
                    for (int output = 0; output < leds.Length; output++)
                    {
                        layout.Offsets[output] = leds[output] == 0 ? 0 : (turn + output) % leds[output];
                    }

                    compile(layout, map);
                    Compare(layout, map, leds, place);
                }
            }
        }
    }

    private static void Compare(LineLayout layout, PixelMap map, int[] leds, Func<int[], int, int, (int Pixels, int At)> place)
    {
        byte[] memory = Numbered(map);
        for (int output = 0; output < leds.Length; output++)
        {
            byte[] frame = new byte[leds[output] * 3];
            map.Show(memory, output, frame);
            for (int at = 0; at < leds[output]; at++)
            {
                (int pixels, int picture) = place(leds, output, at);
                int shown = (at + layout.Offsets[output]) % leds[output] * 3;
                int seen = frame[shown] + (frame[shown + 1] << 8);
                int expected = pixels == 0 ? 0 : CanvasPixel(layout, pixels, picture) + 1;
                Assert.AreEqual(
                    expected, seen,
                    $"{string.Join('+', leds)}, mirror {layout.Mirror}, reverse {layout.Reverse}, turned by "
                        + $"{layout.Offsets[output]}: pixel {at} of {output}");
            }
        }
    }

    private static int CanvasPixel(LineLayout layout, int pixels, int at)
    {
        int from = layout.Reverse ? pixels - 1 - at : at;
        if (!layout.Mirror)
        {
            return from;
        }

        // Away from the middle; reversed, away from the nearer end.
        int half = (pixels + 1) / 2;
        int fromMiddle = at < half ? half - 1 - at : at - (pixels - half);
        return layout.Reverse ? Math.Min(at, pixels - 1 - at) : fromMiddle;
    }

    // A canvas whose pixels carry their own numbers, from 1, in each copy that is drawn of it.
    private static byte[] Numbered(PixelMap map)
    {
        byte[] memory = new byte[map.Pixels * 3];
        for (int pixel = 0; pixel < map.Length; pixel++)
        {
            if (map.IsForward)
            {
                Write(memory, pixel, pixel);
            }

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
}
