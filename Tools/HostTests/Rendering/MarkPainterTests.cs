using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Marks over random pictures, byte by byte against what the modes mean.</summary>
[TestClass]
public sealed class MarkPainterTests
{
    private const int Pictures = 400;

    [TestMethod]
    [DataRow(Blend.Opaque)]
    [DataRow(Blend.Add)]
    [DataRow(Blend.Max)]
    [DataRow(Blend.Screen)]
    [DataRow(Blend.Multiply)]
    public void A_mark_is_blended_as_its_mode_says_and_touches_nothing_else(Blend blend)
    {
        var random = new Random(17);
        for (int picture = 0; picture < Pictures; picture++)
        {
            byte[] before = new byte[180 * 3];
            random.NextBytes(before);
            int from = random.Next(180);
            int count = 1 + random.Next(180 - from);
            int level = 1 + random.Next(255);
            int shown = 1 + random.Next(255);
            int colour = random.Next(1 << 24) & (random.Next(3) == 0 ? 0xFF00FF : 0xFFFFFF);
            var marks = new Marks(ColourOrder.Usual, 0, 180);
            byte[] after = [.. before];
            Assert.IsTrue(marks.TryTell([[from, count, colour, (int)blend, level, 0]], 1), "told");
            Assert.IsTrue(marks.Advance(17, new Outputs.PictureLight()), "alive");

            marks.Painter.Paint(after, shown, null);

            int[] parts = [(colour >> 8) & 255, colour >> 16, colour & 255];
            for (int at = 0; at < before.Length; at++)
            {
                bool isIn = at >= from * 3 && at < (from + count) * 3;
                int expected = isIn ? Blended(before[at], parts[at % 3], blend, level, shown) : before[at];
                Assert.AreEqual(
                    expected, after[at], $"byte {at} of a run from {from}, {count} pixels, level {level}, brightness {shown}");
            }
        }
    }

    private static int Blended(int below, int part, Blend blend, int level, int shown)
    {
        int scale = Palette.Scale(level);
        int light = Gamma.Linear[part];
        int above = (light * 257 >> 12) * scale * shown >> 20;
        return blend switch
        {
            Blend.Opaque => above,
            Blend.Add => Math.Min(255, below + above),
            Blend.Max => Math.Max(below, above),
            Blend.Screen => 255 - (int)Math.Round((255 - below) * (255 - above) / 255.0, MidpointRounding.AwayFromZero),
            _ => (int)Math.Round(below * (255 - ((255 - (light >> 8)) * scale >> 8)) / 255.0, MidpointRounding.AwayFromZero),
        };
    }
}
