using System.Buffers.Binary;
using System.Device.I2s;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost.Audio;
using NanoHost.I2s;

namespace NanoFirmware.HostTests.I2s;

[TestClass]
public class ReadTests
{
    private readonly byte[] _hop = new byte[Mic.HopBytes];

    [TestMethod]
    public void A_read_of_one_buffer_takes_a_sixtieth_of_a_second()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        for (int i = 0; i < 60; i++)
        {
            device.Read(_hop);
            Assert.AreEqual(Mic.DueUs(i), mic.Clock.NowUs);
        }

        Assert.AreEqual(1_005_000, mic.Clock.NowUs);
        Assert.AreEqual(Mic.RateHz, mic.I2s.SamplesRead);
        Assert.AreEqual(0, mic.I2s.SamplesLost);
    }

    [TestMethod]
    public void Samples_arrive_in_order_in_16_bits_of_their_slot_and_the_other_slot_is_silent()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        for (int hop = 0; hop < 3; hop++)
        {
            device.Read(_hop);
            for (int i = 0; i < 256; i++)
            {
                Assert.AreEqual(hop * 256 + i, Mic.Left(_hop, i));
                Assert.AreEqual(0, Mic.Right(_hop, i));
            }
        }
    }

    [TestMethod]
    public void The_microphone_can_be_in_the_right_slot()
    {
        using Mic mic = new();
        mic.I2s.Slot = I2sSlot.Right;
        Mic.Open().Read(_hop);
        Assert.AreEqual(200, Mic.Right(_hop, 200));
        Assert.AreEqual(0, Mic.Left(_hop, 200));
    }

    [TestMethod]
    public void Bytes_can_arrive_reversed()
    {
        using Mic mic = new();
        mic.I2s.SwapBytes = true;
        byte[] bytes = Read32();
        Assert.AreEqual(200 << 16, BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(200 * 8)));
    }

    [TestMethod]
    public void Sixteen_bits_of_reversed_words_are_the_low_half()
    {
        using Mic mic = new();
        mic.I2s.SwapBytes = true;
        mic.I2s.Source = new ConstantSource(0x123456 / (float)(1 << 23));
        Mic.Open().Read(_hop);
        Assert.AreEqual(0x56, _hop[200 * 4], "the low byte of the microphone's 24 bits");
        Assert.AreEqual(0, _hop[200 * 4 + 1], "what comes after them");
    }

    [TestMethod]
    public void Data_that_is_there_is_read_at_once()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        mic.Clock.Advance(60_000);
        long nowUs = mic.Clock.NowUs;
        Assert.AreEqual(3, mic.I2s.QueueDepth);
        for (int i = 0; i < 3; i++)
        {
            device.Read(_hop);
        }

        Assert.AreEqual(nowUs, mic.Clock.NowUs);
        Assert.AreEqual(0, mic.I2s.QueueDepth);
        device.Read(_hop);
        Assert.AreEqual(Mic.DueUs(3), mic.Clock.NowUs);
    }

    [TestMethod]
    public void Data_appears_a_descriptor_at_a_time()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        device.Read(new byte[4]);
        Assert.AreEqual(Mic.DueUs(0), mic.Clock.NowUs);
        device.Read(new byte[Mic.HopBytes - 4]);
        Assert.AreEqual(Mic.DueUs(0), mic.Clock.NowUs);
        device.Read(new byte[4]);
        Assert.AreEqual(Mic.DueUs(1), mic.Clock.NowUs);
    }

    [TestMethod]
    public void A_part_of_an_array_is_filled_and_the_rest_left_alone()
    {
        using Mic mic = new();
        byte[] bytes = Enumerable.Repeat((byte)9, 40).ToArray();
        Mic.Open().Read(new SpanByte(bytes, 8, 16));
        Assert.IsTrue(bytes.Take(8).Concat(bytes.Skip(24)).All(value => value == 9), "bytes beside the part were written");
        Assert.AreEqual(3, Mic.Left(bytes, 5));
    }

    [TestMethod]
    public void A_full_queue_loses_its_oldest_without_a_word()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open(descriptors: 4);
        mic.Clock.AdvanceTo(Mic.DueUs(9));

        // Ten descriptors are full; the queue holds three.
        Assert.AreEqual(3, mic.I2s.QueueDepth);
        Assert.AreEqual(7 * 256, mic.I2s.SamplesLost);
        device.Read(_hop);
        Assert.AreEqual(7 * 256, Mic.Left(_hop, 0));
        Assert.AreEqual(10 * 256, mic.I2s.SamplesProduced);
        Assert.AreEqual(7 * 256, mic.I2s.SamplesLost);
    }

    [TestMethod]
    public void Eight_descriptors_bear_a_pause_of_seven_hops()
    {
        using Mic mic = new();
        I2sDevice device = Mic.Open();
        mic.Clock.AdvanceTo(Mic.DueUs(6));
        Assert.AreEqual(0, mic.I2s.SamplesLost);
        mic.Clock.AdvanceTo(Mic.DueUs(7));
        Assert.AreEqual(256, mic.I2s.SamplesLost);
        device.Dispose();
    }

    [TestMethod]
    [DataRow(I2sChannelFormat.OnlyLeft, I2sSlot.Left)]
    [DataRow(I2sChannelFormat.OnlyRight, I2sSlot.Right)]
    public void A_mono_read_drops_every_second_sample_and_takes_twice_as_long(I2sChannelFormat format, I2sSlot slot)
    {
        using Mic mic = new();
        mic.I2s.Slot = slot;
        I2sConnectionSettings settings = Mic.Settings();
        settings.ChannelFormat = format;
        byte[] mono = new byte[512];
        I2sDevice.Create(settings).Read(mono);
        Assert.AreEqual(Mic.DueUs(1), mic.Clock.NowUs);
        for (int i = 0; i < 256; i++)
        {
            Assert.AreEqual(2 * i + 1, BitConverter.ToInt16(mono, i * 2));
        }
    }

    [TestMethod]
    public void The_other_slot_in_mono_is_silence()
    {
        using Mic mic = new();
        I2sConnectionSettings settings = Mic.Settings();
        settings.ChannelFormat = I2sChannelFormat.OnlyRight;
        byte[] mono = new byte[512];
        I2sDevice.Create(settings).Read(mono);
        Assert.IsTrue(mono.All(value => value == 0), "the other slot is not silent");
    }

    [TestMethod]
    public void Twenty_four_bits_fill_three_quarters_of_the_span()
    {
        using Mic mic = new();
        I2sConnectionSettings settings = Mic.Settings();
        settings.BitsPerSample = I2sBitsPerSample.Bit24;
        byte[] bytes = Enumerable.Repeat((byte)0x55, 960).ToArray();
        I2sDevice.Create(settings).Read(bytes);
        Assert.IsTrue(bytes.Skip(720).All(value => value == 0x55), "the last quarter was written");
        Assert.IsFalse(bytes.Skip(714).Take(6).All(value => value == 0x55), "the third quarter's end was not written");
        Assert.AreEqual(119, bytes[714 + 1] | (bytes[714 + 2] << 8));
    }

    [TestMethod]
    public void Thirty_two_bits_carry_the_24_of_the_microphone()
    {
        using Mic mic = new();
        byte[] bytes = Read32();
        Assert.AreEqual(Mic.DueUs(0), mic.Clock.NowUs);
        Assert.AreEqual(100 << 16, BitConverter.ToInt32(bytes, 100 * 8));
    }

    [TestMethod]
    [DataRow(0.5f / 8_388_608, 0)]
    [DataRow(0.6f / 8_388_608, 1)]
    [DataRow(-0.6f / 8_388_608, -1)]
    [DataRow(1f, 8_388_607)]
    [DataRow(3f, 8_388_607)]
    [DataRow(-3f, -8_388_608)]
    public void Samples_are_rounded_to_24_bits_and_saturate(float value, int sample)
    {
        using Mic mic = new();
        mic.I2s.Source = new ConstantSource(value);
        Assert.AreEqual(sample << 8, BitConverter.ToInt32(Read32(), 17 * 8));
    }

    [TestMethod]
    [DataRow(0.6f / 32_768, 0)]
    [DataRow(-0.6f / 32_768, -1)]
    [DataRow(1f, 32_767)]
    [DataRow(-3f, -32_768)]
    public void Sixteen_bits_are_cut_from_them(float value, int sample)
    {
        using Mic mic = new();
        mic.I2s.Source = new ConstantSource(value);
        Mic.Open().Read(_hop);
        Assert.AreEqual(sample, Mic.Left(_hop, 17));
    }

    [TestMethod]
    public void Steady_reading_allocates_nothing_even_when_the_source_does()
    {
        using Mic mic = new();
        mic.I2s.Source = new WastefulSource();
        I2sDevice device = Mic.Open();
        for (int i = 0; i < 300; i++)
        {
            device.Read(_hop);
        }

        Assert.AreEqual(0.0, mic.I2s.BytesAllocatedByReader);
    }

    private static byte[] Read32()
    {
        I2sConnectionSettings settings = Mic.Settings();
        settings.BitsPerSample = I2sBitsPerSample.Bit32;
        byte[] bytes = new byte[2048];
        I2sDevice.Create(settings).Read(bytes);
        return bytes;
    }

    private sealed class ConstantSource : IAudioSource
    {
        private readonly float _value;

        public ConstantSource(float value) => _value = value;

        public void Read(long firstFrame, int sampleRateHz, Span<float> mono) => mono.Fill(_value);
    }

    private sealed class WastefulSource : IAudioSource
    {
        public void Read(long firstFrame, int sampleRateHz, Span<float> mono) => new float[mono.Length].CopyTo(mono);
    }
}
