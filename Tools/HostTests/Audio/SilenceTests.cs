using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>What ears that sleep show, hop after hop.</summary>
[TestClass]
public sealed class SilenceTests
{
    private static readonly byte[] Loud = [.. Enumerable.Range(0, 256).SelectMany(
        i => new byte[] { 0, 0, (byte)(i % 2 == 0 ? 40 : 216), (byte)(i % 2 == 0 ? 30 : 226), 0, 0, 0, 0 })];

    [TestMethod]
    public void Bands_and_peaks_fall_to_nothing_and_again_after_each_sound()
    {
        var spectrum = new SpectrumAnalyzer();
        var snapshot = new AudioSnapshot();
        for (int time = 0; time < 3; time++)
        {
            for (int hop = 0; hop < 60; hop++)
            {
                spectrum.Analyze(Loud, 0, false, snapshot);
            }

            snapshot.Bands[3] = 200;
            snapshot.Peaks[3] = 255;
            snapshot.Level = 90;
            int before = snapshot.Bands[3];
            spectrum.Silence(snapshot);
            Assert.IsTrue(snapshot.Bands[3] < before && snapshot.Bands[3] > 0, "it falls and does not break off");
            for (int hop = 0; hop < 300; hop++)
            {
                spectrum.Silence(snapshot);
            }

            Assert.IsTrue(snapshot.Bands.All(band => band == 0), $"bands, {time}");
            Assert.IsTrue(snapshot.Peaks.All(peak => peak == 0), $"peaks, {time}");
            Assert.AreEqual(0, snapshot.Level, $"level, {time}");
            Assert.AreEqual(-960, spectrum.LevelDb10, $"loudness, {time}");
        }
    }
}
