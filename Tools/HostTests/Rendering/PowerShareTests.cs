using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>A strip's share of the supply depends on the present wishes and budgets alone, and the light starts softly.</summary>
[TestClass]
public sealed class PowerShareTests
{
    private const int IdleMa = Board.StripLeds;

    // Each byte is rounded down, and as much is kept free, lest a brighter palette be rounded down less. A palette is not worked in anew
    // for a thirty-second.
    private const double StepsMa = 2 * Board.StripLeds * 3 * 18.5 / 255;
    private const double Worthwhile = 31.0 / 32;

    // Half a second.
    private const int SettledFrames = 30;

    // A palette is worked in by slices; before that a frame still shows some of what was asked for earlier.
    private const int WorkedInFrames = 12;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    [DataRow(9)]
    [DataRow(10)]
    [DataRow(11)]
    [DataRow(12)]
    [DataRow(13)]
    [DataRow(14)]
    [DataRow(15)]
    [DataRow(16)]
    [DataRow(17)]
    [DataRow(18)]
    [DataRow(19)]
    [DataRow(20)]
    [DataRow(21)]
    [DataRow(22)]
    [DataRow(23)]
    [DataRow(24)]
    [DataRow(25)]
    [DataRow(26)]
    [DataRow(27)]
    [DataRow(28)]
    [DataRow(29)]
    [DataRow(30)]
    [DataRow(31)]
    [DataRow(32)]
    [DataRow(33)]
    [DataRow(34)]
    [DataRow(35)]
    [DataRow(36)]
    [DataRow(37)]
    [DataRow(38)]
    [DataRow(39)]
    [DataRow(40)]
    [DataRow(41)]
    [DataRow(42)]
    [DataRow(43)]
    [DataRow(44)]
    [DataRow(45)]
    [DataRow(46)]
    public void Whatever_was_before_a_strip_is_darkened_no_more_than_its_half_asks_at_its_recent_peak(int seed)
    {
        var random = new Random(seed);
        using var device = new WiredDevice();
        using var free = new WiredDevice();
        var peakA = new RecentPeak();
        var peakB = new RecentPeak();
        for (int turn = 0; turn < 25; turn++)
        {
            string wasA = Asked(device.Device.ChannelA), wasB = Asked(device.Device.ChannelB);
            Change(random, device, free);
            bool isNewA = wasA != Asked(device.Device.ChannelA), isNewB = wasB != Asked(device.Device.ChannelB);
            int board = device.Device.Master.Values[MasterControls.BoardBudgetIndex];
            int channel = device.Device.Master.Values[MasterControls.ChannelBudgetIndex];
            int frames = SettledFrames + random.Next(60);
            for (int frame = 0; frame < frames; frame++)
            {
                device.Frame();
                free.Frame();
                if (frame == WorkedInFrames && isNewA)
                {
                    peakA.Forget();
                }

                if (frame == WorkedInFrames && isNewB)
                {
                    peakB.Forget();
                }

                double a = Milliamps(device.LightA), b = Milliamps(device.LightB);
                double wishA = Milliamps(free.LightA), wishB = Milliamps(free.LightB);
                peakA.Note(wishA);
                peakB.Note(wishB);
                string what = $"seed {seed}, turn {turn}, frame {frame}: {a:0} and {b:0} mA of {channel} and {board}";
                Assert.IsTrue(frame < 2 || (a <= channel + 1 && b <= channel + 1 && a + b <= board + 1), what);
                if (frame >= SettledFrames)
                {
                    AssertFair(a, wishA, peakA, Math.Min(channel, board / 2), what);
                    AssertFair(b, wishB, peakB, Math.Min(channel, board / 2), what);
                }
            }
        }
    }

