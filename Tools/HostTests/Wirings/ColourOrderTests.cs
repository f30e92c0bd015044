using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Wirings;

/// <summary>
/// Strips that want their bytes in another order show the same colours, whoever draws, limits or tells of them.
/// </summary>
[TestClass]
public sealed class ColourOrderTests
{
    private const int Leds = 60;

    public static IEnumerable<object[]> Orders => ColourOrder.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void Every_pattern_has_the_same_colours_in_every_order(string order)
    {
        using WiredDevice usual = Device("grb", "grb");
        using WiredDevice other = Device(order, order);
        foreach (string pattern in new[] { "solid", "gradient", "spectrum", "comets", "fire", "breathe", "bloom" })
        {
            foreach (int brightness in new[] { 255, 40, 3 })
            {
                foreach (WiredDevice device in new[] { usual, other })
                {
                    device.Heard.Level = 200;
                    Array.Fill(device.Heard.Bands, (byte)150);
                    Set(
                        device, "/api/channel/a",
                        $$"""{"pattern":"{{pattern}}","palette":"rainbow","brightness":{{brightness}},"fade":0,"glow":20}""");
                    device.Settle();
                }

                CollectionAssert.AreEqual(usual.LightA, Turned(other.LightA, order), $"{pattern} at {brightness}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void A_strip_of_another_order_shows_the_first_ones_picture_in_its_own(string order)
    {
        foreach (string link in new[] { "mirror", "continue" })
        {
            using WiredDevice usual = Device("grb", "grb");
            using WiredDevice other = Device("bgr", order);
            foreach (WiredDevice device in new[] { usual, other })
            {
                Set(device, "/api/global", $$"""{"link":"{{link}}"}""");
                Set(device, "/api/channel/a", """{"pattern":"gradient","palette":"rainbow","brightness":255,"fade":0}""");
                device.Settle();
            }

            CollectionAssert.AreEqual(usual.LightA, Turned(other.LightA, "bgr"), $"{link}, A");
            CollectionAssert.AreEqual(usual.LightB, Turned(other.LightB, order), $"{link}, B");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void Light_and_current_are_reckoned_by_the_colours_and_not_by_their_places(string order)
    {
        using WiredDevice usual = Device("grb", "grb");
        using WiredDevice other = Device(order, order);
        foreach ((string limits, string what) in new[]
        {
            ("""{"flash-guard":true,"board-ma":40000,"channel-ma":20000}""", "the flash guard"),
            ("""{"flash-guard":false,"board-ma":1000,"channel-ma":700}""", "the power limit"),
        })
        {
            foreach (WiredDevice device in new[] { usual, other })
            {
                Set(device, "/api/global", limits);
                Set(
                    device, "/api/state",
                    """{"a":{"colours":["#00FF00","#20A000"],"palette":"custom","pattern":"strobe","brightness":255,"fade":0}}""");
            }

            for (int frame = 0; frame < 240; frame++)
            {
                foreach (WiredDevice device in new[] { usual, other })
                {
                    device.Heard.Onset = device.Heard.Beat = frame % 8 == 0;
                    device.Heard.OnsetStrength = 255;
                    device.Frame();
                }

                // What is estimated from some pixels is not told to the last step.
                byte[] seen = Turned(other.LightA, order);
                int off = usual.LightA.Zip(seen).Max(pair => Math.Abs(pair.First - pair.Second));
                Assert.IsTrue(off <= 6, $"{what}: frame {frame} is off by {off}");
            }

            FrameMetrics expected = usual.Device.ChannelA.Output.Metrics;
            FrameMetrics got = other.Device.ChannelA.Output.Metrics;
            Assert.AreEqual(expected.Guarded, got.Guarded, $"{what}: frames that were guarded");
            Assert.AreEqual(expected.LitSum, got.LitSum, Math.Max(20, expected.LitSum / 50.0), $"{what}: what it draws");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void A_frame_is_told_as_red_green_blue(string order)
    {
        using WiredDevice device = Device(order, order);
        Set(
            device, "/api/state",
            """{"a":{"colours":["#FF8000","#FF8000"],"palette":"custom","pattern":"solid","brightness":255,"fade":0}}""");
        device.Settle();
        string pixels = device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
        string preview = device.Get("/api/state?since=0").Json.GetProperty("previews").GetProperty("a").GetString()!;
        Assert.AreEqual("FF3800", pixels[..6]);
        Assert.AreEqual("FF3800", preview[..6]);
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void A_grid_over_two_strips_is_told_as_red_green_blue(string order)
    {
        using WiredDevice usual = Device("grb", "grb");
        using WiredDevice other = Device("bgr", order);
        foreach (WiredDevice device in new[] { usual, other })
        {
            Set(device, "/api/channel/a/layout", """{"kind":"grid","width":10,"height":12,"span":true}""");
            Set(device, "/api/channel/a", """{"pattern":"gradient","palette":"rainbow","brightness":255,"fade":0,"speed":0}""");
            device.Settle();
        }

        Assert.AreEqual(Pixels(usual), Pixels(other));

        static string Pixels(WiredDevice device) => device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void A_preview_on_the_socket_is_green_red_blue(string order)
    {
        using WiredDevice device = Device(order, order);
        Strip strip = device.Device.ChannelA.Output.Strip;
        for (int at = 0; at < strip.Wire.Bytes.Length; at += 3)
        {
            strip.Wire.Bytes[at + strip.Order.Green] = 1;
            strip.Wire.Bytes[at + strip.Order.Red] = 2;
            strip.Wire.Bytes[at + strip.Order.Blue] = 3;
        }

        var preview = new SocketOut(Leds);
        int length = preview.Preview(strip, 0);
        byte[] pixels = preview.Bytes[(SocketFrame.HeaderRoom + length - (Leds * 3))..(SocketFrame.HeaderRoom + length)];
        Assert.IsTrue(pixels.Chunk(3).All(pixel => pixel.SequenceEqual(new byte[] { 1, 2, 3 })), Convert.ToHexString(pixels));
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void A_senders_pixels_are_put_into_the_strips_order(string order)
    {
        foreach (bool isGreenFirst in new[] { false, true })
        {
            foreach (bool isRaw in new[] { false, true })
            {
                byte[] usual = Received("grb", isGreenFirst, isRaw);
                byte[] other = Received(order, isGreenFirst, isRaw);
                CollectionAssert.AreEqual(usual, Turned(other, order), $"green first {isGreenFirst}, raw {isRaw}");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public void The_self_tests_first_leds_are_red_green_blue(string order)
    {
        using WiredDevice device = Device(order, order);
        device.Post("/api/selftest", "");
        device.Frame();
        byte[] grb = Turned(device.LightA, order)[..9];
        CollectionAssert.AreEqual(new byte[] { 0, 96, 0, 96, 0, 0, 0, 0, 96 }, grb);
    }

    [TestMethod]
    public void Luminance_of_stripes_is_told_as_well_in_every_order()
    {
        foreach (string name in ColourOrder.Names)
        {
            ColourOrder order = ColourOrder.Of(Array.IndexOf(ColourOrder.Names, name));
            double worst = 0;
            for (int period = 2; period <= 60; period++)
            {
                worst = Math.Max(worst, WorstOf(order, period));
            }

            Assert.IsTrue(worst <= 0.03, $"{name}: luminance is off by {worst:0.000} of full");
        }
    }

    private static double WorstOf(ColourOrder order, int period)
    {
        byte[] frame = new byte[180 * 3];
        for (int pixel = 0; pixel < 180; pixel++)
        {
            bool isLit = pixel % period < period / 2;
            frame[(pixel * 3) + order.Red] = (byte)(isLit ? 255 : 0);
            frame[(pixel * 3) + order.Green] = (byte)(isLit ? 0 : 200);
            frame[(pixel * 3) + order.Blue] = (byte)(isLit ? 120 : 0);
        }

        var blocks = new FrameBlocks(order);
        blocks.Measure(frame);
        double exact = Luminance(blocks);
        blocks.Sample(frame);
        return Math.Abs(Luminance(blocks) - exact);
    }

    private static double Luminance(FrameBlocks blocks) =>
        ((0.7152 * blocks.Green) + (0.2126 * blocks.Red) + (0.0722 * blocks.Blue)) / (180 * 255);

    private static byte[] Received(string order, bool isGreenFirst, bool isRaw)
    {
        using WiredDevice device = Device(order, order);
        Stage stage = new(new MasterControls(), Strips.Pair(Wiring(order, order)));
        _ = new Channel(0, stage);
        _ = new Channel(1, stage);
        var light = new PictureLight();
        var picture = new SentPicture(stage, 0, light);
        stage.Sent = new SentFrame(stage.LedsTogether) { IsOn = true, IsGreenFirst = isGreenFirst, IsRaw = isRaw };
        byte[] waiting = stage.Sent.Waiting;
        for (int i = 0; i < waiting.Length; i++)
        {
            waiting[i] = (byte)(i * 7);
        }

        stage.Sent.Show();
        picture.Look();
        picture.Receive(255, 255);
        byte[] frame = new byte[Leds * 3];
        picture.Show(frame);
        return frame;
    }

    // As green, red, blue.
    private static byte[] Turned(byte[] wire, string order)
    {
        byte[] grb = [.. wire];
        for (int at = 0; at < wire.Length; at += 3)
        {
            grb[at] = wire[at + order.IndexOf('g')];
            grb[at + 1] = wire[at + order.IndexOf('r')];
            grb[at + 2] = wire[at + order.IndexOf('b')];
        }

        return grb;
    }

    private static void Set(WiredDevice device, string url, string body)
    {
        WiredDevice.Answer answer = device.Post(url, body);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private static WiredDevice Device(string a, string b) => new(Wiring(a, b));

    private static Wiring Wiring(string a, string b)
    {
        Wiring wiring = Strips.Wiring(Leds, Leds);
        wiring.A.Set(StripWiring.OrderIndex, Array.IndexOf(ColourOrder.Names, a));
        wiring.B.Set(StripWiring.OrderIndex, Array.IndexOf(ColourOrder.Names, b));
        return wiring;
    }
}
