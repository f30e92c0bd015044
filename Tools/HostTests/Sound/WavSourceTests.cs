using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
public class WavSourceTests
{
    [TestMethod]
    public void A_file_at_the_microphones_rate_is_heard_bit_by_bit_over_and_over()
    {
        using WavSource source = Source(loop: true);
        var mono = new float[7];
        source.Read(0, 15360, mono);
        CollectionAssert.AreEqual(new[] { 0.5f, 0.25f, -0.5f, 0.5f, 0.25f, -0.5f, 0.5f }, mono);
        source.Read(7, 15360, mono);
        Assert.AreEqual(0.25f, mono[0]);
    }

    [TestMethod]
    public void Without_the_loop_silence_follows()
    {
        using WavSource source = Source(loop: false);
        var mono = new float[5];
        source.Read(0, 15360, mono);
        CollectionAssert.AreEqual(new[] { 0.5f, 0.25f, -0.5f, 0f, 0f }, mono);
    }

    [TestMethod]
    public void A_stereo_tone_at_44100_is_heard_as_the_same_tone()
    {
        var frames = new float[2 * 44100];
        for (int i = 0; i < 44100; i++)
        {
            frames[2 * i] = (float)(0.8 * Math.Sin(2 * Math.PI * 440 * i / 44100.0));
        }

        using var source = new WavSource(Wav.Open(WavWriter.Encode(44100, frames, channels: 2)));
        var mono = new float[3 * 15360];
        source.Read(0, 15360, mono);

        // The second of sound holds 440 whole cycles, so the seam of the loop must be as smooth as the rest.
        (double peak, double rest) = Measure.Tone(mono.AsSpan(1000), 440, 15360);
        Assert.AreEqual(0.4, peak, 0.0005);
        Assert.IsLessThan(-80, Measure.Db(rest / peak));
    }

    [TestMethod]
    public void A_files_length_and_format_are_known()
    {
        using WavSource source = Source(loop: true);
        Assert.AreEqual(new WavFormat(15360, 1, 2, false), source.Format);
        Assert.AreEqual(3 / 15360.0, source.Duration.TotalSeconds, 1e-6);
    }

    private static WavSource Source(bool loop) => new(Wav.Open(WavWriter.Encode(15360, new[] { 0.5f, 0.25f, -0.5f })), loop);
}
