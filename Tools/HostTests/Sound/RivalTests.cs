using System.Globalization;
using System.Numerics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Rivals;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

/// <summary>The rivals must be as good as their descriptions: on a plain click each of them is right.</summary>
[TestClass]
public class RivalTests
{
    private static readonly TestVector Clicks = TestVector.Of("clicks", new SongOptions
    {
        Groove = Groove.Click,
        Bpm = 100,
        Seconds = 30,
        LeadInSeconds = 0.4,
    });

    [TestMethod]
    [DataRow("wledPeak")]
    [DataRow("energyThreshold")]
    public void A_threshold_takes_every_click_for_a_beat(string name)
    {
        VectorScore score = VectorScore.Of(Clicks, Hear(name));
        Assert.AreEqual(1, score.OnsetF!.Value, 0.03);
        Assert.AreEqual(1, score.BeatF!.Value, 0.03);
        Assert.AreEqual(1, score.Accuracy1);
    }

    [TestMethod]
    public void The_bank_finds_the_clicks_and_their_tempo_or_its_multiple()
    {
        VectorScore score = VectorScore.Of(Clicks, Hear("tempoBank"));
        Assert.AreEqual(1, score.OnsetF!.Value, 0.05);
        Assert.AreEqual(1, score.Accuracy2);
        Assert.IsGreaterThan(0.6, score.BeatF!.Value);
    }

    [TestMethod]
    public void Aubio_finds_the_clicks_and_their_tempo()
    {
        if (AubioEngine.Find() is not { } engine)
        {
            Assert.Inconclusive(AubioEngine.Missing);
            return;
        }

        VectorScore score = VectorScore.Of(Clicks, Hearing.Of(engine, Clicks.Render()));
        Assert.AreEqual(1, score.Accuracy1);
        Assert.IsGreaterThan(0.8, score.BeatF!.Value);
    }

    [TestMethod]
    public void The_bin_peak_fires_again_after_100_ms_and_not_before()
    {
        var signal = new float[5 * Hearing.SampleRateHz];
        new SineSource(344.5, -12).Read(0, Hearing.SampleRateHz, signal);
        double[] peaks = Hearing.Of(new BinPeakEngine(), Hearing.Quantise(signal)).Onsets;
        double[] gaps = peaks.Zip(peaks.Skip(1), (a, b) => b - a).ToArray();
        Assert.IsGreaterThan(40, peaks.Length, "a steady tone keeps it firing");
        Assert.IsTrue(
            gaps.All(gap => gap is > 0.1 and < 0.12),
            $"gaps of {string.Join(", ", gaps.Select(gap => gap.ToString("0.000")))} s");
    }

    [TestMethod]
    public void The_energy_threshold_fires_once_for_each_rise()
    {
        var signal = new float[5 * Hearing.SampleRateHz];
        new SineSource(200, -12).Read(0, Hearing.SampleRateHz, signal.AsSpan(2 * Hearing.SampleRateHz));
        double[] onsets = Hearing.Of(new EnergyEngine(), Hearing.Quantise(signal)).Onsets;
        Assert.AreEqual(2, onsets.Single(), 0.02);
    }

    [TestMethod]
    public void Nobody_hears_anything_in_digital_zero()
    {
        foreach ((string name, IBeatEngine engine) in Scorecard.Engines)
        {
            Assert.AreEqual(0, Hearing.Of(engine, new short[10 * Hearing.SampleRateHz]).Onsets.Length, name);
        }
    }

    [TestMethod]
    public void An_engine_that_was_reset_hears_the_same_again()
    {
        short[] samples = Clicks.Render().AsSpan(0, 10 * Hearing.SampleRateHz).ToArray();
        foreach ((string name, IBeatEngine engine) in Scorecard.Engines)
        {
            HopReport[] first = Hearing.Of(engine, samples).Hops;
            HopReport[] second = Hearing.Of(engine, samples).Hops;
            CollectionAssert.AreEqual(first, second, name);
        }
    }

    [TestMethod]
    public void Aubio_takes_part_where_it_is_installed_and_is_left_out_with_a_reason_where_it_is_not()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("aubio");
        try
        {
            Assert.IsNull(AubioEngine.FindIn(folder.FullName), "an empty folder holds no aubio");
            bool isMissing = AubioEngine.Find() == null;
            Assert.AreEqual(isMissing, AubioEngine.Missing != null, "a reason is given where it is missing, and only there");
            if (!OperatingSystem.IsWindows())
            {
                Install(folder, "aubioonset", "0.100000\n1.000000");
                Install(folder, "aubiotrack", "0.500000\n1.000000");
                Hearing heard = Hearing.Of(AubioEngine.FindIn(folder.FullName)!, new short[2 * Hearing.SampleRateHz]);
                Assert.AreEqual("0.117 1.017", Told(heard.Onsets), "onsets, each at the end of its hop");
                Assert.AreEqual("0.517 1.017", Told(heard.Beats), "beats");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Told(double[] times) =>
        string.Join(' ', times.Select(time => time.ToString("0.000", CultureInfo.InvariantCulture)));

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void Install(DirectoryInfo folder, string program, string output)
    {
        string path = Path.Combine(folder.FullName, program);
        File.WriteAllText(path, $"#!/bin/sh\nprintf '{output.Replace("\n", "\\n")}\\n'\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [TestMethod]
    public void The_interval_tempo_is_the_middle_one_of_the_last_intervals()
    {
        var tempo = new IntervalTempo();
        foreach (double time in new[] { 0, 0.5, 1.0, 1.5 })
        {
            tempo.Add(time);
            Assert.AreEqual(0, tempo.Bpm, "three intervals are no rhythm");
        }

        tempo.Add(1.6);
        Assert.AreEqual(120, tempo.Bpm, 1e-9);
    }

    [TestMethod]
    public void The_FFT_is_the_Fourier_sum()
    {
        var random = new SeededRandom(4);
        Complex[] values = Enumerable.Range(0, 32).Select(_ => new Complex(random.NextNormal(), random.NextNormal())).ToArray();
        var spectrum = (Complex[])values.Clone();
        new Fourier(32).Transform(spectrum);
        for (int bin = 0; bin < 32; bin++)
        {
            Complex sum = values.Select((value, i) => value * Complex.FromPolarCoordinates(1, -2 * Math.PI * bin * i / 32))
                .Aggregate(Complex.Add);
            Assert.IsLessThan(1e-12, (sum - spectrum[bin]).Magnitude, $"bin {bin}");
        }
    }

    private static Hearing Hear(string name) =>
        Hearing.Of(Scorecard.Engines.Single(engine => engine.Name == name).Engine, Clicks.Render());
}
