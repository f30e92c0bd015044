using System.Device.I2s;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Hardware.Esp32.Rmt;
using NanoHost;
using NanoHost.Rmt;

namespace NanoFirmware.HostTests.Hardware;

[TestClass]
[RealTime]
public class RealTimeTests
{
    [TestMethod]
    public void A_microphone_paces_a_strip_in_real_time_and_no_frame_is_called_torn()
    {
        const int Hops = 60;
        using RealTimeClock clock = new();
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(clock));
        List<WireFrame> frames = new();
        board.Rmt.FrameLatched += frame =>
        {
            lock (frames)
            {
                frames.Add(frame);
            }
        };
        long startUs = clock.NowUs;
        using I2sDevice microphone = Microphone();
        using TransmitterEncodedChannel strip = Rmt.Strip.Open();
        byte[] hop = new byte[1024];
        byte[] bytes = new byte[540];
        EncoderData[] data = Rmt.Strip.Data(bytes);
        long freeUs = 0;
        for (int i = 0; i < Hops; i++)
        {
            microphone.Read(hop);
            clock.WaitUntil(freeUs);
            Array.Fill(bytes, (byte)i);
            strip.SendWithEncoders(data, false);
            freeUs = clock.NowUs + 5700;
        }

        long tookUs = clock.NowUs - startUs;
        Assert.IsTrue(strip.IsChannelIdle, "the strip is still sending");
        Assert.IsTrue(SpinWait.SpinUntil(() => Count(frames) == Hops, 10_000), $"{Count(frames)} frames");
        Assert.IsTrue(tookUs >= 1_000_000, $"{tookUs} µs for {Hops} hops");
        Assert.AreEqual(0, board.Rmt[Rmt.Strip.Pin].TornFrames);
        for (int i = 0; i < Hops; i++)
        {
            Assert.IsTrue(frames[i].Bytes.All(value => value == i), $"frame {i}");
        }
    }

    [TestMethod]
    public void Events_run_in_order_and_never_early_and_a_failing_one_stops_nobody()
    {
        using RealTimeClock clock = new();
        using CountdownEvent done = new(20);
        List<string> wrong = new();
        clock.HardwareEventFailed += failure => wrong.Add(failure.Message);
        long startUs = clock.NowUs;
        int next = 0;
        for (int i = 0; i < done.InitialCount; i++)
        {
            int number = i;
            long dueUs = startUs + i * 1700;
            clock.Schedule(dueUs, () =>
            {
                if (clock.NowUs < dueUs || next++ != number)
                {
                    wrong.Add($"event {number}");
                }

                done.Signal();
                throw new InvalidOperationException("planted");
            });
        }

        Assert.IsTrue(done.Wait(20_000), "the last event did not run");
        clock.Dispose();
        Assert.AreEqual(string.Join(", ", Enumerable.Repeat("planted", done.InitialCount)), string.Join(", ", wrong));
    }

    [TestMethod]
    public void Waiting_in_real_time_ends_when_it_should_and_not_before()
    {
        using RealTimeClock clock = new();
        long untilUs = clock.NowUs + 5000;
        clock.WaitUntil(untilUs);
        Assert.IsTrue(clock.NowUs >= untilUs, $"the wait ended {untilUs - clock.NowUs} µs early");
    }

    private static int Count(List<WireFrame> frames)
    {
        lock (frames)
        {
            return frames.Count;
        }
    }

    private static I2sDevice Microphone()
    {
        Configuration.SetPinFunction(15, DeviceFunction.I2S1_BCK);
        Configuration.SetPinFunction(16, DeviceFunction.I2S1_WS);
        Configuration.SetPinFunction(17, DeviceFunction.I2S1_MDATA_IN);
        return I2sDevice.Create(new I2sConnectionSettings(1)
        {
            Mode = I2sMode.Master | I2sMode.Rx,
            SampleRate = 15_360,
            BufferSize = 8 * 256 * 8
        });
    }
}
