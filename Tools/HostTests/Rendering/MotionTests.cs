using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Patterns know time, not frames.</summary>
[TestClass]
public sealed class MotionTests
{
    // Chance is thrown per tick or per event, and both fall into other frames: these are compared by their light only.
    private static readonly string[] Random = ["glitter", "rain", "candle", "twinkle", "meteor", "fire"];

    public static IEnumerable<object[]> Patterns => PatternBooth.Names.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Patterns))]
    public void Motion_is_the_same_at_30_and_at_60_frames_a_second(string pattern)
    {
        byte[][] fast = Film(pattern, frames: 240, step: 1);
        byte[][] slow = Film(pattern, frames: 120, step: 2);

        Assert.AreEqual(Light(fast), Light(slow), 0.12 * Light(fast) + 0.8, "light");
        if (!Random.Contains(pattern))
        {
            // A pixel's place may differ by what moves in one frame: compared in twelfths of the strip, over a quarter of a
            // second.
            double off = Enumerable.Range(0, 8).Average(part => Distance(Sums(fast, part * 30, 30), Sums(slow, part * 15, 15)));
            Assert.IsTrue(off < 0.2, $"{pattern}: {off:0.00} of the light is elsewhere");
        }
    }

    private static byte[][] Film(string pattern, int frames, int step)
    {
        using var booth = new PatternBooth();
        booth.Choose(PatternBooth.Names.ToList().IndexOf(pattern), 0);
        var heard = new AudioSnapshot { Level = 170, Confidence = 200, Bpm10 = 1200 };
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            heard.Bands[band] = (byte)(230 - (band * 9));
        }

        var film = new byte[frames][];
        for (int frame = 0; frame < frames; frame++)
        {
            // Half a second a beat; the same moments at both rates.
            heard.Beat = heard.Onset = frame * step % 30 == 0;
            heard.OnsetStrength = heard.Onset ? 200 : 0;
            int usualMs = frame % 3 == 0 ? 16 : 17;
            film[frame] = booth.Draw(heard, step == 2 ? 50 - usualMs : usualMs);
        }

        return film;
    }

    private static double Light(byte[][] film) => film.Average(frame => frame.Average(part => (double)part));

    private static double[] Sums(byte[][] film, int first, int count)
    {
        const int Parts = 12;
        double[] sums = new double[Parts];
        for (int frame = first; frame < first + count; frame++)
        {
            for (int at = 0; at < film[frame].Length; at++)
            {
                sums[at * Parts / film[frame].Length] += film[frame][at] / (double)count;
            }
        }

        return sums;
    }

    private static double Distance(double[] one, double[] other) =>
        one.Zip(other).Sum(pair => Math.Abs(pair.First - pair.Second)) / Math.Max(400, one.Sum() + other.Sum());
}
