using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Outputs;
using NanoFirmware.Sensors;
using NanoFirmware.Simulator;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
[RealTime]
public class SimulatedDeviceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestMethod]
    public void The_figures_stand_once_it_is_stopped()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);
        using var stopped = new ManualResetEventSlim();
        device.Start(() =>
        {
            var strip = Strips.Pair()[0];
            SendUntil(device, framesAtLeast: 1, strip);
            device.Stop();
            stopped.Set();
            Send(strip, frames: 5);
        });
        Assert.IsTrue(stopped.Wait(Patience), "stopping never ended");
        Report then = device.Report();
        Assert.IsTrue(device.Ended.Wait(Patience), "the firmware did not end");

        Report later = device.Report();

        Assert.IsGreaterThan(0, later.Channels.A.Frames);
        Assert.AreEqual(then.Channels.A, later.Channels.A);
        Assert.AreEqual(then.Seconds, later.Seconds);
    }

    [TestMethod]
    public async Task Firmware_that_throws_ends_the_run_and_says_why()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);

        device.Start(() => throw new InvalidOperationException("GPIO 4 is taken"));
        await device.Ended.WaitAsync(Patience);

        Assert.HasCount(1, device.Report().Faults);
        StringAssert.Contains(device.Report().Faults[0], "GPIO 4 is taken");
    }

    [TestMethod]
    public void A_reboot_starts_the_firmware_again_and_the_figures_go_on()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);
        using var secondLife = new ManualResetEventSlim();
        int lives = 0;
        long bootedUs = 0;

        device.Start(() =>
        {
            bootedUs = SimulatedBoard.Current.Clock.NowUs;
            SendUntil(device, framesAtLeast: 3 * ++lives);
            if (lives == 1)
            {
                SimulatedBoard.Current.Reboot("test");
                Assert.Fail("a reboot does not return");
            }

            secondLife.Set();
            Thread.Sleep(Timeout.Infinite);
        });

        Assert.IsTrue(secondLife.Wait(Patience), "the firmware did not start again");
        Report report = device.Report();
        Assert.AreEqual(1, report.Restarts);
        Assert.IsGreaterThanOrEqualTo(6, report.Channels.A.Frames);
        Assert.IsEmpty(report.Faults);
        Assert.IsFalse(device.Ended.IsCompleted, "the device ended with the reboot");
        Assert.IsLessThan(report.Seconds * 1e6, bootedUs, "the second life has a clock of its own");
    }

    [TestMethod]
    public void What_ran_before_a_reboot_does_not_reach_the_new_board()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);
        using var secondLife = new ManualResetEventSlim();
        Thread? left = null;
        int lives = 0;

        device.Start(() =>
        {
            if (++lives > 1)
            {
                secondLife.Set();
                Thread.Sleep(Timeout.Infinite);
            }

            left = new Thread(() =>
            {
                while (true)
                {
                    _ = SimulatedBoard.Current.Clock.NowUs;
                }
            })
            { IsBackground = true };
            left.Start();
            SimulatedBoard.Current.Reboot("test");
        });

        Assert.IsTrue(secondLife.Wait(Patience), "the firmware did not start again");
        Assert.IsTrue(
            SpinWait.SpinUntil(() => left!.ThreadState.HasFlag(ThreadState.WaitSleepJoin), Patience),
            "what ran before the reboot still runs");
    }

    [TestMethod]
    public void Pulses_on_a_pin_of_their_own_are_no_frames_of_a_strip()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);
        using var sent = new ManualResetEventSlim();
        device.Start(() =>
        {
            var wiring = new PulseWiring();
            wiring.Set(PulseWiring.PinIndex, 6);
            var pulses = new PulseOutput(wiring);
            for (int i = 0; i < 3; i++)
            {
                long nowUs = SimulatedBoard.Current.Clock.NowUs;
                Assert.IsTrue(pulses.TryStart(500, nowUs), "the pulse did not start");
                SimulatedBoard.Current.Clock.WaitUntil(nowUs + 5_000);
            }

            pulses.Close();
            SendUntil(device, framesAtLeast: 3);
            sent.Set();
            Thread.Sleep(Timeout.Infinite);
        });

        Assert.IsTrue(sent.Wait(Patience), "nothing was sent: " + string.Join(' ', device.Report().Faults));
        Assert.AreEqual(0, device.Report().Channels.B.Frames, "frames of strip B");
        Assert.IsEmpty(device.Report().Faults);
    }

    [TestMethod]
    public void The_same_fault_is_told_once()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);

        for (int i = 0; i < 100; i++)
        {
            device.AddFault("one");
            device.AddFault($"number {i}");
        }

        Assert.AreEqual(1, device.Report().Faults.Count(fault => fault == "one"));
        Assert.HasCount(20, device.Report().Faults);
    }

    [TestMethod]
    public void A_state_folder_that_is_a_file_is_refused_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "");

        UsageException refusal = Assert.ThrowsExactly<UsageException>(
            () => new SimulatedDevice(new SimulatorOptions { StateFolder = folder["taken"] }, new ZeroSource()));

        StringAssert.Contains(refusal.Message, "--state");
    }

    private static SimulatedDevice Build(TemporaryFolder folder) =>
        new(new SimulatorOptions { StateFolder = folder.Name }, new ZeroSource());

    // As often as it takes: the thread that decodes may be late.
    private static void SendUntil(SimulatedDevice device, int framesAtLeast, Strip? strip = null)
    {
        strip ??= Strips.Pair()[0];
        while (device.Strips[0].Newest.Number < framesAtLeast - 1)
        {
            Send(strip, frames: 1);
        }
    }

    private static void Send(Strip strip, int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            SimulatedBoard.Current.Clock.WaitUntil(strip.Send() + 6_000);
        }
    }
}
