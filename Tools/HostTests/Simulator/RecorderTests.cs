using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Layout;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class RecorderTests
{
    private const int Leds = 180;

    [TestMethod]
    public void Every_frame_of_each_strip_lands_in_its_file_in_order()
    {
        using var folder = new TemporaryFolder();
        using (var recorder = new Recorder(folder.Name, [Leds, Leds]))
        {
            for (int i = 0; i < 300; i++)
            {
                recorder.Add(Frame(channel: 0, number: i));
                if (i < 100)
                {
                    recorder.Add(Frame(channel: 1, number: i));
                }
            }
        }

        byte[] a = File.ReadAllBytes(folder["frames-a.rgb"]);
        byte[] b = File.ReadAllBytes(folder["frames-b.rgb"]);
        Assert.HasCount(300 * 540, a);
        Assert.HasCount(100 * 540, b);
        Assert.AreEqual(299, a[299 * 540] + 256 * a[299 * 540 + 1]);
        Assert.AreEqual((byte)99, b[99 * 540]);
    }

    [TestMethod]
    public void A_grid_is_drawn_upright()
    {
        // Two rows of three; the second runs back.
        var plan = new GridPlan([6], 0, false, GridLayout.Places(3, 2, 0, false, true), 3, 2, 0);
        using var file = new MemoryStream(
            [
                .. Enumerable.Range(0, 12).SelectMany(
                    _ => Enumerable.Range(0, 6).SelectMany(led => new[] { (byte)(led == 3 ? 255 : 0), (byte)0, (byte)0 })),
            ]);
        Canvas picture = GridPicture.Draw(plan, new RecordedFrames(file, 6));
        Assert.AreEqual(255, picture[10 + (2 * 7), 10 + 7][0], "the fourth LED hangs on the right of the second row");
        Assert.AreEqual(0, picture[10, 10 + 7][0], "and not on its left");
    }

    [TestMethod]
    public void The_pictures_are_drawn_when_it_closes()
    {
        using var folder = new TemporaryFolder();
        using (var recorder = new Recorder(folder.Name, [Leds, Leds]))
        {
            recorder.Add(Frame(channel: 0, number: 0));
        }

        foreach (string picture in new[] { "strip-a.png", "strip-b.png", "strips.png" })
        {
            (int width, int height, _) = PngReader.Decode(File.ReadAllBytes(folder[picture]));
            Assert.IsGreaterThanOrEqualTo(Leds, width);
            Assert.IsGreaterThanOrEqualTo(1, height);
        }
    }

    [TestMethod]
    public void A_folder_that_is_a_file_is_refused_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "");

        UsageException refusal = Assert.ThrowsExactly<UsageException>(() => new Recorder(folder["taken"], [Leds, Leds]));

        StringAssert.Contains(refusal.Message, "--record");
    }

    private static StripFrame Frame(int channel, int number)
    {
        byte[] rgb = new byte[Leds * 3];
        rgb[0] = (byte)number;
        rgb[1] = (byte)(number >> 8);
        return new StripFrame(channel, number, 0, rgb, false, 0, 0, null);
    }
}
