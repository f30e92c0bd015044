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
        Canvas picture = GridPicture.Draw(plan, new RecordedFrames(file, 6, new long[12]));
        Assert.AreEqual(255, picture[10 + (2 * 7), 10 + 7][0], "the fourth LED hangs on the right of the second row");
        Assert.AreEqual(0, picture[10, 10 + 7][0], "and not on its left");
    }

    [TestMethod]
    public void Panels_are_drawn_with_their_gaps()
    {
        // Two panels of two by two, three hidden columns between them; all LEDs are dark.
        var plan = new GridPlan(
            [8], 0, false, PanelLayout.Places(2, 2, 3, false, 0, GridLayout.Places(2, 2, 0, false, true)), 7, 2, 0);
        plan.HangPanels(2, 3);
        using var file = new MemoryStream(new byte[8 * 3 * 12]);
        Canvas picture = GridPicture.Draw(plan, new RecordedFrames(file, 8, new long[12]));
        byte background = picture[0, 0][0];
        int[] rows = [.. Enumerable.Range(0, 7).Select(column => (int)picture[10 + (column * 7) + 6, 10][0])];
        Assert.AreEqual(rows[0], rows[5], "between two LEDs of either panel its body is seen");
        Assert.IsTrue(rows[0] > background, "which is brighter than what is behind it");
        Assert.AreEqual(background, rows[3], "in the gap there is nothing");
        Canvas moment = GridPicture.NewMoment(plan);
        GridPicture.DrawMoment(moment, plan, [new RecordedFrames(file, 8, new long[12])], 0);
        Assert.AreEqual(background, moment[10 + (3 * 7), 10][0], "nor in a film of it");
    }

    [TestMethod]
    public void Both_halves_of_a_grid_are_of_the_same_moment_though_a_strip_missed_frames()
    {
        // A row on each strip. Each frame is as bright as its time; B has only every second one.
        var plan = new GridPlan([3, 3], 0, true, GridLayout.Places(3, 2, 0, false, true), 3, 2, 0);
        using var a = new MemoryStream(Ramp(step: 1));
        using var b = new MemoryStream(Ramp(step: 2));
        Canvas picture = GridPicture.Draw(
            plan, new RecordedFrames(a, 3, Times(step: 1)), new RecordedFrames(b, 3, Times(step: 2)));
        for (int moment = 0; moment < 4; moment++)
        {
            int x = 10 + (moment * ((3 * 7) + 10));
            int above = picture[x, 10][0];
            Assert.IsTrue(above > 0, "nothing is drawn");
            Assert.AreEqual(above, picture[x, 10 + 7][0], 2, $"moment {moment}");
        }
    }

    private static byte[] Ramp(int step) =>
    [
        .. Enumerable.Range(0, 120 / step).SelectMany(frame => Enumerable.Repeat((byte)(100 + (frame * step)), 3 * 3)),
    ];

    private static long[] Times(int step) => [.. Enumerable.Range(0, 120 / step).Select(frame => frame * step * 16667L)];

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
