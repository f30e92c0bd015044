using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class StripChartTests
{
    private const int Leds = 180;

    [TestMethod]
    public void A_frame_is_a_row_and_an_LED_four_pixels()
    {
        Canvas chart = StripChart.Draw(Recording(3, (frame, led) => frame == 1 && led == 2 ? (byte)255 : (byte)0), Leds);

        Assert.AreEqual(StripChart.ScaleWidth + 180 * StripChart.LedWidth, chart.Width);
        Assert.AreEqual(3, chart.Height);
        Assert.AreEqual(255, At(chart, led: 2, row: 1));
        Assert.AreEqual(255, chart[StripChart.ScaleWidth + 3 * StripChart.LedWidth - 1, 1][0]);
        Assert.AreEqual(0, At(chart, led: 3, row: 1));
        Assert.AreEqual(0, At(chart, led: 2, row: 0));
    }

    [TestMethod]
    public void Light_is_shown_as_bright_as_it_looks()
    {
        Canvas chart = StripChart.Draw(Recording(1, (_, led) => (byte)led), Leds);

        Assert.AreEqual(0, At(chart, led: 0, row: 0));
        Assert.AreEqual(Math.Round(255 * Math.Pow(100 / 255.0, 1 / 2.2)), At(chart, led: 100, row: 0));
    }

    [TestMethod]
    public void A_long_run_is_gathered_into_rows_of_mean_light()
    {
        Canvas chart = StripChart.Draw(Recording(3601, (frame, _) => frame % 3 == 0 ? (byte)255 : (byte)0), Leds);

        Assert.AreEqual(1201, chart.Height);
        Assert.AreEqual(ScreenLight.Of(85), At(chart, led: 7, row: 600));
        Assert.AreEqual(255, At(chart, led: 7, row: 1200));
    }

    [TestMethod]
    public void The_scale_marks_seconds_and_tens_of_seconds()
    {
        Canvas chart = StripChart.Draw(Recording(601, (_, _) => 0), Leds);

        Assert.IsGreaterThan(chart[StripChart.ScaleWidth - 1, 59][0], chart[StripChart.ScaleWidth - 1, 60][0]);
        Assert.AreEqual(chart[4, 59][0], chart[4, 60][0]);
        Assert.IsGreaterThan(chart[4, 59][0], chart[4, 600][0]);
    }

    [TestMethod]
    public void An_empty_recording_is_one_black_row()
    {
        Canvas chart = StripChart.Draw(new MemoryStream(), Leds);

        Assert.AreEqual(1, chart.Height);
        Assert.AreEqual(0, At(chart, led: 90, row: 0));
    }

    [TestMethod]
    public void The_picture_shows_strip_A_above_strip_B()
    {
        Canvas picture = StripPicture.Draw(
            new RecordedFrames(Recording(400, (_, _) => 255), Leds), new RecordedFrames(Recording(400, (_, _) => 64), Leds));
        int middle = picture.Width / 2;

        Assert.AreEqual(255, picture[middle, picture.Height / 4][0]);
        Assert.AreEqual(ScreenLight.Of(64), picture[middle, picture.Height * 3 / 4][0]);
    }

    private static byte At(Canvas chart, int led, int row) => chart[StripChart.ScaleWidth + led * StripChart.LedWidth, row][0];

    private static MemoryStream Recording(int frames, Func<int, int, byte> light)
    {
        byte[] rgb = new byte[frames * (Leds * 3)];
        for (int i = 0; i < rgb.Length; i++)
        {
            rgb[i] = light(i / (Leds * 3), i % (Leds * 3) / 3);
        }

        return new MemoryStream(rgb);
    }
}
