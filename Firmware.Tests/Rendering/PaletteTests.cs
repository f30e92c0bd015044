using NanoFirmware.Rendering;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Rendering;

[TestClass]
public class PaletteTests
{
    [TestMethod]
    public void Colours_are_stored_in_the_order_of_the_wire()
    {
        Palette palette = Loaded(255, 0, 0, 255);

        Assert.AreEqual((byte)0, palette.Grb[0]);
        Assert.AreEqual((byte)255, palette.Grb[1]);
        Assert.AreEqual((byte)0, palette.Grb[2]);
    }

    [TestMethod]
    public void Brightness_scales_light_not_numbers()
    {
        Palette half = Loaded(255, 255, 255, 128);

        Assert.AreEqual((byte)128, half.Grb[0]);
    }

    [TestMethod]
    public void Gamma_makes_a_middle_grey_a_fifth_of_the_light()
    {
        Palette grey = Loaded(128, 128, 128, 255);

        // (128 / 255) ^ 2.2 × 255 = 56.
        Assert.AreEqual((byte)56, grey.Grb[0]);
    }

    [TestMethod]
    public void At_brightness_0_everything_is_black()
    {
        Palette black = Loaded(255, 200, 100, 0);

        for (int i = 0; i < black.Grb.Length; i++)
        {
            Assert.AreEqual((byte)0, black.Grb[i]);
        }
    }

    [TestMethod]
    public void A_fill_reaches_every_pixel_of_any_canvas()
    {
        Palette palette = Loaded(255, 255, 255, 255);
        for (int pixels = 1; pixels < 200; pixels += 7)
        {
            var grb = new byte[pixels * 3];
            palette.Fill(grb, 10, 100);
            for (int i = 0; i < grb.Length; i++)
            {
                Assert.AreEqual((byte)100, grb[i]);
            }
        }
    }

    [TestMethod]
    public void A_spread_begins_with_the_first_colour_and_ends_with_the_last()
    {
        var palette = new Palette();
        palette.Load(PaletteCatalog.Colours(1), 255);
        var grb = new byte[540];

        palette.Spread(grb, grb.Length);

        Assert.AreEqual(palette.Grb[1], grb[1]);
        Assert.AreEqual(palette.Grb[(255 * 3) + 1], grb[(179 * 3) + 1]);
    }

    [TestMethod]
    public void Every_palette_ends_where_its_gradient_ends()
    {
        for (int i = 0; i < PaletteCatalog.Names.Length; i++)
        {
            Assert.AreEqual(Palette.Size * 3, PaletteCatalog.Colours(i).Length, PaletteCatalog.Names[i]);
        }

        byte[] fire = PaletteCatalog.Colours(1);
        Assert.AreEqual((byte)60, fire[0]);
        Assert.AreEqual((byte)200, fire[(255 * 3) + 2]);
    }

    private static Palette Loaded(byte red, byte green, byte blue, int level)
    {
        var colours = new byte[Palette.Size * 3];
        for (int i = 0; i < colours.Length; i += 3)
        {
            colours[i] = red;
            colours[i + 1] = green;
            colours[i + 2] = blue;
        }

        var palette = new Palette();
        palette.Load(colours, level);
        return palette;
    }
}
