using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class GeneratorTests
{
    private const int RateHz = 15_360;

    [TestMethod]
    public void Silence_is_the_microphones_own_noise() =>
        Assert.AreEqual(-87, FullScale.LevelDb(FullScale.RmsOf(Listen("silence", 4))), 0.1);

    [TestMethod]
    public void Zero_is_zero() => Assert.IsTrue(Listen("zero", 1).All(sample => sample == 0), "zero is heard");

    [TestMethod]
    [DataRow(50)]
    [DataRow(440)]
    [DataRow(7000)]
    public void A_sine_has_its_frequency_at_minus_twelve(int hz)
    {
        (double peak, double rest) = Measure.Tone(Listen($"sine:{hz}", 1), hz, RateHz);
        Assert.AreEqual(-12, Measure.Db(peak), 0.01);
        Assert.IsLessThan(-120, Measure.Db(rest));
    }

    [TestMethod]
    public void White_noise_has_the_same_power_in_equal_bands()
    {
        float[] noise = Listen("noise", 8);
        Assert.AreEqual(-20, FullScale.LevelDb(FullScale.RmsOf(noise)), 0.1);
        Assert.AreEqual(0, BandDb(noise, 500, 1000) - BandDb(noise, 5000, 5500), 1);
    }

    [TestMethod]
    public void Pink_noise_has_the_same_power_in_every_octave()
    {
        float[] noise = Listen("noise:pink", 6);
        Assert.AreEqual(-20, FullScale.LevelDb(FullScale.RmsOf(noise)), 1);
        double reference = BandDb(noise, 250, 500);
        foreach (double hz in new[] { 62.5, 125, 500, 1000, 2000 })
        {
            Assert.AreEqual(reference, BandDb(noise, hz, 2 * hz), 1.5, $"{hz} Hz");
        }
    }

    [TestMethod]
    public void Clicks_come_on_the_beat_and_die_before_the_next()
    {
        float[] clicks = Listen("click:120", 3);
        for (int beat = 0; beat < 6; beat++)
        {
            int at = beat * RateHz / 2;
            Assert.AreEqual(FullScale.Peak(-12), clicks[at], 1e-6);
            Assert.IsTrue(clicks.AsSpan(at + RateHz / 8, RateHz / 4).IndexOfAnyExcept(0f) < 0, $"after click {beat}");
        }
    }

    [TestMethod]
    public void A_sweep_glides_from_20_to_7600_hertz_and_starts_again()
    {
        float[] sweep = Listen("sweep", 12);
        var source = new SweepSource();
        Assert.AreEqual(20, source.HzAt(0), 1e-9);
        Assert.AreEqual(source.HzAt(3), source.HzAt(13), 1e-9);
        Assert.AreEqual(7600, source.HzAt(9.99999), 1);
        foreach (double second in new[] { 2.0, 4, 6, 8, 9.5, 12 - 0.1 })
        {
            // Rising zero crossings within 50 ms, against the frequency in the middle of them.
            int from = (int)((second - 0.025) * RateHz);
            int crossings = 0;
            int first = -1;
            int last = -1;
            for (int i = from; i < from + RateHz / 20; i++)
            {
                if (sweep[i] < 0 && sweep[i + 1] >= 0)
                {
                    (first, last) = (first < 0 ? i : first, i);
                    crossings++;
                }
            }

            double hz = (crossings - 1) * (double)RateHz / (last - first);
            Assert.AreEqual(source.HzAt((first + last) / 2.0 / RateHz), hz, 0.02 * hz, $"at {second} s");
        }
    }

    [TestMethod]
    [DataRow("silence")]
    [DataRow("zero")]
    [DataRow("sine:1000")]
    [DataRow("noise")]
    [DataRow("noise:pink")]
    [DataRow("click:100")]
    [DataRow("sweep")]
    [DataRow("song")]
    public void A_source_gives_the_same_stream_in_pieces_and_every_time(string signal)
    {
        float[] whole = Listen(signal, 1);
        IAudioSource source = AudioSources.Parse(signal);
        var pieces = new float[whole.Length];
        for (int at = 0; at < pieces.Length; at += 256)
        {
            source.Read(at, RateHz, pieces.AsSpan(at, 256));
        }

        CollectionAssert.AreEqual(whole, pieces);
    }

    [TestMethod]
    [DataRow("song2")]
    [DataRow("")]
    [DataRow("sine")]
    [DataRow("silence:1")]
    [DataRow("noise:brown")]
    public void An_unknown_signal_is_told_what_is_allowed(string signal)
    {
        var error = Assert.ThrowsExactly<AudioSourceException>(() => AudioSources.Parse(signal));
        Assert.AreEqual($"Unknown signal '{signal}': use {AudioSources.Allowed}.", error.Message);
    }

    [TestMethod]
    [DataRow("sine:0", "1 to 7680 Hz")]
    [DataRow("sine:8000", "1 to 7680 Hz")]
    [DataRow("sine:a", "1 to 7680 Hz")]
    [DataRow("sine:NaN", "1 to 7680 Hz")]
    [DataRow("click:", "10 to 600 beats a minute")]
    [DataRow("click:1e9", "10 to 600 beats a minute")]
    public void A_number_out_of_range_is_told_the_range(string signal, string range)
    {
        var error = Assert.ThrowsExactly<AudioSourceException>(() => AudioSources.Parse(signal));
        Assert.AreEqual($"Signal '{signal}' needs {range} after the colon.", error.Message);
    }

    private static float[] Listen(string signal, int seconds)
    {
        var mono = new float[seconds * RateHz];
        AudioSources.Parse(signal).Read(0, RateHz, mono);
        return mono;
    }

    // Power between two frequencies, by every other bin of 8 Hz averaged over stretches of an eighth of a second.
    private static double BandDb(float[] signal, double fromHz, double toHz)
    {
        const int length = RateHz / 8;
        double power = 0;
        for (double hz = fromHz; hz < toHz; hz += 16)
        {
            for (int at = 0; at + length <= signal.Length; at += length)
            {
                double peak = Measure.Tone(signal.AsSpan(at, length), hz, RateHz).Peak;
                power += peak * peak;
            }
        }

        return 10 * Math.Log10(power);
    }
}
