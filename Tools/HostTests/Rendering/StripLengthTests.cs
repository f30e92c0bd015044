using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoHost;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Strips of any length: drawn to their ends, told of in every answer, linked to each other.</summary>
[TestClass]
public sealed class StripLengthTests
{
    [TestMethod]
    [DataRow(60, 60)]
    [DataRow(60, 300)]
    [DataRow(300, 300)]
    [DataRow(384, 384)]
    [DataRow(600, 1)]
    public void A_strip_is_lit_from_its_first_pixel_to_its_last(int ledsA, int ledsB)
    {
        using var device = new WiredDevice(ledsA: ledsA, ledsB: ledsB);
        Show(device, "solid");
        Assert.HasCount(ledsA * 3, device.LightA);
        Assert.HasCount(ledsB * 3, device.LightB);
        Assert.IsTrue(Pixels(device.LightA).All(IsLit), "a pixel of A is dark");
        Assert.IsTrue(Pixels(device.LightB).All(IsLit), "a pixel of B is dark");
    }

    [TestMethod]
    [DataRow(60, 300)]
    [DataRow(150, 0)]
    [DataRow(1, 600)]
    public void Every_answer_has_the_lengths_of_the_strips(int ledsA, int ledsB)
    {
        using var device = new WiredDevice(ledsA: ledsA, ledsB: ledsB);
        Show(device, "solid");
        foreach ((string name, int leds) in new[] { ("a", ledsA), ("b", ledsB) })
        {
            JsonElement frame = device.Get($"/api/channel/{name}/frame").Json;
            Assert.AreEqual(leds, frame.GetProperty("leds").GetInt32(), name);
            Assert.AreEqual(leds * 6, frame.GetProperty("pixels").GetString()!.Length, name);
            int preview = device.Get("/api/state?since=0").Json.GetProperty("previews").GetProperty(name).GetString()!.Length / 6;
            Assert.IsTrue(preview <= 36 && (preview > 0) == (leds > 0), $"{preview} pixels of {name} in the preview");
        }

        JsonElement[] segments = [.. device.Get("/json/state").Json.GetProperty("seg").EnumerateArray()];
        string expected = ledsB > 0 ? $"0 {ledsA}, {ledsA} {ledsA + ledsB}" : $"0 {ledsA}";
        Assert.AreEqual(
            expected, string.Join(", ", segments.Select(each => $"{each.GetProperty("start")} {each.GetProperty("stop")}")));
        Assert.AreEqual(ledsA + ledsB, device.Get("/json/info").Json.GetProperty("leds").GetProperty("count").GetInt32());
        int most = device.Get("/api/controls").Json.GetProperty("channel").EnumerateArray()
            .Single(each => each.GetProperty("name").GetString() == "offset")
            .GetProperty("max").GetInt32();
        Assert.AreEqual(Math.Max(ledsA, ledsB) - 1, most, "the offset reaches over the longer strip");
    }

    [TestMethod]
    public void A_longer_strip_shows_the_first_ones_picture_again_and_again_and_a_shorter_one_its_beginning()
    {
        foreach ((int ledsA, int ledsB) in new[] { (60, 300), (300, 60) })
        {
            using var device = new WiredDevice(ledsA: ledsA, ledsB: ledsB);
            device.Post("/api/global", """{"link":"mirror"}""");
            Show(device, "gradient");
            byte[] expected = [.. Enumerable.Range(0, ledsB * 3).Select(i => device.LightA[i % (ledsA * 3)])];
            CollectionAssert.AreEqual(expected, device.LightB, $"{ledsA} + {ledsB}");
        }
    }

    [TestMethod]
    public void Strips_of_two_lengths_continue_each_other()
    {
        using var joined = new WiredDevice(ledsA: 60, ledsB: 300);
        using var whole = new WiredDevice(ledsA: 360, ledsB: 1);
        joined.Post("/api/global", """{"link":"continue"}""");
        Show(joined, "gradient");
        Show(whole, "gradient");
        CollectionAssert.AreEqual(whole.LightA, joined.LightA.Concat(joined.LightB).ToArray());
    }

    [TestMethod]
    public void A_strip_that_is_not_there_is_linked_to_nothing()
    {
        using var device = new WiredDevice(ledsA: 150, ledsB: 0);
        device.Post("/api/global", """{"link":"continue"}""");
        Show(device, "gradient");
        using var alone = new WiredDevice(ledsA: 150, ledsB: 0);
        Show(alone, "gradient");
        CollectionAssert.AreEqual(alone.LightA, device.LightA);
    }

    [TestMethod]
    public void A_strip_longer_than_384_gets_every_second_frame()
    {
        using var device = new WiredDevice(ledsA: 385, ledsB: 383);
        Assert.IsTrue(device.Device.ChannelA.Output.IsHalfRate, "385 take too long");
        Assert.IsFalse(device.Device.ChannelB.Output.IsHalfRate, "383 do not");
    }

    [TestMethod]
    public void More_pixels_than_there_may_be_are_refused_at_the_start()
    {
        using var board = SimulatedBoard.Install(new SimulatedBoard(new ManualClock()));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Strips.Wiring(601, 1));
        Strip[] strips = Strips.Pair(Strips.Wiring(400, 369));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Stage(new MasterControls(), strips));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(10)]
    [DataRow(601)]
    [DataRow(768)]
    public void Every_pattern_draws_on_a_canvas_of_any_length(int pixels)
    {
        for (int index = 0; index < PatternCatalog.Count; index++)
        {
            Canvas canvas = PatternSoakTests.White(pixels);
            Pattern pattern = PatternCatalog.Create(index);
            for (int i = 0; i < Pattern.MaxParameters; i++)
            {
                pattern.Settings[i] = PatternCatalog.InitialParameters[(index * Pattern.MaxParameters) + i];
            }

            pattern.Reset();
            var heard = new AudioSnapshot { Level = 255, Confidence = 200, OnsetStrength = 255 };
            Array.Fill(heard.Bands, (byte)255);
            for (int frame = 0; frame < 120; frame++)
            {
                heard.Onset = heard.Beat = frame % 20 == 0;
                pattern.Render(heard, 17, canvas);
            }
        }
    }

    // What is shown once all is worked in; the sound stands still, so two devices show the same.
    private static void Show(WiredDevice device, string pattern)
    {
        foreach (Channel channel in new[] { device.Device.ChannelA, device.Device.ChannelB })
        {
            channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, pattern));
            channel.Controls.Set("palette", 0);
            channel.Controls.Set("brightness", 255);
            channel.Controls.Set("fade", 0);
            channel.Controls.Set("speed", 0);
        }

        device.Settle();
    }

    private static IEnumerable<byte[]> Pixels(byte[] light) => light.Chunk(3);

    private static bool IsLit(byte[] pixel) => pixel.Any(part => part > 0);
}
