using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Layers against what their modes mean: on random pictures, and on the strip, some frames later.</summary>
[TestClass]
public sealed class LayerBlenderTests
{
    private const int Pictures = 300;
    private const int FramesALayer = 4;

    [TestMethod]
    [DataRow(Blend.Opaque)]
    [DataRow(Blend.Add)]
    [DataRow(Blend.Max)]
    [DataRow(Blend.Screen)]
    [DataRow(Blend.Multiply)]
    public void A_piece_is_blended_as_its_mode_says_and_what_is_not_drawn_changes_nothing(Blend blend)
    {
        var random = new Random(16);
        for (int picture = 0; picture < Pictures; picture++)
        {
            byte[] below = Picture(random, dark: picture % 2 * 3);
            byte[] above = Picture(random, dark: 3);
            byte[] result = Picture(random, dark: 0);
            int level = blend == Blend.Multiply && picture % 3 != 0 ? random.Next(1, 256) : 255;
            int first = random.Next(180);
            int end = random.Next(first, 181);
            byte[] expected =
                [.. result[..(first * 3)], .. Reference(below, above, blend, level)[(first * 3)..(end * 3)],
                    .. result[(end * 3)..]];

            LayerBlender.Compose(blend, below, above, result, first * 3, end * 3, LayerBlender.TableFor(blend, level));

            CollectionAssert.AreEqual(expected, result, $"{blend}, level {level}, pixels {first} to {end}");
        }
    }

    [TestMethod]
    [DataRow("opaque", Blend.Opaque)]
    [DataRow("add", Blend.Add)]
    [DataRow("max", Blend.Max)]
    [DataRow("screen", Blend.Screen)]
    [DataRow("multiply", Blend.Multiply)]
    public void Still_pictures_are_whole_four_frames_after_a_change(string name, Blend blend)
    {
        using var device = new WiredDevice();
        (byte[] below, byte[] above) = Stage(device);
        string other = name == "max" ? "add" : "max";
        Set(device, Layer("barber", "fire", other));
        Still(device);
        CollectionAssert.AreEqual(Reference(below, above, other == "max" ? Blend.Max : Blend.Add, 255), device.LightA, "before");
        Set(device, Layer("barber", "fire", name));
        for (int i = 0; i < FramesALayer; i++)
        {
            device.Frame(0);
        }

        CollectionAssert.AreEqual(Reference(below, above, blend, 255), device.LightA, name);
    }

    [TestMethod]
    public void Two_layers_are_whole_after_eight_frames_the_second_over_the_first()
    {
        using var device = new WiredDevice();
        (byte[] below, byte[] above) = Stage(device);
        device.Post("/api/channel/b", """{"pattern":"curtain","palette":"ocean"}""");
        device.Post("/api/channel/b", """{"pattern":"solid","palette":"ocean"}""");
        Still(device);
        byte[] top = device.LightB;
        Set(device, Layer("barber", "fire", "add") + "," + Layer("solid", "ocean", "max"));
        Still(device);
        Set(device, Layer("barber", "fire", "screen") + "," + Layer("solid", "ocean", "multiply"));
        for (int i = 0; i < 2 * FramesALayer; i++)
        {
            device.Frame(0);
        }

        byte[] expected = Reference(Reference(below, above, Blend.Screen, 255), top, Blend.Multiply, 255);
        CollectionAssert.AreEqual(expected, device.LightA);
    }

    [TestMethod]
    public void A_layer_is_not_seen_before_it_is_whole()
    {
        using var device = new WiredDevice();
        (byte[] below, byte[] _) = Stage(device);
        Set(device, Layer("solid", "fire", "multiply"));
        for (int i = 0; i < FramesALayer - 1; i++)
        {
            device.Frame(0);
            CollectionAssert.AreEqual(below, device.LightA, $"frame {i}");
        }
    }

    [TestMethod]
    public void While_a_cross_fade_is_on_it_and_the_layers_take_turns()
    {
        using var device = new WiredDevice();
        Stage(device);
        device.Post("/api/channel/a", """{"fade":5000}""");
        Set(device, Layer("barber", "fire", "add"));
        Still(device);
        device.Post("/api/channel/a", """{"pattern":"solid","palette":"ice"}""");
        LayerStack stack = device.Device.ChannelA.Over.Layers.Stack;
        Assert.IsTrue(stack.IsOn, "it is on");
        int worked = 0;
        for (int i = 0; i < 60; i++)
        {
            device.Frame();
            worked += device.Device.ChannelA.Over.Work > 0 ? 1 : 0;
        }

        Assert.IsTrue(worked is >= 29 and <= 31, $"{worked} of 60 frames");
    }

    // Standing pictures on both strips, as bright as they can be: what is below, and what is to be laid over it.
    private static (byte[] Below, byte[] Above) Stage(WiredDevice device)
    {
        device.Post(
            "/api/state",
                """{"a":{"pattern":"rainbow","palette":"sunset","brightness":255,"fade":0},"b":{"pattern":"barber","palette":"fire","brightness":255,"fade":0}}""");
        Still(device);
        return ([.. device.LightA], [.. device.LightB]);
    }

    private static void Still(WiredDevice device)
    {
        for (int i = 0; i < 90; i++)
        {
            device.Frame(0);
        }
    }

    private static string Layer(string pattern, string palette, string blend) =>
        $$"""{"pattern":"{{pattern}}","palette":"{{palette}}","blend":"{{blend}}"}""";

    private static void Set(WiredDevice device, string layers)
    {
        WiredDevice.Answer answer = device.Post("/api/channel/a/layers", $$"""{"layers":[{{layers}}]}""");
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private static byte[] Picture(Random random, int dark)
    {
        byte[] picture = new byte[180 * 3];
        random.NextBytes(picture);
        for (int pixel = 0; pixel < 180; pixel++)
        {
            if (dark > 0 && random.Next(dark) == 0)
            {
                Array.Clear(picture, pixel * 3, 3);
            }
            else if (random.Next(4) == 0)
            {
                picture[(pixel * 3) + random.Next(3)] = (byte)(random.Next(2) * 255);
            }
        }

        return picture;
    }

    private static byte[] Reference(byte[] below, byte[] above, Blend blend, int level)
    {
        byte[] result = [.. below];
        for (int at = 0; at < below.Length; at++)
        {
            int first = at / 3 * 3;
            int a = below[at];
            int b = above[at];
            bool isDrawn = above[first] + above[first + 1] + above[first + 2] > 0;
            double value = blend switch
            {
                Blend.Opaque => b,
                Blend.Add => Math.Min(255, a + b),
                Blend.Max => Math.Max(a, b),
                Blend.Screen => 255 - ((255 - a) * (255 - b) / 255.0),
                _ => a * (255 - Math.Round((255 - b) * level / 255.0, MidpointRounding.AwayFromZero)) / 255.0,
            };
            result[at] = isDrawn ? (byte)Math.Round(value, MidpointRounding.AwayFromZero) : below[at];
        }

        return result;
    }
}
