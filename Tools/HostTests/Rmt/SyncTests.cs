using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;

namespace NanoFirmware.HostTests.Rmt;

[TestClass]
public class SyncTests
{
    [TestMethod]
    public void Channels_of_a_manager_start_at_one_edge()
    {
        using Strip strip = new();
        (TransmitterChannel a, TransmitterChannel b) = Pair();
        using TransmitSyncManager sync = new(new[] { a, b });
        a.Send(Pixel(), false);
        strip.Clock.Advance(700);
        Assert.AreEqual(0, strip.Frames.Count);
        b.Send(Pixel(), false);
        strip.Clock.Advance(1000);
        CollectionAssert.AreEqual(new long[] { 1700, 1700 }, strip.Frames.Select(frame => frame.StartUs).ToArray());
    }

    [TestMethod]
    public void Without_a_reset_the_next_round_starts_as_it_is_sent()
    {
        using Strip strip = new();
        (TransmitterChannel a, TransmitterChannel b) = Pair();
        using TransmitSyncManager sync = new(new[] { a, b });
        Round(strip, a, b);
        Round(strip, a, b);
        CollectionAssert.AreEqual(new long[] { 1100, 1100, 2000, 2100 }, strip.Frames.Select(frame => frame.StartUs).ToArray());
    }

    [TestMethod]
    public void A_reset_arms_the_next_round()
    {
        using Strip strip = new();
        (TransmitterChannel a, TransmitterChannel b) = Pair();
        using TransmitSyncManager sync = new(new[] { a, b });
        Round(strip, a, b);
        sync.Reset();
        Round(strip, a, b);
        CollectionAssert.AreEqual(new long[] { 1100, 1100, 2100, 2100 }, strip.Frames.Select(frame => frame.StartUs).ToArray());
    }

    [TestMethod]
    public void Waiting_for_a_round_that_cannot_start_says_so()
    {
        using Strip strip = new();
        (TransmitterChannel a, TransmitterChannel b) = Pair();
        using TransmitSyncManager sync = new(new[] { a, b });
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => a.Send(Pixel(), true)).Message, "synchronous");
    }

    [TestMethod]
    public void There_is_one_manager_at_a_time()
    {
        using Strip strip = new();
        (TransmitterChannel a, TransmitterChannel b) = Pair();
        TransmitSyncManager sync = new(new[] { a, b });
        Assert.ThrowsExactly<InvalidOperationException>(() => new TransmitSyncManager(new[] { a }));
        sync.Dispose();
        new TransmitSyncManager(new[] { a }).Dispose();
    }

    private static (TransmitterChannel A, TransmitterChannel B) Pair() => (new(Strip.Settings(4)), new(Strip.Settings(5)));

    /// <summary>A and, 100 µs later, B; 1000 µs in all.</summary>
    private static void Round(Strip strip, TransmitterChannel a, TransmitterChannel b)
    {
        a.Send(Pixel(), false);
        strip.Clock.Advance(100);
        b.Send(Pixel(), false);
        strip.Clock.Advance(900);
    }

    private static RmtSymbols Pixel() => new(Enumerable.Repeat(Strip.Bits.Bit1, 24).ToArray());
}
