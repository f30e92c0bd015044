using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.HostTests.Rmt;

[TestClass]
public class ChannelTests
{
    [TestMethod]
    public void Four_channels_of_one_block_can_be_open_and_a_fifth_is_refused_in_words()
    {
        using Strip strip = new();
        for (int pin = 4; pin < 8; pin++)
        {
            Strip.Open(pin, 1);
        }

        InvalidOperationException refusal = Assert.ThrowsExactly<InvalidOperationException>(() => Strip.Open(8, 1));
        StringAssert.Contains(refusal.Message, "GPIO 8");
        StringAssert.Contains(refusal.Message, "block 3 GPIO 7");
    }

    [TestMethod]
    public void Two_channels_of_two_blocks_use_all_of_the_memory()
    {
        using Strip strip = new();
        Strip.Open(4, 2);
        Strip.Open(5, 2);
        Assert.ThrowsExactly<InvalidOperationException>(() => Strip.Open(6, 1));
    }

    [TestMethod]
    public void Blocks_must_lie_in_a_row()
    {
        using Strip strip = new();
        TransmitterEncodedChannel first = Strip.Open(4, 1);
        Strip.Open(5, 1);
        TransmitterEncodedChannel third = Strip.Open(6, 1);
        Strip.Open(7, 1);
        first.Dispose();
        third.Dispose();
        Assert.ThrowsExactly<InvalidOperationException>(() => Strip.Open(8, 2));
    }

    [TestMethod]
    public void A_disposed_channel_gives_its_memory_back()
    {
        using Strip strip = new();
        Strip.Open(4, 4).Dispose();
        Strip.Open(5, 4);
    }

    [TestMethod]
    public void A_pin_belongs_to_the_channel_that_took_it_last()
    {
        using Strip strip = new();
        TransmitterEncodedChannel first = Strip.Open();
        Strip.Open();
        first.SendWithEncoders(Strip.Data(new byte[3]), true);
        strip.Clock.Advance(1000);
        Assert.AreEqual(0, strip.Frames.Count);
    }

    [TestMethod]
    public void An_opening_that_is_to_fail_fails_as_often_as_was_asked()
    {
        using Strip strip = new();
        strip.Line.RefuseOpens = 2;
        Assert.ThrowsExactly<InvalidOperationException>(() => Strip.Open());
        Assert.ThrowsExactly<InvalidOperationException>(() => Strip.Open());
        Strip.Open();
    }

    [TestMethod]
    public void A_send_that_is_to_fail_puts_nothing_on_the_wire()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        strip.Line.FailSends = 1;
        Assert.ThrowsExactly<InvalidOperationException>(() => channel.SendWithEncoders(Strip.Data(new byte[3]), false));
        channel.SendWithEncoders(Strip.Data(new byte[3]), true);
        Assert.AreEqual(1, strip.Line.FramesSent);
    }

    [TestMethod]
    public void Pins_that_an_ESP32_S3_does_not_have_are_refused()
    {
        using Strip strip = new();
        Assert.ThrowsExactly<ArgumentException>(() => Strip.Open(22));
        Assert.ThrowsExactly<ArgumentException>(() => Strip.Open(49));
    }

    [TestMethod]
    public void A_resolution_beyond_the_divider_is_refused()
    {
        using Strip strip = new();
        TransmitChannelSettings settings = new(4) { ResolutionHz = 100_000 };
        Assert.ThrowsExactly<ArgumentException>(() => new TransmitterChannel(settings));
    }

    [TestMethod]
    public void Steady_sending_allocates_nothing()
    {
        using Strip strip = new();
        EncoderData[] data = Strip.Data(Strip.Bytes(540));
        TransmitterEncodedChannel channel = Strip.Open();
        for (int i = 0; i < 300; i++)
        {
            channel.SendWithEncoders(data, false);
            strip.Clock.Advance(16_667);
        }

        Assert.AreEqual(300, strip.Line.FramesSent);
        Assert.AreEqual(0.0, strip.Line.BytesAllocatedBySender);
    }

    [TestMethod]
    public void What_the_sender_allocates_between_frames_is_reported()
    {
        using Strip strip = new();
        EncoderData[] data = Strip.Data(Strip.Bytes(540));
        TransmitterEncodedChannel channel = Strip.Open();
        for (int i = 0; i < 300; i++)
        {
            channel.SendWithEncoders(data, false);
            strip.Clock.Advance(16_667);
            GC.KeepAlive(new byte[1000]);
        }

        Assert.AreEqual(1024, strip.Line.BytesAllocatedBySender, 8);
    }

    [TestMethod]
    public void The_ready_made_channel_allocates_an_array_and_an_object_for_every_frame()
    {
        using Strip strip = new();
        LedTransmitChannel channel = new(Strip.Pin, LedType.WS2812);
        byte[] bytes = Strip.Bytes(540);
        for (int i = 0; i < 300; i++)
        {
            channel.SendLedData(bytes, 1, false);
            strip.Clock.Advance(16_667);
        }

        Assert.IsTrue(strip.Line.BytesAllocatedBySender is > 40 and < 100, $"{strip.Line.BytesAllocatedBySender} bytes");
    }
}
