using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>
/// Of a mirrored strip one half is looked at and counts twice: what flash guard and power limit are told is, byte for byte, what
/// the strip shows.
/// </summary>
[TestClass]
public sealed class MirroredLookTests
{
    [TestMethod]
    [DataRow(180)]
    [DataRow(384)]
    public void Wherever_half_is_looked_at_the_other_half_is_its_mirror_image_whatever_changes_meanwhile(int leds)
    {
        var random = new Random(13);
        int frames = 0;
        int halves = 0;
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            using var device = new WiredDevice(ledsA: leds, ledsB: leds);
            ChannelControls controls = device.Device.ChannelA.Controls;
            controls.Set("pattern", pattern);
            controls.Set("mirror", 1);
            controls.Set("fade", 0);
            foreach (AudioSnapshot heard in new SnapshotScore().Play().Take(200))
            {
                if (frames % 40 == 0)
                {
                    Turn(controls, random, leds);
                }

                device.Heard.CopyFrom(heard);
                device.Frame(random.Next(9) == 0 ? 200 : 17);
                halves += IsHalf(device.Device.ChannelA.Output, $"{PatternCatalog.Names[pattern]}, frame {frames}") ? 1 : 0;
                frames++;
            }
        }

        Assert.IsTrue(halves > frames * 9 / 10, $"half was looked at in {halves} of {frames} frames");
    }

    [TestMethod]
    [DataRow(180, 180)]
    [DataRow(181, 100)]
    [DataRow(60, 384)]
    [DataRow(20, 0)]
    [DataRow(12, 30)]
    public void Whatever_is_shown_its_green_is_told_exactly_and_all_of_it_where_all_is_counted(int ledsA, int ledsB)
    {
        var random = new Random(14);
        using var device = new WiredDevice(ledsA: ledsA, ledsB: ledsB);
        int halves = 0;
        int counted = 0;
        for (int turn = 0; turn < 60; turn++)
        {
            Shake(device, random);
            foreach (AudioSnapshot heard in new SnapshotScore().Play().Skip(turn * 7).Take(30))
            {
                device.Heard.CopyFrom(heard);
                device.Frame();
                foreach (Channel channel in new[] { device.Device.ChannelA, device.Device.ChannelB })
                {
                    Output output = channel.Output;
                    if (output.Strip.Leds > 0)
                    {
                        string what = $"{channel.Name}, turn {turn}";
                        halves += IsHalf(output, what) ? 1 : 0;
                        counted += IsCounted(output, what) ? 1 : 0;
                    }
                }
            }
        }

        Assert.IsTrue(ledsA == 12 || halves > 40, $"half was looked at in {halves} frames");
        Assert.IsTrue(counted > 40, $"all was counted in {counted} frames");
    }

    [TestMethod]
    public void All_is_looked_at_of_what_something_lies_over_and_what_is_faded_linked_on_or_of_an_odd_number()
    {
        using var device = new WiredDevice();
        Output output = device.Device.ChannelA.Output;
        device.Post("/api/channel/a", """{"pattern":"spectrum","mirror":true,"fade":0}""");
        device.Frame();
        Assert.AreEqual(0, output.Blocks.HalfFrom, "a mirrored strip");
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"offset":100}""").Status);
        device.Frame();
        Assert.AreEqual(10 * 3, output.Blocks.HalfFrom, "one that is turned");
        device.Post("/api/channel/a/marks", """{"from":0,"count":9,"decayMs":0}""");
        device.Frame();
        Assert.IsTrue(output.Blocks.HalfFrom < 0, "below a mark");
        device.Ask("DELETE", "/api/channel/a/marks", null);
        device.Post("/api/channel/a/layers", """{"layers":[{"pattern":"burst","blend":"add"}]}""");
        device.Frame();
        device.Frame();
        Assert.IsTrue(output.Blocks.HalfFrom < 0, "below a layer");
        device.Post("/api/channel/a/layers", """{"layers":[]}""");
        device.Settle();
        Assert.AreEqual(10 * 3, output.Blocks.HalfFrom, "by itself again");
        device.Post("/api/channel/a", """{"pattern":"vu","fade":1000}""");
        device.Frame();
        device.Frame();
        Assert.IsTrue(output.IsFading && output.Blocks.HalfFrom < 0, "while it is faded to");
        device.Post("/api/channel/a", """{"fade":0}""");
        device.Settle();
        device.Settle();
        device.Post("/api/global", """{"link":"continue"}""");
        device.Settle();
        Assert.IsTrue(output.Blocks.HalfFrom < 0, "a piece of a longer picture");
        device.Post("/api/global", """{"link":"mirror"}""");
        device.Settle();
        Assert.AreEqual(10 * 3, output.Blocks.HalfFrom, "the same on both");
        Assert.IsTrue(device.Device.ChannelB.Output.Blocks.HalfFrom < 0, "what was received");

        using var odd = new WiredDevice(ledsA: 181);
        odd.Post("/api/channel/a", """{"pattern":"spectrum","mirror":true,"fade":0}""");
        odd.Frame();
        Assert.IsTrue(odd.Device.ChannelA.Output.Blocks.HalfFrom < 0, "an odd number");
    }

    // As LimitTests has it of all of a frame; of one in an order whose red and blue are taken from two pixels it is five percent.
    [TestMethod]
    [DataRow(180, 0, 0.03)]
    [DataRow(300, 0, 0.03)]
    [DataRow(384, 0, 0.03)]
    [DataRow(180, 1, 0.04)]
    [DataRow(384, 5, 0.04)]
    public void What_is_sampled_of_half_of_mirrored_stripes_is_their_luminance(int leds, int order, double most)
    {
        ColourOrder colours = ColourOrder.Of(order);
        var blocks = new FrameBlocks(colours) { HalfFrom = 0 };
        byte[] frame = new byte[leds * 3];
        double worst = 0;
        for (int period = 2; period <= 60; period++)
        {
            for (int lit = 1; lit < period; lit++)
            {
                for (int shift = 0; shift < period; shift++)
                {
                    for (int pixel = 0; pixel < leds / 2; pixel++)
                    {
                        byte part = (byte)((pixel + shift) % period < lit ? 255 : 0);
                        Array.Fill(frame, part, pixel * 3, 3);
                        Array.Fill(frame, part, (leds - 1 - pixel) * 3, 3);
                    }

                    blocks.Sample(frame);
                    double seen = (0.7152 * blocks.Green) + (0.2126 * blocks.Red) + (0.0722 * blocks.Blue);
                    seen /= leds * 255;
                    worst = Math.Max(worst, Math.Abs(seen - (frame.Average(part => part) / 255)));
                }
            }
        }

        Assert.IsTrue(worst <= most, $"off by {worst:0.0000} of full");
    }

    private static bool IsHalf(Output output, string what)
    {
        byte[] frame = output.Frame;
        ColourOrder order = output.Strip.Order;
        Assert.AreEqual(Sum(frame, order.Green), output.Blocks.Green, $"{what}: green that was told");
        int from = output.Blocks.HalfFrom;
        if (from < 0)
        {
            return false;
        }

        int leds = frame.Length / 3;
        for (int pixel = 0; pixel < leds / 2; pixel++)
        {
            int one = ((from / 3) + pixel) % leds * 3;
            int other = ((from / 3) + leds - 1 - pixel) % leds * 3;
            bool isSame = frame.AsSpan(one, 3).SequenceEqual(frame.AsSpan(other, 3));
            Assert.IsTrue(isSame, $"{what}: pixels {one / 3} and {other / 3} differ");
        }

        return true;
    }

    private static bool IsCounted(Output output, string what)
    {
        FrameBlocks blocks = output.Blocks;
        ColourOrder order = output.Strip.Order;
        if (!output.Limiter.IsExact)
        {
            return false;
        }

        (int, int) shown = (Sum(output.Frame, order.Red), Sum(output.Frame, order.Blue));
        Assert.AreEqual(shown, (blocks.Red, blocks.Blue), $"{what}: what was counted");
        return true;
    }

    private static int Sum(byte[] frame, int place) => frame.Where((_, i) => i % 3 == place).Sum(value => value);

    private static void Turn(ChannelControls controls, Random random, int leds)
    {
        controls.Set("offset", random.Next(leds));
        controls.Set("reverse", random.Next(2));
        controls.Set("palette", random.Next(controls.Controls[ChannelControls.PaletteIndex].Choices.Length));
        controls.Set("brightness", random.Next(1, 256));
        controls.Set("glow", random.Next(2) * random.Next(256));
        for (int i = 0; i < 4; i++)
        {
            controls.Set(ChannelControls.ParameterIndex + i, random.Next(256));
        }
    }

    // Anything at all, with a supply that is too weak now and then.
    private static void Shake(WiredDevice device, Random random)
    {
        foreach (Channel channel in new[] { device.Device.ChannelA, device.Device.ChannelB })
        {
            foreach (ControlSpec control in channel.Controls.Controls)
            {
                channel.Controls.Set(control.Name, random.Next(control.Min, control.Max + 1));
            }

            channel.Controls.Set("enabled", random.Next(9) == 0 ? 0 : 1);
            channel.Controls.Set("mirror", random.Next(4) == 0 ? 0 : 1);
            channel.Controls.Set("fade", random.Next(3) == 0 ? 40 : 0);
        }

        device.Device.Master.Set("link", random.Next(2) == 0 ? 0 : random.Next(6));
        device.Device.Master.Set("channel-ma", random.Next(2) == 0 ? 20000 : random.Next(200, 3000));
        if (random.Next(4) == 0)
        {
            device.Post("/api/channel/a/marks", $$"""{"from":{{random.Next(10)}},"count":2,"decayMs":200}""");
        }
    }
}
