using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class ResamplerTests
{
    private const int MicrophoneHz = 15_360;

    [TestMethod]
    [DataRow(8000)]
    [DataRow(11025)]
    [DataRow(16000)]
    [DataRow(22050)]
    [DataRow(44100)]
    [DataRow(48000)]
    [DataRow(96000)]
    [DataRow(192000)]
    public void The_pass_band_is_flat_and_clean_up_to_nine_tenths_of_the_lower_Nyquist_frequency(int inputHz)
    {
        double nyquist = Math.Min(inputHz, MicrophoneHz) / 2.0;
        foreach (double share in new[] { 0.01, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9 })
        {
            (double peak, double rest) = Measure.Tone(Convert(inputHz, share * nyquist), share * nyquist, MicrophoneHz);
            Assert.AreEqual(0, Measure.Db(peak), 0.01, $"{share} of Nyquist");
            Assert.IsLessThan(-80, Measure.Db(rest), $"images and errors at {share} of Nyquist");
        }
    }

    [TestMethod]
    [DataRow(16000)]
    [DataRow(22050)]
    [DataRow(44100)]
    [DataRow(48000)]
    [DataRow(192000)]
    public void Nothing_from_beyond_the_microphones_band_is_folded_into_it(int inputHz)
    {
        for (double hz = 7680; hz < 0.499 * inputHz; hz *= hz < 9000 ? 1.013 : 1.3)
        {
            Assert.IsLessThan(-80, Measure.Db(Rms(Convert(inputHz, hz))), $"{hz} Hz");
        }
    }

    [TestMethod]
    public void The_same_rate_passes_every_bit()
    {
        float[] frames = { 0.1f, -0.2f, 0.3f, 1.5f };
        var output = new float[4];
        new Resampler(15360, 15360, mono => frames.CopyTo(mono)).Read(output);
        CollectionAssert.AreEqual(frames, output);
    }

    [TestMethod]
    [DataRow(8000)]
    [DataRow(44100)]
    [DataRow(192000)]
    public void An_event_keeps_its_time(int inputHz)
    {
        // A smooth bump of 4 ms around 0.25 s: its centre of gravity must not move.
        long at = 0;
        var resampler = new Resampler(inputHz, MicrophoneHz, mono =>
        {
            for (int i = 0; i < mono.Length; i++)
            {
                double ms = 1000.0 * at++ / inputHz - 250;
                mono[i] = (float)Math.Exp(-ms * ms / 2);
            }
        });
        var output = new float[MicrophoneHz / 2];
        resampler.Read(output);
        double weight = 0;
        double moment = 0;
        for (int i = 0; i < output.Length; i++)
        {
            weight += output[i];
            moment += (double)output[i] * i / MicrophoneHz;
        }

        Assert.AreEqual(0.25, moment / weight, 1e-6);
    }

    [TestMethod]
    public void A_constant_stays_the_constant_it_was()
    {
        var output = new float[4000];
        new Resampler(44100, MicrophoneHz, mono => mono.Fill(0.5f)).Read(output);
        foreach (float value in output.AsSpan(1000))
        {
            Assert.AreEqual(0.5f, value, 1e-5f);
        }
    }

    [TestMethod]
    public void Reads_of_any_size_give_the_same_stream()
    {
        var whole = new float[3000];
        Tone(44100, 1000).Read(whole);
        var pieces = new float[3000];
        Resampler resampler = Tone(44100, 1000);
        for (int at = 0, size = 1; at < pieces.Length; at += size, size = Math.Min(size * 3 % 701 + 1, pieces.Length - at))
        {
            resampler.Read(pieces.AsSpan(at, size));
        }

        CollectionAssert.AreEqual(whole, pieces);
    }

    [TestMethod]
    public void Reading_allocates_nothing()
    {
        Resampler resampler = Tone(48000, 1000);
        var block = new float[256];
        resampler.Read(block);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            resampler.Read(block);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static float[] Convert(int inputHz, double hz)
    {
        // The first tenth of a second holds the tone's switch-on.
        var output = new float[MicrophoneHz / 2];
        Tone(inputHz, hz).Read(output);
        return output[(MicrophoneHz / 10)..];
    }

    private static Resampler Tone(int inputHz, double hz)
    {
        long at = 0;
        var tone = new SineSource(hz, 0);
        return new Resampler(inputHz, MicrophoneHz, mono =>
        {
            tone.Read(at, inputHz, mono);
            at += mono.Length;
        });
    }

    private static double Rms(float[] signal) => FullScale.RmsOf(signal);
}
