using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>What the bands show of the loudest sound, and how their peaks fall.</summary>
[TestClass]
public sealed class BandDisplayTests
{
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void All_peaks_fall_alike(bool isSilent)
    {
        var display = new BandDisplay();
        var bank = new FilterBank();
        var heard = new AudioSnapshot();
        Array.Fill(heard.Peaks, (byte)250);
        for (int hop = 0; hop < 60; hop++)
        {
            if (isSilent)
            {
                display.Fall(heard);
            }
            else
            {
                bank.Turn ^= 1;
                display.Show(bank, new SteadyNoise(), 1f, 0f, heard);
            }
        }

        foreach (byte peak in heard.Peaks)
        {
            Assert.AreEqual(130, peak, 2, $"after a second the peaks are at {string.Join(' ', heard.Peaks)}");
        }
    }

    [TestMethod]
    [DataRow(false, DisplayName = "chosen")]
    [DataRow(true, DisplayName = "stepped to")]
    public void A_presets_curve_is_made_by_whoever_chooses_it_and_not_by_the_hop_that_uses_it(bool isStep)
    {
        var display = new BandDisplay();
        var controls = new AudioControls();
        FieldInfo curves = typeof(BandDisplay).GetField("Curves", BindingFlags.Static | BindingFlags.NonPublic)!;
        Array.Clear((Array)curves.GetValue(null)!);
        var values = new int[controls.Values.Length];
        var chosen = new bool[values.Length];
        values[AudioControls.PresetIndex] = AudioControls.PresetVivid;
        chosen[AudioControls.PresetIndex] = true;
        controls.Prepare(values, chosen, isStep ? chosen : null);

        long before = GC.GetAllocatedBytesForCurrentThread();
        display.Use(AudioControls.PresetVivid);
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before, "bytes made in the hop");
    }

    [TestMethod]
    [DataRow(1f)]
    [DataRow(1e3f)]
    [DataRow(1e6f)]
    public void No_power_is_too_great_for_a_band(float gain)
    {
        // What is above 2^31 becomes 0 on the device, and the loudest of all would be black.
        var display = new BandDisplay();
        var bank = new FilterBank();
        Array.Fill(bank.Energy, 5e8f);
        Array.Fill(bank.Lag, 0f);
        var heard = new AudioSnapshot();
        display.Show(bank, new SteadyNoise(), gain, 5e8f * gain, heard);
        bank.Turn ^= 1;
        display.Show(bank, new SteadyNoise(), gain, 5e8f * gain, heard);

        foreach (byte band in heard.Bands)
        {
            Assert.AreEqual(255, band, $"the bands are at {string.Join(' ', heard.Bands)}");
        }

        Assert.AreEqual(255, heard.Level, "nor for the whole");
    }

    [TestMethod]
    [DataRow(AudioControls.PresetNormal)]
    [DataRow(AudioControls.PresetVivid)]
    [DataRow(AudioControls.PresetCalm)]
    public void A_peak_is_its_band_or_what_is_left_of_the_one_before(int preset)
    {
        var display = new BandDisplay();
        display.Use(preset);
        var bank = new FilterBank();
        var heard = new AudioSnapshot();
        var random = new Random(7);
        for (int hop = 0; hop < 3000; hop++)
        {
            bank.Turn ^= 1;
            for (int octave = 0; octave < FilterBank.Octaves; octave++)
            {
                bank.Energy[octave] = 70000f * (float)Math.Pow(random.NextDouble(), 12);
                bank.Lag[octave] = bank.Energy[octave] * (float)((2 * random.NextDouble()) - 1);
            }

            byte[] before = (byte[])heard.Peaks.Clone();
            display.Show(bank, new SteadyNoise(), 1f, 0f, heard);

            for (int band = 0; band < AudioSnapshot.BandCount; band++)
            {
                bool isShown = ((15 - band) / 2) % 2 == bank.Turn;
                int left = isShown ? Math.Max(heard.Bands[band], before[band] - 4) : before[band];
                Assert.AreEqual(left, heard.Peaks[band], $"band {band}, at {heard.Bands[band]}, hop {hop}");
            }
        }
    }
}
