using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What holds for every pattern, whatever the controls say.</summary>
[TestClass]
public sealed class PatternPropertyTests
{
    private const int LevelMargin = 1;

    /// <summary>Controls of both channels and of the master, by seed; each within its range.</summary>
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();

    [TestMethod]
    public void Any_controls_draw_a_frame_without_a_fault() => Check(60, seed =>
    {
        var random = new Random(seed);
        using var device = new WiredDevice();
        for (int turn = 0; turn < 4; turn++)
        {
            Shake(random, device.Device.ChannelA.Controls);
            Shake(random, device.Device.ChannelB.Controls);
            device.Device.Master.Set("link", random.Next(6));
            for (int frame = 0; frame < 12; frame++)
            {
                Hear(random, device.Heard);
                device.Frame(random.Next(4) == 0 ? random.Next(251) : 17);
            }
        }

        return device.Device.ChannelA.Output.Metrics.Frames == 48 && device.Device.ChannelB.Output.Metrics.Frames == 48;
    });

    // Every palette of the table, and custom ones of dim and bright stops of different hues.
    [TestMethod]
    public void Below_brightness_64_no_colour_that_shows_at_64_goes_out_and_its_strongest_part_stays_so()
    {
        var random = new Random(1);
        for (int choice = 0; choice < PaletteCatalog.Custom + 30; choice++)
        {
            var custom = new CustomPalette();
            int most = choice % 2 == 0 ? 90 : 256;
            byte[] stops =
                [.. Enumerable.Range(0, CustomPalette.MaxStops * 3).Select(_ => (byte)(random.Next(2) * random.Next(most)))];
            custom.Set(stops, random.Next(CustomPalette.MinStops, CustomPalette.MaxStops + 1));
            byte[] top = Wheel(choice, custom, 64);
            for (int level = 1; level < 64; level++)
            {
                AssertShown(top, Wheel(choice, custom, level), $"palette {choice} at {level}");
            }
        }
    }

    [TestMethod]
    public void Brightness_0_is_black() => Check(40, seed =>
    {
        var random = new Random(seed);
        using var device = new WiredDevice();
        Shake(random, device.Device.ChannelA.Controls);
        device.Device.ChannelA.Controls.Set("brightness", 0);
        Hear(random, device.Heard);
        device.Frame();
        device.Frame();
        return device.LightA.All(part => part == 0);
    });

    [TestMethod]
    public void More_brightness_is_never_less_light() => Check(40, seed =>
    {
        int brightness = new Random(seed).Next(255);
        byte[] less = FrameAt(seed, brightness);
        byte[] more = FrameAt(seed, brightness + 1);
        return less.Zip(more).All(pair => pair.Second + LevelMargin > pair.First);
    });

    [TestMethod]
    public void A_mirrored_strip_is_symmetric() => Check(40, seed =>
    {
        byte[] light = FrameAt(seed, 255, mirror: true);
        return Enumerable.Range(0, 90).All(i => light.AsSpan(i * 3, 3).SequenceEqual(light.AsSpan((179 - i) * 3, 3)));
    });

    [TestMethod]
    public void A_reversed_strip_is_the_strip_turned_round() => Check(40, seed =>
    {
        byte[] light = FrameAt(seed, 255);
        byte[] turned = FrameAt(seed, 255, reverse: true);
        return Enumerable.Range(0, 180).All(i => light.AsSpan(i * 3, 3).SequenceEqual(turned.AsSpan((179 - i) * 3, 3)));
    });

    [TestMethod]
    public void An_offset_turns_the_strip_round_itself() => Check(20, seed =>
    {
        int offset = new Random(seed).Next(180);
        byte[] light = FrameAt(seed, 255);
        byte[] turned = FrameAt(seed, 255, offset: offset);
        return Enumerable.Range(0, 180).All(i => light.AsSpan(i * 3, 3).SequenceEqual(turned.AsSpan((i + offset) % 180 * 3, 3)));
    });

