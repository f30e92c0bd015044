using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Rmt;

[TestClass]
public class InFlightTests
{
    // Two blocks hold 96 symbols; 48 are refilled every 60 µs: six bytes.
    private const int MemoryBytes = 12;
    private const int RefillBytes = 6;
    private const int RefillUs = 60;

    [TestMethod]
    public void A_write_in_flight_changes_what_follows_and_is_counted()
    {
        using Strip strip = new();
        byte[] bytes = new byte[540];
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(10 * RefillUs);
        Array.Fill(bytes, (byte)255);
        strip.Clock.Advance(10_000);

        WireFrame frame = strip.Frames.Single();
        int read = MemoryBytes + 10 * RefillBytes;
        Assert.IsTrue(frame.Torn, "the write in flight is not counted");
        Assert.IsTrue(frame.Bytes.Take(read).All(value => value == 0), "bytes that were out already changed");
        Assert.IsTrue(frame.Bytes.Skip(read).All(value => value == 255), "bytes that were still to go did not change");
        Assert.AreEqual(1, strip.Line.TornFrames);
    }

    [TestMethod]
    public void What_the_memory_takes_at_the_send_is_safe_from_a_write_right_after_it()
    {
        using Strip strip = new();
        byte[] bytes = new byte[540];
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        Array.Fill(bytes, (byte)255);
        strip.Clock.Advance(10_000);
        Assert.AreEqual(MemoryBytes, strip.Frames.Single().Bytes.Count(value => value == 0));
    }

    [TestMethod]
    public void One_memory_block_is_refilled_in_steps_of_half_of_it()
    {
        using Strip strip = new();
        byte[] bytes = new byte[540];
        Strip.Open(blocks: 1).SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(29);
        bytes[MemoryBytes / 2] = 255;
        strip.Clock.Advance(10_000);
        Assert.AreEqual(255, strip.Frames.Single().Bytes[MemoryBytes / 2]);
    }

    [TestMethod]
    public void A_write_to_bytes_that_are_out_already_harms_nothing()
    {
        using Strip strip = new();
        byte[] bytes = Strip.Bytes(540);
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(1000);
        bytes[0] = 255;
        strip.Clock.Advance(10_000);
        Assert.IsFalse(strip.Frames.Single().Torn, "a write behind the wire counts as one in flight");
        CollectionAssert.AreEqual(Strip.Bytes(540), strip.Frames[0].Bytes);
    }

    [TestMethod]
    public void A_second_send_in_flight_garbles_the_frame()
    {
        using Strip strip = new();
        byte[] bytes = Strip.Bytes(540);
        EncoderData[] data = Strip.Data(bytes);
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(data, false);
        strip.Clock.Advance(10 * RefillUs);
        channel.SendWithEncoders(data, false);
        strip.Clock.Advance(20_000);

        // The encoder starts over in the middle of the frame, and nothing is left for the second send.
        WireFrame frame = strip.Frames.Single();
        int read = MemoryBytes + 10 * RefillBytes;
        Assert.IsTrue(frame.Torn, "a second send in flight is not counted");
        CollectionAssert.AreEqual(bytes.Take(read).Concat(bytes).ToArray(), frame.Bytes);
        Assert.AreEqual(1, strip.Line.TornFrames);
        Assert.AreEqual(1, strip.Line.SendsInFlight);
        Assert.AreEqual(1, strip.Line.FramesSent);
    }

    [TestMethod]
    public void Waiting_for_a_garbled_frame_waits_for_all_of_it()
    {
        using Strip strip = new();
        EncoderData[] data = Strip.Data(new byte[540]);
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(data, false);
        strip.Clock.Advance(10 * RefillUs);
        channel.SendWithEncoders(data, true);
        Assert.AreEqual(1000 + (MemoryBytes + 10 * RefillBytes) * 10 + 5400 + Strip.ResetUs, strip.Clock.NowUs);
    }

    [TestMethod]
    public void A_send_during_the_reset_follows_behind_it()
    {
        using Strip strip = new();
        EncoderData[] data = Strip.Data(Strip.Bytes(540));
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(data, false);
        strip.Clock.Advance(5500);
        channel.SendWithEncoders(data, true);
        strip.Clock.Advance(1000);
        Assert.AreEqual(2, strip.Frames.Count);
        Assert.AreEqual(1000 + 5400 + Strip.ResetUs, strip.Frames[1].StartUs);
        Assert.AreEqual(0, strip.Line.TornFrames);
        Assert.AreEqual(1, strip.Line.SendsInFlight);
    }

    [TestMethod]
    public void An_encoder_keeps_the_array_of_its_first_send()
    {
        using Strip strip = new();
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(Strip.Data(new byte[] { 1, 1, 1 }), true);
        channel.SendWithEncoders(Strip.Data(new byte[] { 2, 2, 2 }), true);
        CollectionAssert.AreEqual(new byte[] { 1, 1, 1 }, strip.Frames[1].Bytes);
        Assert.AreEqual(1, strip.Line.ArraysIgnored);
    }

    [TestMethod]
    public void Symbols_are_copied_and_wait_for_those_before()
    {
        using Strip strip = new();
        TransmitterChannel channel = new(Strip.Settings());
        byte[] symbols = new RmtSymbols(new[] { new RmtSymbol(2000, false, 2000, false) }).Serialize();
        channel.SendData(symbols, false);
        Array.Clear(symbols);
        channel.SendData(symbols, false);
        Assert.AreEqual(1200, strip.Clock.NowUs);
    }

    [TestMethod]
    [DataRow(Strip.Blocks, 60, false)]
    [DataRow(Strip.Blocks, 61, true)]
    [DataRow(1, 30, false)]
    [DataRow(1, 31, true)]
    public void A_stall_longer_than_half_the_memory_garbles_the_frame(int blocks, int stallUs, bool torn)
    {
        using Strip strip = new();
        byte[] bytes = Strip.Bytes(540);
        Strip.Open(blocks: (byte)blocks).SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(10 * RefillUs - 1);
        strip.Rmt.StallRefills(1 + stallUs);
        strip.Clock.Advance(20_000);
        Assert.AreEqual(torn, strip.Frames.Single().Torn);
        Assert.AreEqual(torn ? 1 : 0, strip.Line.TornFrames);
    }

    [TestMethod]
    public void A_stalled_transmission_sends_its_memory_over_and_over()
    {
        using Strip strip = new();
        byte[] bytes = Strip.Bytes(540);
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        strip.Clock.Advance(10 * RefillUs - 1);
        strip.Rmt.StallRefills(1 + 3 * RefillUs);
        strip.Clock.Advance(20_000);

        // The refill of 600 µs came at 780: two halves of six bytes went out again.
        int read = MemoryBytes + 9 * RefillBytes;
        byte[] stale = bytes[(read - MemoryBytes)..read];
        CollectionAssert.AreEqual(bytes[..read].Concat(stale).Concat(bytes[read..]).ToArray(), strip.Frames.Single().Bytes);
    }
}
