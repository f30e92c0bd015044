using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Pictures are whole from the first frame, wherever the strip ends, and move alike at any speed.</summary>
[TestClass]
public sealed class FirstFrameTests
{
    public static IEnumerable<object[]> Patterns => PatternCatalog.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void The_first_frame_is_as_whole_as_the_twelfth(string pattern)
    {
        foreach (int mirror in new[] { 0, 1 })
        {
            using var booth = new PatternBooth();
            booth.Choose(Array.IndexOf(PatternCatalog.Names, pattern), 0);
            booth.Controls.Set("mirror", 1 - mirror);
            booth.Draw(new AudioSnapshot(), 0);
            booth.Controls.Set("mirror", mirror);
            AudioSnapshot heard = Loud();
            byte[] first = booth.Draw(heard, 0);
            byte[] later = first;
            for (int frame = 0; frame < 11; frame++)
            {
                later = booth.Draw(heard, 0);
            }

            int missing = Pixels(later).Zip(Pixels(first)).Count(pair => pair.First && !pair.Second);
            Assert.AreEqual(0, missing, $"{missing} pixels of {pattern} come later, mirror {mirror}");
        }
    }

    [TestMethod]
    public void A_change_between_the_first_frame_and_the_second_is_shown()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a", """{"pattern":"solid","fade":0}""");
        device.Frame();
        device.Post("/api/channel/a", """{"brightness":0}""");
        device.Frame();
        device.Frame();
        Assert.IsTrue(device.LightA.All(part => part == 0), "the strip is lit after brightness 0 was chosen");
    }

    [TestMethod]
    [DataRow(90)]
    [DataRow(134)]
    [DataRow(180)]
    [DataRow(360)]
    public void Stars_begin_all_over_the_canvas(int pixels)
    {
        Pattern twinkle = PatternCatalog.Create(Array.IndexOf(PatternCatalog.Names, "twinkle"));
        twinkle.Settings[0] = 14;
        twinkle.Settings[1] = 1;
        Canvas canvas = PatternSoakTests.White(pixels);
        twinkle.Reset();
        twinkle.Render(new AudioSnapshot(), 100, canvas);

        int[] lit = [.. Enumerable.Range(0, pixels).Where(i => canvas.Grb[i * 3] > 0)];
        Assert.IsTrue(lit.Length >= 12, $"{lit.Length} stars are on the canvas");
        for (int quarter = 0; quarter < 4; quarter++)
        {
            Assert.IsTrue(lit.Any(at => at * 4 / pixels == quarter), $"no star in quarter {quarter}");
        }
    }

    [TestMethod]
    [DataRow(100, 255)]
    [DataRow(20, 60)]
    [DataRow(37, 100)]
    public void A_ball_lands_after_the_same_time_whatever_the_steps(int gravity, int force)
    {
        int usual = LandingMs(gravity, force, 17);
        foreach (int elapsedMs in new[] { 3, 7, 8, 30, 33 })
        {
            Assert.AreEqual(usual, LandingMs(gravity, force, elapsedMs), 60, $"in steps of {elapsedMs} ms");
        }
    }

    private static int LandingMs(int gravity, int force, int elapsedMs)
    {
        Pattern bounce = PatternCatalog.Create(Array.IndexOf(PatternCatalog.Names, "bounce"));
        bounce.Settings[0] = gravity;
        bounce.Settings[1] = 12;
        bounce.Settings[2] = force;
        bounce.Reset();
        Canvas canvas = PatternSoakTests.White(Board.StripLeds);
        int[] speeds = (int[])PatternSoakTests.FieldOf(bounce, "_speeds").GetValue(bounce)!;
        var heard = new AudioSnapshot();
        heard.Bands[0] = 160;
        int ms = 0;
        int thrownMs = 0;
        bool falls = false;

        // It may bounce up again within the frame in which it lands: then only its speed tells.
        for (; ms < 60000 && !(falls && speeds[0] >= 0); ms += elapsedMs)
        {
            falls |= speeds[0] < 0;
            bounce.Render(heard, elapsedMs, canvas);
            if (thrownMs == 0 && speeds[0] > 0)
            {
                thrownMs = ms;
                heard.Bands[0] = 0;
            }
        }

        return ms - thrownMs;
    }

    private static AudioSnapshot Loud()
    {
        var heard = new AudioSnapshot { Level = 200, Confidence = 200, Bpm10 = 1200 };
        Array.Fill(heard.Bands, (byte)200);
        return heard;
    }

    private static IEnumerable<bool> Pixels(byte[] frame) =>
        Enumerable.Range(0, frame.Length / 3).Select(i => frame[i * 3] + frame[(i * 3) + 1] + frame[(i * 3) + 2] > 0);
}
