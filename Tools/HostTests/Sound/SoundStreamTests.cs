using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound;

[TestClass]
[RealTime]
public class SoundStreamTests
{
    private const int RateHz = 48_000;
    private const int PatienceMs = 10_000;

    [TestMethod]
    public void A_WAV_that_comes_through_a_pipe_is_heard_as_the_file_is()
    {
        byte[] wav = WavWriter.Encode(RateHz, Ramp(4800));
        using SoundStream sound = Come(SoundStream.FromPipe(new OneWay(wav), "The pipe"));
        using var file = new WavSource(new WavReader(new MemoryStream(wav), "the file"), loop: false);
        CollectionAssert.AreEqual(Heard(file, 4800), Heard(sound, 4800));
    }

    [TestMethod]
    public void Samples_without_a_header_are_heard_as_16_bits_at_48_kHz()
    {
        byte[] raw = Raw(Ramp(4800));
        using SoundStream sound = Come(SoundStream.FromPipe(new OneWay(raw), "The pipe"));
        float[] heard = Heard(sound, 4800);
        Assert.AreEqual(Ramp(4800)[4000], heard[4000], 0.001f, "a sample of the middle");
    }

    [TestMethod]
    public void After_its_end_there_is_silence()
    {
        using SoundStream sound = Come(SoundStream.FromPipe(new OneWay(Raw(Ramp(4800))), "The pipe"));
        Heard(sound, 4800);
        Assert.AreEqual(0, Heard(sound, 4800).Max(Math.Abs), "after the end");
    }

    [TestMethod]
    public void Of_what_is_recorded_the_oldest_is_lost_where_it_is_not_heard_in_time()
    {
        float[] second = Ramp(RateHz);
        using SoundStream sound = Come(new SoundStream(new OneWay(Raw(second)), SoundStream.Raw, [], isLive: true));
        Assert.AreEqual(second[RateHz - 7200], Heard(sound, 100)[0], 0.001f, "150 ms before the newest");
    }

    [TestMethod]
    public void A_pipe_that_nobody_hears_waits_and_loses_nothing()
    {
        float[] three = Ramp(RateHz * 3);
        using SoundStream sound = SoundStream.FromPipe(new OneWay(Raw(three)), "The pipe");
        Assert.IsTrue(SpinWait.SpinUntil(() => sound.HasBegun, PatienceMs), "nothing came");
        Assert.IsFalse(sound.HasEnded, "three seconds came although two are kept");
        Assert.IsTrue(SpinWait.SpinUntil(() => Heard(sound, 48)[0] != 0 || sound.HasEnded, PatienceMs), "nothing is heard");
    }

    [TestMethod]
    [DataRow("ID3\u0003 and what an MP3 has", "MP3")]
    [DataRow("OggS and what comes then", "Ogg")]
    [DataRow("short", "brought no sound")]
    [DataRow("", "brought no sound")]
    public void What_is_no_sound_is_refused_in_one_sentence(string brought, string part)
    {
        byte[] bytes = [.. brought.Select(letter => (byte)letter)];
        var error = Assert.ThrowsExactly<AudioSourceException>(() => SoundStream.FromPipe(new OneWay(bytes), "Standard input"));
        StringAssert.StartsWith(error.Message, "Standard input");
        StringAssert.Contains(error.Message, part);
    }

    private static float[] Ramp(int frames) => [.. Enumerable.Range(0, frames).Select(i => 0.1f + 0.8f * i / frames)];

    private static byte[] Raw(float[] mono) => [.. mono.SelectMany(sample => BitConverter.GetBytes((short)(sample * 32767)))];

    private static SoundStream Come(SoundStream sound)
    {
        Assert.IsTrue(SpinWait.SpinUntil(() => sound.HasEnded, PatienceMs), "the pipe has not come to its end");
        return sound;
    }

    private static float[] Heard(IAudioSource sound, int frames)
    {
        var mono = new float[frames];
        sound.Read(0, RateHz, mono);
        return mono;
    }

    /// <summary>As a pipe: it goes one way, and brings a little at a time.</summary>
    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 333));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 333)]);
    }
}