    [TestMethod]
    public void No_LED_is_darker_than_the_glow()
    {
        using var silent = new WiredDevice();
        Glow(silent, Array.IndexOf(PatternCatalog.Names, "pulse"));
        silent.Settle();
        byte[] least = silent.LightA;
        Assert.IsTrue(least.Min() > 0, "the glow itself is dark");
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            var random = new Random(pattern);
            using var device = new WiredDevice();
            Glow(device, pattern);
            device.Device.ChannelA.Controls.Set("mirror", random.Next(2));
            device.Device.ChannelA.Controls.Set("reverse", random.Next(2));
            device.Settle();
            for (int frame = 0; frame < 60; frame++)
            {
                Hear(random, device.Heard);
                device.Frame();
                for (int i = 0; i < least.Length; i++)
                {
                    string what = $"{PatternCatalog.Names[pattern]}, frame {frame}, byte {i}";
                    Assert.IsTrue(device.LightA[i] >= least[i], $"{what}: {device.LightA[i]} below {least[i]}");
                }
            }
        }
    }

    private static void Glow(WiredDevice device, int pattern)
    {
        Channel channel = device.Device.ChannelA;
        channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
        channel.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
        channel.Controls.Set("pattern", pattern);
        channel.Controls.Set("brightness", 255);
        channel.Controls.Set("fade", 0);
        channel.Controls.Set("glow", 120);
    }

    private static void Check(int runs, Func<int, bool> property) =>
        Prop.ForAll(Seeds, property).Check(Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true));

    private static void Shake(Random random, ControlSet controls)
    {
        foreach (ControlSpec control in controls.Controls)
        {
            controls.Set(control.Name, random.Next(control.Min, control.Max + 1));
        }
    }

    private static void Hear(Random random, AudioSnapshot heard)
    {
        random.NextBytes(heard.Bands);
        random.NextBytes(heard.Peaks);
        heard.Level = random.Next(256);
        heard.Onset = random.Next(5) == 0;
        heard.Beat = random.Next(20) == 0;
        heard.OnsetStrength = random.Next(256);
        heard.BeatPhase = random.Next(256);
        heard.Confidence = random.Next(256);
        heard.Bpm10 = random.Next(3) == 0 ? 0 : random.Next(600, 1801);
    }

    // One pattern, chosen and played by seed; the same up to what the parameters change.
    private static byte[] FrameAt(int seed, int brightness, bool mirror = false, bool reverse = false, int offset = 0)
    {
        var random = new Random(seed);
        using var device = new WiredDevice();
        ChannelControls controls = device.Device.ChannelA.Controls;
        Shake(random, controls);
        controls.Set("enabled", 1);
        controls.Set("brightness", brightness);
        controls.Set("mirror", mirror ? 1 : 0);
        controls.Set("reverse", reverse ? 1 : 0);
        controls.Set("offset", offset);
        for (int frame = 0; frame < 40; frame++)
        {
            Hear(random, device.Heard);
            device.Frame();
        }

        return device.LightA;
    }

    private static byte[] Wheel(int choice, CustomPalette custom, int level)
    {
        var palette = new Palette();
        if (choice < PaletteCatalog.Custom)
        {
            palette.Begin(choice, level);
        }
        else
        {
            palette.Begin(custom.Keys, level);
        }

        while (palette.Work())
        {
        }

        return palette.Wheel;
    }

    private static void AssertShown(byte[] top, byte[] dim, string what)
    {
        for (int at = 0; at < Palette.Size * 3; at += 3)
        {
            int strongest = Enumerable.Range(at, 3).MaxBy(part => top[part]);
            int most = Math.Max(dim[at], Math.Max(dim[at + 1], dim[at + 2]));
            bool isShown = top[strongest] == 0 || (most > 0 && dim[strongest] >= most - 1);
            Assert.IsTrue(isShown, $"{what}: colour {at / 3} is {dim[at]}, {dim[at + 1]}, {dim[at + 2]}");
        }
    }
}
