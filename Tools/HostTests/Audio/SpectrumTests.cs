using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class SpectrumTests
{
    [TestMethod]
    public void The_band_that_holds_a_tone_wins_and_two_bands_away_it_is_18_dB_softer()
    {
        for (int band = 0; band < 16; band++)
        {
            double[] bands = Ears.BandsOf(Ears.CentreHz(band), -12);
            for (int other = 0; other < 16; other++)
            {
                double least = Math.Abs(other - band) switch
                {
                    0 => 0,
                    1 => 3,
                    _ => 18,
                };
                Assert.IsTrue(
                    bands[other] <= bands[band] - least,
                    $"tone in band {band}: {bands[band]:0.0} dB, band {other}: {bands[other]:0.0} dB");
            }
        }
    }

    [TestMethod]
    public void A_band_is_true_to_a_decibel_and_a_half_over_50_dB()
    {
        foreach (int band in new[] { 1, 4, 7, 10, 13, 15 })
        {
            for (double levelDb = -53; levelDb <= -3; levelDb += 10)
            {
                Assert.AreEqual(levelDb, Ears.BandsOf(Ears.CentreHz(band), levelDb)[band], 1.5, $"band {band}");
            }
        }
    }

    [TestMethod]
    public void A_constant_offset_changes_nothing()
    {
        double[] without = Ears.BandsOf(404, -30);
        double[] with = Ears.BandsOf(404, -30, offset: 655);
        Assert.AreEqual(without[7], with[7], 0.1);
        var ears = new Ears();
        for (int hop = 0; hop < 120; hop++)
        {
            ears.Hear(Enumerable.Repeat(-655, 256).ToArray());
        }

        CollectionAssert.AreEqual(new byte[16], ears.Heard.Bands);
        Assert.AreEqual(0, ears.Heard.Level);
    }

    [TestMethod]
    public void Hiss_at_minus_70_dBFS_leaves_everything_at_zero()
    {
        var ears = new Ears();
        ears.Hear(new NoiseSource(-70), 20, heard =>
        {
            Assert.AreEqual(0, heard.Level);
            Assert.IsTrue(
                heard.Bands.All(band => band == 0) && heard.Peaks.All(peak => peak == 0), "hiss lights a band or a peak");
            Assert.IsFalse(heard.Onset, "hiss has an onset");
        });
    }

    [TestMethod]
    public void A_sweep_moves_through_the_bands_in_order()
    {
        var winners = new List<int>();
        for (double hz = 36; hz < 7000; hz *= 1.09)
        {
            double[] bands = Ears.BandsOf(hz, -12);
            winners.Add(Array.IndexOf(bands, bands.Max()));
        }

        CollectionAssert.AreEqual(winners.Order().ToList(), winners);
        CollectionAssert.AreEqual(Enumerable.Range(0, 16).ToList(), winners.Distinct().ToList());
    }

    [TestMethod]
    public void Slot_and_byte_order_make_no_difference()
    {
        Ears usual = new();
        Ears unusual = new();
        var random = new Random(1);
        for (int hop = 0; hop < 30; hop++)
        {
            int[] samples = Enumerable.Range(0, 256).Select(_ => random.Next(-20000, 20000)).ToArray();
            usual.Hear(samples);
            unusual.Hear(samples, swapped: true, slotOffset: 4);
        }

        CollectionAssert.AreEqual(usual.Spectrum.Bank.Energy, unusual.Spectrum.Bank.Energy);
        CollectionAssert.AreEqual(usual.Heard.Bands, unusual.Heard.Bands);
    }

    [TestMethod]
    public void The_level_is_the_true_RMS()
    {
        var ears = new Ears();
        ears.Hear(new SineSource(1000, -20), 1);
        Assert.AreEqual(-200, ears.Heard.LevelDb10, 3);
    }
}
