using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>
/// A picture that adds itself up does so with marks over it: what the limits are told is, byte for byte, what the strip shows.
/// </summary>
[TestClass]
public sealed class MarkCoverTests
{
    private const int Leds = 180;

    [TestMethod]
    public void What_is_covered_is_counted_once_and_what_is_seen_before_each_pixel_is_known()
    {
        var random = new Random(17);
        var cover = new PixelCover(Leds);
        for (int picture = 0; picture < 500; picture++)
        {
            bool[] isCovered = new bool[Leds];
            cover.Begin();
            int pieces = random.Next(1, 20);
            for (int piece = 0; piece < pieces; piece++)
            {
                int start = random.Next(Leds);
                int end = random.Next(start + 1, Math.Min(Leds, start + 40) + 1);
                int expected = isCovered[start..end].Count(each => !each);
                Assert.AreEqual(expected, cover.Add(start, end), $"picture {picture}, {start} to {end}");
                Array.Fill(isCovered, true, start, end - start);
            }

            cover.End();
            for (int pixel = 0; pixel <= Leds; pixel++)
            {
                Assert.AreEqual(
                    isCovered[..pixel].Count(each => !each), cover.Seen[pixel], $"picture {picture}, before pixel {pixel}");
            }
        }
    }

    [TestMethod]
    public void Where_there_is_no_room_for_a_piece_it_says_so()
    {
        var cover = new PixelCover(Leds);
        cover.Begin();
        for (int piece = 0; piece < 24; piece++)
        {
            Assert.AreEqual(1, cover.Add(piece * 3, (piece * 3) + 1), $"piece {piece}");
        }

        Assert.IsTrue(cover.Add(100, 102) < 0, "a piece too many");
        Assert.AreEqual(2, cover.Add(0, 3), "one that touches others needs no room");
    }

    [TestMethod]
    [DataRow("pulse")]
    [DataRow("ribbons")]
    [DataRow("organ")]
    [DataRow("sweep")]
    [DataRow("tiles")]
    [DataRow("stack")]
    [DataRow("zebra")]
    [DataRow("solid")]
    [DataRow("barber")]
    public void What_the_limits_are_told_of_a_picture_with_marks_is_what_the_strip_shows(string pattern)
    {
        var random = new Random(17);
        foreach (int order in new[] { 0, 2 })
        {
            var wiring = new Control.Wiring();
            wiring.A.Set("order", order);
            using var device = new WiredDevice(wiring);
            device.Post("/api/channel/a", $$"""{"pattern":"{{pattern}}","palette":"sunset","brightness":255,"fade":0}""");
            device.Post("/api/channel/a/marks", """{"from":0,"decayMs":1}""");
            device.Settle();
            int told = 0;
            int frames = 0;
            foreach (AudioSnapshot heard in new SnapshotScore().Play())
            {
                if (frames % 40 == 0)
                {
                    Turn(device, random);
                    Tell(device, random);
                }

                device.Heard.CopyFrom(heard);
                device.Frame();
                told += IsTold(device.Device.ChannelA, $"{pattern}, frame {frames}") ? 1 : 0;
                frames++;
            }

            // In the frame in which marks come, or the canvas is turned, nobody knows.
            Assert.IsTrue(told > frames * 9 / 10, $"{told} of {frames} frames were told");
        }
    }

    [TestMethod]
    public void Nobody_tells_of_marks_that_are_blended_or_more_than_eight_and_of_other_patterns()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"solid","fade":0}""");
        device.Post("/api/channel/a/marks", """{"from":0,"count":9,"blend":"add","decayMs":0}""");
        Assert.AreEqual(0, Told(device), "blended");
        device.Ask("DELETE", "/api/channel/a/marks", null);
        device.Post("/api/channel/a/marks", $$"""{"marks":[{{string.Join(',', Enumerable.Range(0, 9).Select(Mark))}}]}""");
        Assert.AreEqual(0, Told(device), "nine");
        device.Ask("DELETE", "/api/channel/a/marks", null);
        device.Post("/api/channel/a/marks", $$"""{"marks":[{{string.Join(',', Enumerable.Range(0, 8).Select(Mark))}}]}""");
        Assert.AreEqual(19, Told(device), "eight, from the second frame on");
        device.Post("/api/channel/a", """{"pattern":"spectrum"}""");
        Assert.AreEqual(0, Told(device), "over a picture that is not fills alone");
    }

    private static string Mark(int at) => $$"""{"from":{{at * 20}},"count":15,"decayMs":0}""";

    private static int Told(WiredDevice device) => Enumerable.Range(0, 20).Count(frame =>
    {
        device.Frame();
        return IsTold(device.Device.ChannelA, $"frame {frame}");
    });

    private static bool IsTold(Channel channel, string frame)
    {
        FrameSums sums = channel.Over.Known;
        if (sums == null)
        {
            return false;
        }

        ColourOrder order = channel.Output.Strip.Order;
        byte[] shown = channel.Output.Frame;
        Assert.AreEqual(
            (Sum(shown, order.Green), Sum(shown, order.Red), Sum(shown, order.Blue)), (sums.Green, sums.Red, sums.Blue), frame);
        Assert.IsTrue(sums.IsKnown && sums.IsExact, $"{frame}: known and exact");
        return true;
    }

    private static int Sum(byte[] frame, int place) => frame.Where((_, i) => i % 3 == place).Sum(value => value);

    private static void Turn(WiredDevice device, Random random)
    {
        string mirror = random.Next(2) == 0 ? "true" : "false";
        string reverse = random.Next(2) == 0 ? "true" : "false";
        string controls = $$"""{"mirror":{{mirror}},"reverse":{{reverse}},"offset":{{random.Next(Leds)}}}""";
        Assert.AreEqual(200, device.Post("/api/channel/a", controls).Status, controls);
    }

    // One to eight marks, short and long, that lie over one another as they like.
    private static void Tell(WiredDevice device, Random random)
    {
        device.Ask("DELETE", "/api/channel/a/marks", null);
        string marks = string.Join(',', Enumerable.Range(0, random.Next(1, 9)).Select(_ =>
        {
            int from = random.Next(Leds);
            int count = 1 + random.Next(Math.Min(Leds - from, random.Next(3) == 0 ? 90 : 30));
            return $$"""{"from":{{from}},"count":{{count}},"colour":"{{random.Next(1 << 24):X6}}","decayMs":{{random.Next(2) * 5000}}}""";
        }));
        WiredDevice.Answer answer = device.Post("/api/channel/a/marks", $$"""{"marks":[{{marks}}]}""");
        Assert.AreEqual(200, answer.Status, answer.Text);
    }
}
