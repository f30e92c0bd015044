using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Rmt;

[TestClass]
public class TransmissionTests
{
    private const int PixelUs = 30;

    [TestMethod]
    public void A_strip_latches_the_bytes_that_were_sent()
    {
        using Strip strip = new();
        byte[] bytes = Strip.Bytes(540);
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(10_000);

        WireFrame frame = strip.Frames.Single();
        CollectionAssert.AreEqual(bytes, frame.Bytes);
        Assert.AreEqual(Strip.Pin, frame.Pin);
        Assert.IsFalse(frame.Torn, "a frame that nobody touched counts as torn");
        Assert.AreEqual(0, frame.TimingViolations, frame.FirstViolation);
    }

    [TestMethod]
    public void A_frame_of_180_pixels_takes_5400_us_and_latches_280_us_after_its_last_falling_edge()
    {
        using Strip strip = new();
        Strip.Open().SendWithEncoders(Strip.Data(new byte[540]), false);

        // The last bit falls 0.85 µs before the 5400 µs are over.
        strip.Clock.AdvanceTo(1000 + 5400 - 1 + 280);
        Assert.AreEqual(0, strip.Frames.Count);
        strip.Clock.Advance(1);
        Assert.AreEqual(1000, strip.Frames.Single().StartUs);
        Assert.AreEqual(1000 + 5400 + 280, strip.Frames[0].LatchedUs);
    }

    [TestMethod]
    public void A_send_that_waits_returns_when_data_and_reset_are_out()
    {
        using Strip strip = new();
        Strip.Open().SendWithEncoders(Strip.Data(new byte[540]), true);
        Assert.AreEqual(1000 + 180 * PixelUs + Strip.ResetUs, strip.Clock.NowUs);
    }

    [TestMethod]
    public void A_send_that_does_not_wait_takes_no_time()
    {
        using Strip strip = new();
        Strip.Open().SendWithEncoders(Strip.Data(new byte[540]), false);
        Assert.AreEqual(1000, strip.Clock.NowUs);
    }

    [TestMethod]
    public void Asking_whether_the_channel_is_idle_waits_until_it_is()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(Strip.Data(new byte[30]), false);
        Assert.IsTrue(channel.IsChannelIdle, "it is busy after the question has waited");
        Assert.AreEqual(1000 + 10 * PixelUs + Strip.ResetUs, strip.Clock.NowUs);
    }

    [TestMethod]
    public void Frames_that_keep_their_distance_are_all_latched_whole()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        byte[] bytes = new byte[540];
        EncoderData[] data = Strip.Data(bytes);
        for (int i = 0; i < 20; i++)
        {
            Strip.Bytes(540, i).CopyTo(bytes, 0);
            channel.SendWithEncoders(data, false);
            strip.Clock.Advance(5700);
        }

        strip.Clock.Advance(1000);
        Assert.AreEqual(20, strip.Frames.Count);
        for (int i = 0; i < 20; i++)
        {
            CollectionAssert.AreEqual(Strip.Bytes(540, i), strip.Frames[i].Bytes);
        }

        Assert.AreEqual(0, strip.Line.TornFrames + strip.Line.SendsInFlight + strip.Line.TimingViolations);
        Assert.AreEqual(20, strip.Line.FramesSent);
    }

    [TestMethod]
    public void The_least_significant_bit_goes_first_when_asked_for()
    {
        using Strip strip = new();
        ByteEncoderSettings reversed = new(Strip.Bits.Bit0, Strip.Bits.Bit1, false);
        TransmitterEncodedChannel channel = new(Strip.Settings(), new EncoderSettings[] { reversed, Strip.Reset() });
        channel.SendWithEncoders(Strip.Data(new byte[] { 0x01, 0x80, 0x0F }), true);
        CollectionAssert.AreEqual(new byte[] { 0x80, 0x01, 0xF0 }, strip.Frames.Single().Bytes);
    }

    [TestMethod]
    public void Encoder_data_is_repeated_as_often_as_its_loop_says()
    {
        using Strip strip = new();
        Strip.Open().SendWithEncoders(new[] { new EncoderData(new byte[] { 1, 2, 3 }, 3) }, true);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 1, 2, 3, 1, 2, 3 }, strip.Frames.Single().Bytes);
    }

    [TestMethod]
    public void A_looped_transmission_repeats_what_is_in_the_memory()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        channel.EnableLooping = true;
        channel.LoopCount = 3;
        channel.SendWithEncoders(Strip.Data(new byte[] { 1, 2, 3 }), true);
        Assert.AreEqual(3, strip.Frames.Count);
        Assert.AreEqual(1000 + 3 * (PixelUs + Strip.ResetUs), strip.Clock.NowUs);
    }

    [TestMethod]
    public void A_looped_transmission_larger_than_the_memory_is_refused()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        channel.EnableLooping = true;
        channel.LoopCount = 2;
        Assert.ThrowsExactly<InvalidOperationException>(() => channel.SendWithEncoders(Strip.Data(new byte[30]), false));
    }

    [TestMethod]
    public void A_symbol_of_no_duration_ends_the_transmission()
    {
        using Strip strip = new();
        TransmitterChannel channel = new(Strip.Settings());
        RmtSymbols symbols = new();
        symbols.Add(new RmtSymbol(2000, false, 2000, false));
        symbols.Add(new RmtSymbol(1000, false, 0, false));
        symbols.Add(new RmtSymbol(2000, false, 2000, false));
        channel.Send(symbols, true);
        Assert.AreEqual(1000 + 250, strip.Clock.NowUs);
    }

    [TestMethod]
    public void Closing_a_channel_cuts_its_frame_off()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(Strip.Data(Strip.Bytes(540)), false);
        strip.Clock.Advance(3000);
        channel.Dispose();
        strip.Clock.Advance(10_000);
        WireFrame frame = strip.Frames.Single();
        Assert.AreEqual(300, frame.Bytes.Length);
        Assert.IsTrue(frame.Torn, "a frame that was cut off counts as whole");
        Assert.ThrowsExactly<ObjectDisposedException>(() => channel.SendWithEncoders(Strip.Data(new byte[3]), false));
    }
}
