using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>A strip's share of the supply depends on the present wishes and budgets alone.</summary>
[TestClass]
public sealed class PowerShareTests
{
    private const int IdleMa = Board.StripLeds;

    // Each byte is rounded down, and as much is kept free, lest a brighter palette be rounded down less. A palette is not worked
    // in anew for a thirty-second.
    private const double StepsMa = 2 * Board.StripLeds * 3 * 18.5 / 255;
    private const double Worthwhile = 31.0 / 32;

    // Half a second.
    private const int SettledFrames = 30;

    // Of a picture with glows a sixth of a second more: they are made anew when the wheel is
    // (docs/adr/0044-a-glow-settles-later.md).
    private const int GlowsFrames = 10;

    // A palette is worked in by slices; before that a frame still shows some of what was asked for earlier.
    private const int WorkedInFrames = 12;

    public static IEnumerable<object[]> Seeds => Enumerable.Range(1, 46).Select(seed => new object[] { seed });

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void Whatever_was_before_a_strip_is_darkened_no_more_than_its_half_asks_at_its_recent_peak(int seed)
    {
        var random = new Random(seed);
        using var device = new WiredDevice();
        using var free = new WiredDevice();
        var peakA = new RecentPeak();
        var peakB = new RecentPeak();
        for (int turn = 0; turn < 25; turn++)
        {
            string wasA = Asked(device.Device.ChannelA);
            string wasB = Asked(device.Device.ChannelB);
            Change(random, device, free);
            bool isNewA = wasA != Asked(device.Device.ChannelA);
            bool isNewB = wasB != Asked(device.Device.ChannelB);
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

                double a = WhiteLight.Milliamps(device.LightA);
                double b = WhiteLight.Milliamps(device.LightB);
                double wishA = WhiteLight.Milliamps(free.LightA);
                double wishB = WhiteLight.Milliamps(free.LightB);
                peakA.Note(wishA, WindowOf(device.Device.ChannelA));
                peakB.Note(wishB, WindowOf(device.Device.ChannelB));
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

    // A moving picture is darkened by one factor, the one that its recent peak needs: between two peaks it draws less than its
    // half. What it did not wish for in the last eighth of a second may come two frames late, when the other strip has sent a
    // dimmer frame.
    private static void AssertFair(double shownMa, double wishMa, RecentPeak peak, double halfMa, string what)
    {
        double factor = Math.Min(1, (halfMa - IdleMa) / Math.Max(1, peak.Ma - IdleMa));
        double leastMa = ((Math.Min(wishMa, peak.AwaitedMa) - IdleMa) * factor * Worthwhile) - StepsMa - 1;
        Assert.IsTrue(
            shownMa - IdleMa >= leastMa,
            $"{what}: less than {leastMa + IdleMa:0} with a wish of {wishMa:0}, lately up to {peak.Ma:0}, and a half of "
                + $"{halfMa:0}");
        Assert.IsTrue(wishMa <= IdleMa + 1 || shownMa > IdleMa, $"{what}: black with a wish of {wishMa:0}");
    }

    private static int WindowOf(Channel channel) =>
        SettledFrames + (PatternCatalog.Create(channel.Controls.Pattern).UsesGlows ? GlowsFrames : 0);

    private static string Asked(Channel channel) => string.Join(' ', channel.Controls.Values);

    // The same for both; only the budgets of the second stay without limit, so that it shows what the first would like to.
    private static void Change(Random random, WiredDevice device, WiredDevice free)
    {
        string[] patterns = { "solid", "gradient", "spectrogram", "candle", "aurora", "flow" };
        int pattern = Array.IndexOf(PatternCatalog.Names, patterns[random.Next(patterns.Length)]);
        int what = random.Next(6);
        int brightness = random.Next(3) == 0 ? random.Next(256) : 255;
        int enabled = random.Next(3);
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

    // The greatest wish of the last half second, and of as long as a share is kept for sure, without the last two frames.
    private sealed class RecentPeak
    {
        private const int LateFrames = 2;
        private const int KeptFrames = 8;

        private readonly List<double> _wishesMa = new();

        public double Ma => _wishesMa.Max();

        public double AwaitedMa => _wishesMa.TakeLast(KeptFrames).SkipLast(LateFrames).DefaultIfEmpty().Max();

        public void Forget() => _wishesMa.Clear();

        public void Note(double wishMa, int frames)
        {
            _wishesMa.Add(wishMa);
            _wishesMa.RemoveRange(0, Math.Max(0, _wishesMa.Count - frames));
        }
    }
}
