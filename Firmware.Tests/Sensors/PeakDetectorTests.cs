using NanoFirmware.Sensors;
using nanoFramework.TestFramework;

namespace NanoFirmware.Tests.Sensors;

[TestClass]
public class PeakDetectorTests
{
    [TestMethod]
    public void Reaching_the_threshold_is_one_peak_however_long_it_lasts()
    {
        var detector = new PeakDetector();

        Assert.IsFalse(Take(detector, 499, 0), "just below it");
        Assert.IsTrue(Take(detector, 500, 1000), "at it");
        Assert.IsFalse(Take(detector, 900, 2000), "above it");
        Assert.IsTrue(detector.IsAbove, "it is still above");
    }

    [TestMethod]
    public void It_must_fall_by_the_hysteresis_before_the_next()
    {
        var detector = new PeakDetector();
        Take(detector, 600, 0);

        Take(detector, 450, 200000);
        Assert.IsFalse(Take(detector, 600, 300000), "450 is within the hysteresis of 50");

        Take(detector, 449, 400000);
        Assert.IsTrue(Take(detector, 600, 500000), "449 has left it");
    }

    [TestMethod]
    public void What_comes_within_the_refractory_time_is_counted_and_no_peak()
    {
        var detector = new PeakDetector();
        Take(detector, 600, 0);
        Take(detector, 0, 50000);

        Assert.IsFalse(Take(detector, 600, 99999), "a µs too soon");
        Assert.AreEqual(1, detector.Suppressed);

        Take(detector, 0, 99999);
        Assert.IsTrue(Take(detector, 600, 100000), "100 ms after the peak");
    }

    [TestMethod]
    public void The_first_peak_needs_no_refractory_time()
    {
        var detector = new PeakDetector();

        Assert.IsTrue(detector.Take(600, 500, 50, 10000000, 5), "nothing came before it");
    }

    [TestMethod]
    public void Of_many_values_those_are_looked_at_that_change_something()
    {
        var detector = new PeakDetector();
        int[] values = { 0, 499, 500, 900, 451, 449, 500 };

        Assert.AreEqual(2, detector.Next(values, 0, values.Length, 500, 50));
        Take(detector, 500, 0);
        Assert.AreEqual(5, detector.Next(values, 3, values.Length, 500, 50));
        Take(detector, 449, 1);
        Assert.AreEqual(6, detector.Next(values, 6, values.Length, 500, 50));
        Assert.AreEqual(2, detector.Next(values, 0, 2, 500, 50));
    }

    private static bool Take(PeakDetector detector, int envelope, long nowUs) =>
        detector.Take(envelope, 500, 50, 100000, nowUs);
}
