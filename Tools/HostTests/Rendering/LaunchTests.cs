using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What is on its way arrives: a launch takes a free place or waits for one.</summary>
[TestClass]
public sealed class LaunchTests
{
    private const int FrameMs = 17;

    [TestMethod]
    [DataRow(60, 20, 180)]
    [DataRow(10, 90, 180)]
    [DataRow(1, 90, 180)]
    [DataRow(10, 20, 360)]
    public void No_meteor_vanishes_on_its_way(int pause, int pace, int pixels)
    {
        Bench bench = new("meteor", pixels, pause, pace, 16);

        int dark = bench.FramesWithLost("_places", frames: 6000, lostBelow: pixels, out int lost);
        Assert.AreEqual(0, lost, "meteors vanished before the end");
        Assert.IsTrue(dark < 3000, $"{dark} of 6000 frames without a meteor");
    }

    [TestMethod]
    [DataRow(180)]
    [DataRow(360)]
    public void No_comet_vanishes_on_its_way(int pixels)
    {
        Bench bench = new("comets", pixels, 20, 14, 36);
        bench.Each = frame => Swell(bench.Heard, frame % 6 == 0 ? frame / 6 % 16 : -1);

        bench.FramesWithLost("_places", frames: 6000, lostBelow: pixels, out int lost);
        Assert.AreEqual(0, lost, "comets vanished before the end");
    }

    [TestMethod]
    public void No_drop_vanishes_on_its_way()
    {
        Bench bench = new("rain", 180, 255, 20, 9);
        Array.Fill(bench.Heard.Bands, (byte)255);

        // Falling drops end at the start, where they splash.
        int lost = 0;
        int[] places = bench.Field("_places");
        for (int frame = 0; frame < 3000; frame++)
        {
            int[] before = [.. places];
            bench.Render();
            lost += before.Zip(places).Count(pair => pair.First > 0 && pair.Second > pair.First);
        }

        Assert.AreEqual(0, lost, "drops vanished in the air");
    }

    private static void Swell(AudioSnapshot heard, int loud)
    {
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            heard.Bands[band] = (byte)(band == loud ? 255 : 0);
        }
    }

    private sealed class Bench
    {
        private readonly Pattern _pattern;
        private readonly Canvas _canvas;

        public Bench(string pattern, int pixels, params int[] settings)
        {
            _pattern = PatternCatalog.Create(Array.IndexOf(PatternCatalog.Names, pattern));
            _canvas = PatternSoakTests.White(pixels);
            settings.CopyTo(_pattern.Settings, 0);
            _pattern.Reset();
        }

        public AudioSnapshot Heard { get; } = new();

        public Action<int> Each { get; set; } = _ => { };

        public int[] Field(string name) => (int[])PatternSoakTests.FieldOf(_pattern, name).GetValue(_pattern)!;

        public void Render() => _pattern.Render(Heard, FrameMs, _canvas);

        // A place that jumps back is a traveller gone; in 1/256 pixel, −1 for none.
        public int FramesWithLost(string field, int frames, int lostBelow, out int lost)
        {
            int[] places = Field(field);
            int dark = 0;
            lost = 0;
            for (int frame = 0; frame < frames; frame++)
            {
                Each(frame);
                int[] before = [.. places];
                Render();
                lost += before.Zip(places).Count(
                    pair => pair.First >= 0 && pair.Second < pair.First && pair.First >> 8 < lostBelow);
                dark += _canvas.Grb.All(part => part == 0) ? 1 : 0;
            }

            return dark;
        }
    }
}
