using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Bench.Walks;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What the strips show is never more than the supply gives and never flashes too often.</summary>
[TestClass]
public sealed class LimitTests
{
    private const double TooMuch = 1.02;

    public static IEnumerable<object[]> Patterns => PatternCatalog.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void No_pattern_at_full_white_exceeds_the_supply(string pattern)
    {
        using WiredDevice device = FullWhite(pattern);
        device.Device.Master.Set("channel-ma", 2000);
        device.Device.Master.Set("board-ma", 3000);
        double most = 0;
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            device.Heard.CopyFrom(heard);
            device.Frame();
            double a = Milliamps(device.LightA);
            double b = Milliamps(device.LightB);
            Assert.IsTrue(a <= 2000 * TooMuch && b <= 2000 * TooMuch && a + b <= 3000 * TooMuch, $"{a:0} mA and {b:0} mA");
            most = Math.Max(most, a + b);
        }

        if (pattern == "solid")
        {
            Assert.IsTrue(most > 2900, $"only {most:0} mA of 3000 are used");
            Assert.IsTrue(device.Device.ChannelA.Output.Metrics.Limited > 0, "full white was never limited");
        }
    }

    [TestMethod]
    public void A_lasting_excess_moves_into_the_palette_and_frames_are_left_alone()
    {
        using WiredDevice device = FullWhite("solid");
        device.Device.Master.Set("channel-ma", 2000);
        device.Settle();
        int limited = device.Device.ChannelA.Output.Metrics.Limited;
        device.Settle();

        Assert.AreEqual(limited, device.Device.ChannelA.Output.Metrics.Limited);
        Assert.IsTrue(Milliamps(device.LightA) is > 1850 and <= 2000, $"the strip draws {Milliamps(device.LightA)} mA");
    }

    [TestMethod]
    public void Light_comes_back_when_the_supply_does()
    {
        using WiredDevice device = FullWhite("solid");
        device.Device.Master.Set("channel-ma", 1000);
        device.Settle();
        device.Device.Master.Set("channel-ma", 20000);
        for (int second = 0; second < 60; second++)
        {
            device.Settle();
        }

        Assert.AreEqual(255, device.LightA.Max());
    }

    [TestMethod]
    public void A_frame_is_darkened_as_a_whole()
    {
        using WiredDevice device = FullWhite("gradient");
        device.Device.ChannelA.Controls.Set("palette", 0);
        device.Device.ChannelA.Controls.Set("p3", 0);
        device.Settle();
        byte[] free = device.LightA;
        device.Device.Master.Set("channel-ma", 1500);
        device.Frame();
        byte[] limited = device.LightA;

        double factor = limited.Sum(part => part) / (double)free.Sum(part => part);
        Assert.IsTrue(factor < 0.5, $"the frame keeps {factor:0.00} of its light");
        for (int i = 0; i < free.Length; i++)
        {
            Assert.AreEqual(free[i] * factor, limited[i], 2);
        }
    }

    // White, yellow, red and magenta: green is added up, red and blue are not.
    [TestMethod]
    [DataRow(255, 255, 255)]
    [DataRow(255, 255, 0)]
    [DataRow(0, 255, 0)]
    [DataRow(0, 255, 255)]
    public void What_is_sampled_of_stripes_is_their_luminance_to_three_percent(int green, int red, int blue)
    {
        var blocks = new FrameBlocks(ColourOrder.Usual);
        byte[] frame = new byte[Board.StripLeds * 3];
        for (int period = 2; period <= 60; period++)
        {
            for (int lit = 1; lit < period; lit++)
            {
                for (int shift = 0; shift < period; shift++)
                {
                    Stripe(frame, period, lit, shift, [(byte)green, (byte)red, (byte)blue]);
                    blocks.Sample(frame);
                    double seen = (
                        (0.7152 * blocks.Green) + (0.2126 * blocks.Red) + (0.0722 * blocks.Blue)) / (Board.StripLeds * 255);
                    Assert.AreEqual(FlashCount.Luminance(frame), seen, 0.03, $"{lit} of {period} pixels lit, from {shift}");
                }
            }
        }
    }

    // A long strip has no time to darken each frame either.
    [TestMethod]
    [DataRow(180, 2, 12)]
    [DataRow(300, 5, 16)]
    public void A_frame_that_would_be_scaled_and_has_worked_on_the_palette_is_left_out_and_never_two_in_a_row(
        int leds, int fewer, int more)
    {
        using WiredDevice device = FullWhite("rainbow", leds);
        device.Device.ChannelA.Controls.Set("palette", 0);
        device.Settle();
        device.Device.Master.Set("channel-ma", 1500);
        int still = 0;
        int inRow = 0;
        byte[] before = device.LightA;
        for (int frame = 0; frame < 30; frame++)
        {
            device.Frame();
            byte[] light = device.LightA;
            bool isStill = light.SequenceEqual(before);
            inRow = isStill ? inRow + 1 : 0;
            still += isStill ? 1 : 0;
            before = light;
            Assert.IsTrue(inRow < 2, $"the picture stands still in frame {frame}");
            Assert.IsTrue(Milliamps(light) <= 1500 * TooMuch, $"{Milliamps(light):0} mA in frame {frame}");
        }

        Assert.IsTrue(still > fewer && still < more, $"{still} frames were left out");
    }

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void No_pattern_flashes_more_than_three_times_a_second(string pattern)
    {
        using WiredDevice device = FullWhite(pattern);
        device.Device.Master.Set("flash-guard", 1);
        AssertCalm(Play(device, storm: true));
    }

    [TestMethod]
    public void Controls_cannot_get_round_the_guard()
    {
        using WiredDevice device = FullWhite("solid");
        device.Device.Master.Set("flash-guard", 1);
        ChannelControls a = device.Device.ChannelA.Controls;
        ChannelControls b = device.Device.ChannelB.Controls;
        var light = new List<(double A, double B)>();
        for (int frame = 0; frame < 600; frame++)
        {
            a.Set("enabled", frame / 3 % 2);
            b.Set("enabled", frame / 200 % 2 == 0 ? frame / 3 % 2 : 1 - (frame / 3 % 2));
            device.Device.Master.Set("power", frame < 400 ? 1 : frame / 5 % 2);
            device.Frame();
            light.Add((FlashCount.Luminance(device.LightA), FlashCount.Luminance(device.LightB)));
        }

        AssertCalm(light);
    }

    [TestMethod]
    public void Without_the_guard_a_strobe_does_flash_more_often()
    {
        using WiredDevice device = FullWhite("strobe");
        List<(double A, double B)> light = Play(device, storm: true);

        Assert.IsTrue(
            FlashCount.MostInASecond([.. light.Select(one => (one.A + one.B) / 2)]) > 3,
            "a strobe without the guard stays below four flashes a second");
    }

    private static void Stripe(byte[] frame, int period, int lit, int shift, byte[] colour)
    {
        for (int pixel = 0; pixel < Board.StripLeds; pixel++)
        {
            for (int part = 0; part < 3; part++)
            {
                frame[(pixel * 3) + part] = (pixel + shift) % period < lit ? colour[part] : (byte)0;
            }
        }
    }

    private static void AssertCalm(List<(double A, double B)> light)
    {
        Assert.IsTrue(FlashCount.MostInASecond([.. light.Select(one => one.A)]) <= 3, "strip a");
        Assert.IsTrue(FlashCount.MostInASecond([.. light.Select(one => one.B)]) <= 3, "strip b");
        Assert.IsTrue(FlashCount.MostInASecond([.. light.Select(one => (one.A + one.B) / 2)]) <= 3, "both");
    }

    private static List<(double A, double B)> Play(WiredDevice device, bool storm)
    {
        var light = new List<(double A, double B)>();
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            device.Heard.CopyFrom(heard);

            // An onset every 100 ms, as loud as can be.
            device.Heard.Onset |= storm && light.Count % 6 == 0;
            device.Heard.Confidence = storm ? 0 : device.Heard.Confidence;
            device.Heard.Level = light.Count % 6 < 3 ? 255 : 0;
            device.Frame();
            light.Add((FlashCount.Luminance(device.LightA), FlashCount.Luminance(device.LightB)));
        }

        return light;
    }

    private static WiredDevice FullWhite(string pattern, int leds = Board.StripLeds)
    {
        var device = new WiredDevice(ledsA: leds);
        foreach (Channel channel in new[] { device.Device.ChannelA, device.Device.ChannelB })
        {
            channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
            channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, pattern));
            channel.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
            channel.Controls.Set("brightness", 255);
            if (pattern == "strobe")
            {
                channel.Controls.Set("p4", 1);
            }
        }

        return device;
    }

    private static double Milliamps(byte[] light) => (light.Length / 3 * 1.0) + (light.Sum(part => (double)part) * 18.5 / 255);
}
