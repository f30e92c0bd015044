using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>From control and snapshot to the pixels that the LEDs decode from the signal.</summary>
[TestClass]
public sealed class ChannelTests : IDisposable
{
    private readonly WiredDevice _device = new();

    private ChannelControls A => _device.Device.ChannelA.Controls;

    private ChannelControls B => _device.Device.ChannelB.Controls;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void The_leds_show_what_the_pattern_drew()
    {
        Choose(A, "solid", "rainbow");
        A.Set("brightness", 255);
        _device.Frame();

        // The middle of the rainbow is cyan: (0, 255, 255) in red, green, blue.
        for (int at = 0; at < _device.LightA.Length; at += 3)
        {
            CollectionAssert.AreEqual(new byte[] { 255, 0, 255 }, _device.LightA[at..(at + 3)]);
        }
    }

    [TestMethod]
    public void Frames_leave_without_torn_bytes_or_bad_pulses()
    {
        for (int frame = 0; frame < 10; frame++)
        {
            _device.Heard.Bands[frame] = 255;
            _device.Frame();
        }

        foreach (int pin in new[] { Board.StripAPin, Board.StripBPin })
        {
            Assert.AreEqual(10, _device.Rmt[pin].FramesSent);
            Assert.AreEqual(0, _device.Rmt[pin].TornFrames);
            Assert.AreEqual(0, _device.Rmt[pin].TimingViolations);
        }
    }

    [TestMethod]
    [DataRow(255, 255, 255)]
    [DataRow(128, 255, 128)]
    [DataRow(255, 128, 128)]
    [DataRow(128, 128, 64)]
    [DataRow(1, 255, 1)]
    [DataRow(0, 255, 0)]
    [DataRow(255, 0, 0)]
    public void Effective_brightness_is_master_times_channel(int master, int channel, int expected)
    {
        Choose(A, "solid", "rainbow");
        A.Set("brightness", channel);
        _device.Device.Master.Set("brightness", master);

        _device.Frame();

        Assert.AreEqual(expected, _device.LightA[0]);
    }

    [TestMethod]
    public void A_change_on_a_shows_within_a_quarter_of_a_second_and_not_on_b()
    {
        Choose(A, "solid", "rainbow");
        Choose(B, "solid", "rainbow");
        _device.Frame();
        byte[] before = _device.LightB;

        A.Set("brightness", 40);
        for (int frame = 0; frame < 15; frame++)
        {
            _device.Frame();
        }

        Assert.AreEqual(40, _device.LightA[0]);
        CollectionAssert.AreEqual(before, _device.LightB);
    }

    [TestMethod]
    public void B_is_bit_identical_whatever_happens_on_a()
    {
        List<byte[]> alone = Play((_, _) => { });
        List<byte[]> beside = Play((a, frame) =>
        {
            a.Set("pattern", frame % a.Controls[ChannelControls.PatternIndex].Choices.Length);
            a.Set("palette", frame % 8);
            a.Set("brightness", frame * 7 % 256);
            a.Set("mirror", frame & 1);
        });

        for (int frame = 0; frame < alone.Count; frame++)
        {
            CollectionAssert.AreEqual(alone[frame], beside[frame]);
        }
    }

    [TestMethod]
    public void A_disabled_channel_is_black_and_comes_back_as_it_was()
    {
        Choose(A, "solid", "fire");
        _device.Frame();
        byte[] lit = _device.LightA;

        A.Set("enabled", 0);
        _device.Frame();
        Assert.IsTrue(_device.LightA.All(part => part == 0), "a disabled strip is not black");

        A.Set("enabled", 1);
        _device.Frame();
        CollectionAssert.AreEqual(lit, _device.LightA);
    }

    [TestMethod]
    public void Power_off_makes_both_strips_black()
    {
        Choose(A, "solid", "fire");
        Choose(B, "solid", "ice");
        _device.Device.Master.Set("power", 0);

        _device.Frame();

        Assert.IsTrue(_device.LightA.Concat(_device.LightB).All(part => part == 0), "a strip is lit though power is off");
    }

    [TestMethod]
    public void A_mirrored_strip_is_symmetric_and_begins_in_the_middle()
    {
        A.Set("mirror", 1);
        _device.Heard.Bands[0] = 255;
        _device.Frame();

        byte[] light = _device.LightA;
        for (int pixel = 0; pixel < 90; pixel++)
        {
            CollectionAssert.AreEqual(light[(pixel * 3)..((pixel * 3) + 3)], light[((179 - pixel) * 3)..((180 - pixel) * 3)]);
        }

        Assert.IsTrue(light[(90 * 3)..(93 * 3)].Any(part => part > 0), "the middle is dark");
        Assert.IsTrue(light[..(80 * 3)].All(part => part == 0), "the ends are lit before the middle has spread to them");
    }

    [TestMethod]
    public void Audio_patterns_are_black_in_silence()
    {
        foreach (
            Pattern pattern in Enumerable.Range(0, PatternCatalog.Count).Select(PatternCatalog.Create).Where(one => one.Audio))
        {
            Choose(A, pattern.Name, "rainbow");
            _device.Settle();

            Assert.IsTrue(_device.LightA.All(part => part == 0), pattern.Name);
        }
    }

    [TestMethod]
    public void Old_pixels_of_a_flowing_pattern_take_the_new_brightness_too()
    {
        Choose(A, "flow", "rainbow");
        A.Set("brightness", 255);
        _device.Heard.Level = 255;
        _device.Heard.Bands[0] = 255;
        for (int frame = 0; frame < 100; frame++)
        {
            _device.Frame();
        }

        Assert.AreEqual(255, _device.LightA[(170 * 3) + 1]);
        A.Set("brightness", 10);
        _device.Settle();

        Assert.IsTrue(_device.LightA.Max() <= 10, $"a pixel of {_device.LightA.Max()} is as bright as before");
    }

    [TestMethod]
    public void A_frame_that_comes_while_the_strip_is_busy_is_dropped_and_counted()
    {
        _device.Device.ChannelA.RenderFrame(_device.Heard, 17, _device.Clock.NowUs);
        _device.Clock.Advance(3000);
        _device.Device.ChannelA.RenderFrame(_device.Heard, 17, _device.Clock.NowUs);
        _device.Clock.Advance(20000);

        Assert.AreEqual(1, _device.Device.ChannelA.Output.Metrics.Frames);
        Assert.AreEqual(1, _device.Device.ChannelA.Output.Metrics.Dropped);
        Assert.AreEqual(0, _device.Rmt[Board.StripAPin].TornFrames);
    }

    private static List<byte[]> Play(Action<ChannelControls, int> meanwhile)
    {
        using var device = new WiredDevice();
        Choose(device.Device.ChannelB.Controls, "flow", "ocean");
        var frames = new List<byte[]>();
        for (int frame = 0; frame < 60; frame++)
        {
            meanwhile(device.Device.ChannelA.Controls, frame);
            device.Heard.Level = frame * 4;
            device.Heard.Bands[frame % 16] = (byte)(frame * 4);
            device.Frame();
            frames.Add(device.LightB);
        }

        return frames;
    }

    private static void Choose(ChannelControls controls, string pattern, string palette)
    {
        controls.Set("pattern", controls.Controls[ChannelControls.PatternIndex].IndexOfChoice(pattern));
        controls.Set("palette", controls.Controls[ChannelControls.PaletteIndex].IndexOfChoice(palette));
    }
}
