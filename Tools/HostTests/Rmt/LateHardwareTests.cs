using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Rmt;

/// <summary>
/// In real time the PC's hardware thread wakes when it can: what it finds then must not be taken for what was there in time.
/// </summary>
[TestClass]
public class LateHardwareTests
{
    private readonly LateClock _clock = new();

    [TestMethod]
    public void A_frame_written_after_the_one_before_has_ended_is_not_torn_however_late_the_hardware_is()
    {
        using Strip strip = new(_clock);
        byte[] bytes = Strip.Bytes(540);
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        _clock.NowUs += 5700;
        Array.Clear(bytes);
        _clock.RunHardware();
        Assert.IsFalse(strip.Frames.Single().Torn, "a frame that was out counts as torn");
        CollectionAssert.AreEqual(Strip.Bytes(540), strip.Frames[0].Bytes);
        Assert.AreEqual(0, strip.Line.TornFrames);
    }

    [TestMethod]
    public void A_write_that_the_hardware_sees_in_time_is_believed()
    {
        using Strip strip = new(_clock);
        byte[] bytes = Strip.Bytes(540);
        Strip.Open().SendWithEncoders(Strip.Data(bytes), false);
        _clock.NowUs += 3000;
        Array.Clear(bytes);
        _clock.RunHardware();
        _clock.NowUs += 5000;
        _clock.RunHardware();
        Assert.IsTrue(strip.Frames.Single().Torn, "a write in flight is not seen by late hardware");
    }

    [TestMethod]
    public void Frames_that_wait_for_the_hardware_go_out_at_their_own_times_with_their_own_bytes()
    {
        const int Count = 20;
        using Strip strip = new(_clock);
        byte[] bytes = new byte[540];
        EncoderData[] data = Strip.Data(bytes);
        TransmitterEncodedChannel channel = Strip.Open();
        for (int i = 0; i < Count; i++)
        {
            Strip.Bytes(540, i).CopyTo(bytes, 0);
            channel.SendWithEncoders(data, false);
            _clock.NowUs += 16_667;
        }

        Assert.AreEqual(0, strip.Frames.Count);
        _clock.RunHardware();
        for (int i = 0; i < Count; i++)
        {
            CollectionAssert.AreEqual(Strip.Bytes(540, i), strip.Frames[i].Bytes);
            Assert.AreEqual(i * 16_667, strip.Frames[i].StartUs);
        }

        Assert.AreEqual(0, strip.Line.TornFrames + strip.Line.SendsInFlight + strip.Line.TimingViolations);
    }

    [TestMethod]
    public void A_send_in_flight_is_told_even_when_the_hardware_has_done_nothing_yet()
    {
        using Strip strip = new(_clock);
        EncoderData[] data = Strip.Data(Strip.Bytes(540));
        TransmitterEncodedChannel channel = Strip.Open();
        channel.SendWithEncoders(data, false);
        _clock.NowUs += 600;
        channel.SendWithEncoders(data, false);
        _clock.NowUs += 20_000;
        _clock.RunHardware();
        Assert.AreEqual(72 + 540, strip.Frames.Single().Bytes.Length);
        Assert.IsTrue(strip.Frames[0].Torn, "a send in flight is not told before the hardware did anything");
    }

    /// <summary>Time is set by the test, and events run when the test says, however long they are due.</summary>
    private sealed class LateClock : IBoardClock
    {
        private readonly PriorityQueue<Action, long> _events = new();

        public long NowUs { get; set; }

        public void WaitUntil(long us) => NowUs = Math.Max(NowUs, us);

        public void Schedule(long us, Action hardwareEvent) => _events.Enqueue(hardwareEvent, us);

        public void RunHardware()
        {
            while (_events.TryPeek(out Action hardwareEvent, out long us) && us <= NowUs)
            {
                _events.Dequeue();
                hardwareEvent();
            }
        }
    }
}
