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

        Assert.AreEqual((byte)0, palette.Wheel[0]);
        Assert.AreEqual((byte)255, palette.Wheel[1]);
        Assert.AreEqual((byte)0, palette.Wheel[2]);
    }

    [TestMethod]
    public void Brightness_scales_light_not_numbers()
    {
        Palette half = Loaded(255, 255, 255, 128);

        Assert.AreEqual((byte)128, half.Wheel[0]);
    }

    [TestMethod]
    public void Every_brightness_of_white_is_that_number()
    {
        for (int level = 0; level < 256; level++)
        {
            Assert.AreEqual((byte)level, Loaded(255, 255, 255, level).Wheel[300]);
        }
    }

    [TestMethod]
    public void The_strongest_part_of_a_colour_never_falls_to_0_while_there_is_brightness()
    {
        for (int level = 1; level < 256; level++)
        {
            Assert.IsTrue(Loaded(255, 160, 80, level).Wheel[301] > 0, "the strongest part is 0 at level " + level);
            Assert.IsTrue(Loaded(128, 64, 32, level).Wheel[301] > 0, "half the strongest part is 0 at level " + level);
        }
    }

    [TestMethod]
    public void More_brightness_is_never_less_of_any_part()
    {
        for (int level = 1; level < 255; level++)
        {
            byte[] less = Loaded(255, 160, 80, level).Wheel;
            byte[] more = Loaded(255, 160, 80, level + 1).Wheel;
            for (int i = 0; i < 768; i++)
            {
                Assert.IsTrue(less[i] <= more[i], "byte " + i + " is darker with more brightness");
            }
        }
    }

    [TestMethod]
    public void A_dim_colour_keeps_its_hue_as_far_as_8_bits_go()
    {
        // 255, 160, 80 is 8, 2.9 and 0.6 of light.
        byte[] warm = Loaded(255, 160, 80, 8).Wheel;

        Assert.AreEqual((byte)3, warm[300]);
        Assert.AreEqual((byte)8, warm[301]);
        Assert.AreEqual((byte)1, warm[302]);
    }

    [TestMethod]
    public void Gamma_makes_a_middle_grey_a_fifth_of_the_light()
    {
        Palette grey = Loaded(128, 128, 128, 255);

        // (128 / 255) ^ 2.2 × 255 = 56.
        Assert.AreEqual((byte)56, grey.Wheel[0]);
    }

    [TestMethod]
    public void At_brightness_0_everything_is_black()
    {
        Palette black = Loaded(255, 200, 100, 0);

        for (int i = 0; i < black.Wheel.Length; i++)
        {
            Assert.AreEqual((byte)0, black.Wheel[i]);
        }

        for (int i = 0; i < black.Glows.Length; i++)
        {
            Assert.AreEqual((byte)0, black.Glows[i]);
        }
    }

    [TestMethod]
    public void The_wheel_goes_there_and_back_and_round_again()
    {
        byte[] wheel = Fire(255).Wheel;
        for (int i = 0; i < Palette.Turn * 3; i++)
        {
            int mirrored = ((Palette.Turn - 1 - (i / 3)) * 3) + (i % 3);
            Assert.AreEqual(wheel[i], wheel[mirrored]);
        }

        for (int i = Palette.Turn * 3; i < wheel.Length; i++)
        {
            Assert.AreEqual(wheel[i - (Palette.Turn * 3)], wheel[i]);
        }
    }

    [TestMethod]
    public void A_palette_ends_on_its_last_key()
    {
        byte[] wheel = Fire(255).Wheel;

        // Fire's last colour is 255, 255, 200 in sRGB; 200 is 149 of light.
        Assert.AreEqual((byte)255, wheel[255 * 3]);
        Assert.AreEqual((byte)255, wheel[(255 * 3) + 1]);
        Assert.IsTrue(
            wheel[(255 * 3) + 2] > 146 && wheel[(255 * 3) + 2] <= 150, "the last colour's blue is " + wheel[(255 * 3) + 2]);
    }

    [TestMethod]
    public void A_glow_rises_to_the_full_colour_and_is_symmetric()
    {
        Palette palette = Loaded(255, 255, 255, 200);
        int pixels = Palette.GlowRadius * 2;
        for (int i = 1; i < Palette.GlowRadius; i++)
        {
            Assert.IsTrue(palette.Glows[i * 3] > palette.Glows[(i - 1) * 3], "the glow does not rise at step " + i);
            Assert.AreEqual(palette.Glows[i * 3], palette.Glows[(pixels - 1 - i) * 3]);
        }

        Assert.AreEqual((byte)200, palette.Glows[(Palette.GlowRadius - 1) * 3]);
    }

    [TestMethod]
    public void A_change_is_worked_in_within_a_quarter_of_a_second()
    {
        Palette palette = Fire(255);
        palette.Begin(1, 100);
        int frames = 0;
        while (palette.Work())
        {
            frames++;
        }

        Assert.IsTrue(frames <= 18, "it took " + frames + " frames");
        Assert.IsFalse(palette.IsBusy, "the palette still works when the quarter second is over");
    }

    [TestMethod]
    public void While_a_change_is_worked_in_all_colours_are_the_old_ones()
    {
        Palette palette = Loaded(255, 255, 255, 200);
        palette.Begin(2, 100);
        palette.Work();
        while (palette.IsBusy)
        {
            Assert.AreEqual(200, palette.Level);
            for (int at = 0; at < palette.Wheel.Length; at++)
            {
                Assert.AreEqual((byte)200, palette.Wheel[at]);
            }

            palette.Work();
        }

        Assert.AreEqual(100, palette.Level);
        Assert.IsTrue(palette.Wheel[0] < 200, "a new colour shows before all are ready");
    }

    [TestMethod]
    public void The_brightest_sum_is_not_exceeded_by_any_colour()
    {
        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        for (int i = 0; i < PaletteCatalog.Names().Length - 1; i++)
        {
            palette.Begin(i, 255);
            while (palette.Work())
            {
            }

            for (int at = 0; at < palette.Wheel.Length; at += 3)
            {
                Assert.IsTrue(
                    palette.Wheel[at] + palette.Wheel[at + 1] + palette.Wheel[at + 2] <= palette.BrightestSum,
                    "a colour at byte " + at + " adds up to more than the brightest sum");
            }
        }
    }

    [TestMethod]
    public void A_custom_palette_passes_through_its_stops()
    {
        var custom = new CustomPalette();
        custom.Set(new byte[] { 10, 20, 30, 200, 100, 0, 50, 60, 70 }, 3);

        Assert.AreEqual((byte)10, custom.Keys[0]);
        Assert.AreEqual((byte)200, custom.Keys[8 * 3]);
        Assert.AreEqual((byte)105, custom.Keys[4 * 3]);
        Assert.AreEqual((byte)70, custom.Keys[(16 * 3) + 2]);
    }

    private static Palette Fire(int level)
    {
        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        palette.Begin(1, level);
        while (palette.Work())
        {
        }

        return palette;
    }

    private static Palette Loaded(byte red, byte green, byte blue, int level)
    {
        var keys = new byte[Palette.KeyBytes];
        for (int i = 0; i < keys.Length; i += 3)
        {
            keys[i] = red;
            keys[i + 1] = green;
            keys[i + 2] = blue;
        }

        var palette = new Palette();
        palette.MakeGlows();
        palette.KeepGlows(true);
        palette.Begin(keys, level);
        while (palette.Work())
        {
        }

        return palette;
    }
}