    [TestMethod]
    public void What_a_strip_does_not_want_is_free_at_once()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 7500);
        device.Device.Master.Set("channel-ma", 7000);
        White(device.Device.ChannelA);
        White(device.Device.ChannelB);
        Draw(device, 120);
        Assert.IsTrue(Milliamps(device.LightA) <= 3750, $"{Milliamps(device.LightA):0} mA");
        device.Device.ChannelB.Controls.Set("enabled", 0);
        Draw(device, SettledFrames);

        Assert.IsTrue(Milliamps(device.LightA) > 6700, $"{Milliamps(device.LightA):0} mA");
    }

    [TestMethod]
    public void A_steady_picture_beyond_the_supply_stands_still_and_no_frame_is_scaled()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 2000);
        White(device.Device.ChannelA);
        White(device.Device.ChannelB);
        Draw(device, 120);
        int limited = device.Device.ChannelA.Output.Metrics.Limited;
        byte[] light = device.LightA;
        for (int frame = 0; frame < 300; frame++)
        {
            device.Frame();
            CollectionAssert.AreEqual(light, device.LightA, $"frame {frame}");
        }

        Assert.AreEqual(limited, device.Device.ChannelA.Output.Metrics.Limited, "frames are scaled for good");
    }

    [TestMethod]
    public void The_first_light_rises_over_seven_tenths_of_a_second()
    {
        using var device = new WiredDevice();
        White(device.Device.ChannelA);
        device.Device.Restore();
        White(device.Device.ChannelA);
        int before = 0;
        for (int frame = 0; frame < 42; frame++)
        {
            device.Frame();
            int brightest = device.LightA.Max();
            Assert.IsTrue(brightest <= 255 * (frame + 1) / 40, $"{brightest} in frame {frame}");
            Assert.IsTrue(brightest >= before, $"{brightest} after {before}");
            before = brightest;
        }

        Draw(device, 3);
        Assert.AreEqual(255, device.LightA.Min(), "not all there after 0.75 s");
    }

    [TestMethod]
    public void A_strip_that_followed_begins_with_nothing_that_is_brighter_than_its_palette()
    {
        foreach (string pattern in new[] { "flow", "spectrogram", "bass-waves", "gradient", "breathe" })
        {
            using var device = new WiredDevice();
            Loud(device);
            White(device.Device.ChannelB, pattern);
            Draw(device, 200);
            device.Device.Master.Set("link", MasterControls.SameOnBoth);
            device.Device.Master.Set("brightness", 10);
            Draw(device, 400);
            device.Device.Master.Set("channel-ma", 1000);
            device.Device.Master.Set("link", MasterControls.Independent);
            AssertDim(device, () => device.LightB, pattern);
        }
    }

    [TestMethod]
    public void Glows_of_an_older_brightness_are_not_shown_again()
    {
        using var device = new WiredDevice();
        Loud(device);
        ChannelControls a = device.Device.ChannelA.Controls;
        White(device.Device.ChannelA, "bloom");
        a.Set("p1", 16);
        Draw(device, 100);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "solid"));
        a.Set("brightness", 10);
        Draw(device, 400);
        device.Device.Master.Set("channel-ma", 1000);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "bloom"));
        AssertDim(device, () => device.LightA, "bloom");
    }

    [TestMethod]
    public void Glows_of_an_older_brightness_are_not_shown_while_another_one_is_worked_in()
    {
        using var device = new WiredDevice();
        Loud(device);
        ChannelControls a = device.Device.ChannelA.Controls;
        White(device.Device.ChannelA, "bloom");
        a.Set("p1", 16);
        Draw(device, 100);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "solid"));
        a.Set("brightness", 10);
        Draw(device, 400);
        a.Set("brightness", 9);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "bloom"));
        AssertDim(device, () => device.LightA, "bloom");
    }

    [TestMethod]
    public void A_strip_beyond_the_supply_that_is_asked_for_less_than_it_shows_goes_there_at_once()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 2400);
        ChannelControls a = device.Device.ChannelA.Controls;
        White(device.Device.ChannelA);
        White(device.Device.ChannelB);
        Draw(device, 120);
        int before = device.LightA.Max();
        Assert.IsTrue(before is > 20 and < 40, $"{before} of 255 with 1200 mA");
        a.Set("brightness", 18);
        for (int frame = 0; frame < SettledFrames; frame++)
        {
            device.Frame();
            int shown = device.LightA.Max();
            Assert.IsTrue(shown == before || shown == 18, $"{shown} between {before} and 18");
        }

        Assert.AreEqual(18, device.LightA.Max(), "not there after half a second");
    }

    [TestMethod]
    public void A_cross_fade_goes_on_in_frames_that_have_everything_else_to_do()
    {
        var fade = new CrossFade(540, new FrameBlocks(ColourOrder.Usual));
        fade.Begin(new byte[540], 1000);
        byte[] wire = new byte[540];
        for (int frame = 0; frame < 30; frame++)
        {
            Array.Fill(wire, (byte)200);
            fade.Mix(17, 2, wire);
        }

        Assert.IsTrue(wire.Min() > 0, "half a second later a part of the strip shows nothing of the new picture");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(3)]
    public void A_cross_fade_ends_when_it_is_to_end_whatever_else_its_frames_do(int otherWork)
    {
        var fade = new CrossFade(540, new FrameBlocks(ColourOrder.Usual));
        fade.Begin(new byte[540], 1000);
        byte[] wire = new byte[540];
        for (int frame = 0; frame < 59; frame++)
        {
            Assert.IsTrue(fade.IsOn, $"over in frame {frame}");
            Array.Fill(wire, (byte)200);
            fade.Mix(17, otherWork, wire);
        }

        Assert.IsFalse(fade.IsOn, "still on after a second");
        Assert.AreEqual(200, wire.Min(), "the last frame is not the new picture");
    }

    private static void AssertDim(WiredDevice device, Func<byte[]> light, string what)
    {
        for (int frame = 0; frame < 30; frame++)
        {
            device.Frame();
            Assert.IsTrue(light().Max() <= 10, $"{what}: {light().Max()} in frame {frame}");
        }
    }

    // A moving picture is darkened by one factor, the one that its recent peak needs: between two peaks it draws less than its half. What
    // it did not wish for in the last eighth of a second may come two frames late, when the other strip has sent a dimmer frame.
    private static void AssertFair(double shownMa, double wishMa, RecentPeak peak, double halfMa, string what)
    {
        double factor = Math.Min(1, (halfMa - IdleMa) / Math.Max(1, peak.Ma - IdleMa));
        // A palette's brightness is a whole number.
        double levelMa = (peak.Ma - IdleMa) / 255;
        double leastMa = ((Math.Min(wishMa, peak.AwaitedMa) - IdleMa) * factor * Worthwhile) - StepsMa - levelMa - 1;
        Assert.IsTrue(
            shownMa - IdleMa >= leastMa,
            $"{what}: less than {leastMa + IdleMa:0} with a wish of {wishMa:0}, lately up to {peak.Ma:0}, and a half of {halfMa:0}");
        Assert.IsTrue(wishMa <= IdleMa + 1 || shownMa > IdleMa, $"{what}: black with a wish of {wishMa:0}");
    }

    private static string Asked(Channel channel) => string.Join(' ', channel.Controls.Values);

    // The same for both; only the budgets of the second stay without limit, so that it shows what the first would like to.
    private static void Change(Random random, WiredDevice device, WiredDevice free)
    {
        string[] patterns = { "solid", "gradient", "spectrogram", "candle", "aurora", "flow" };
        int pattern = Array.IndexOf(PatternCatalog.Names, patterns[random.Next(patterns.Length)]);
        int what = random.Next(6), brightness = random.Next(3) == 0 ? random.Next(256) : 255, enabled = random.Next(3);
        bool isA = random.Next(2) == 0;
        foreach (WiredDevice one in new[] { device, free })
        {
            Channel channel = isA ? one.Device.ChannelA : one.Device.ChannelB;
            channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
            channel.Controls.Set("fade", 0);
            channel.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
            channel.Controls.Set("enabled", what != 0 || enabled > 0 ? 1 : 0);
            channel.Controls.Set("brightness", brightness);
            if (what == 1)
            {
                channel.Controls.Set("pattern", pattern);
            }
        }

        if (what == 2)
        {
            device.Device.Master.Set("board-ma", random.Next(2000, 12000));
            device.Device.Master.Set("channel-ma", random.Next(1500, 10000));
        }
    }

    private static void White(Channel channel, string pattern = "solid")
    {
        channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
        channel.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
        channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, pattern));
        channel.Controls.Set("brightness", 255);
        channel.Controls.Set("fade", 0);
    }

    private static void Loud(WiredDevice device)
    {
        Array.Fill(device.Heard.Bands, (byte)255);
        device.Heard.Level = 255;
        device.Heard.Onset = true;
    }

    private static void Draw(WiredDevice device, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            device.Frame();
        }
    }

    private static double Milliamps(byte[] light) => (light.Length / 3 * 1.0) + (light.Sum(part => (double)part) * 18.5 / 255);

    // The greatest wish of the last two thirds of a second, and of as long as a share is kept for sure, without the last two frames.
    private sealed class RecentPeak
    {
        // A peak is kept for 12 frames; a palette that was begun just before it went takes 10 and its glows 6; the next palette takes 10.
        private const int Frames = 40;
        private const int LateFrames = 2;
        private const int KeptFrames = 8;

        private readonly List<double> _wishesMa = new();

        public double Ma => _wishesMa.Max();

        public double AwaitedMa => _wishesMa.TakeLast(KeptFrames).SkipLast(LateFrames).DefaultIfEmpty().Max();

        public void Forget() => _wishesMa.Clear();

        public void Note(double wishMa)
        {
            _wishesMa.Add(wishMa);
            if (_wishesMa.Count > Frames)
            {
                _wishesMa.RemoveAt(0);
            }
        }
    }
}
