using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Leds;
using NanoFirmware.Simulator;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class SimulatedDeviceTests
{
    [TestMethod]
    public void The_figures_stand_once_it_is_stopped()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);
        using var stopped = new ManualResetEventSlim();
        device.Start(() =>
        {
            var strip = new Strip(NanoFirmware.Board.StripAPin, NanoFirmware.Board.LedCount);
            while (device.Strips[0].Newest.Number < 0)
            {
                Send(strip, frames: 1);
            }

            device.Stop();
            stopped.Set();
            Send(strip, frames: 5);
        });
        Assert.IsTrue(stopped.Wait(TimeSpan.FromSeconds(30)));
        Report then = device.Report();
        Assert.IsTrue(device.Ended.Wait(TimeSpan.FromSeconds(30)));

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
        await device.Ended.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.HasCount(1, device.Report().Faults);
        StringAssert.Contains(device.Report().Faults[0], "GPIO 4 is taken");
    }

    [TestMethod]
    public async Task A_reboot_ends_the_run_and_says_so()
    {
        using var folder = new TemporaryFolder();
        using SimulatedDevice device = Build(folder);

        device.Start(() => SimulatedBoard.Current.Reboot("test"));
        await device.Ended.WaitAsync(TimeSpan.FromSeconds(30));

        StringAssert.Contains(device.Report().Faults[0], "rebooted (test)");
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

    private static void Send(Strip strip, int frames)
    {
        for (int i = 0; i < frames; i++)
        {
            SimulatedBoard.Current.Clock.WaitUntil(strip.Send() + 6_000);
        }
    }
}
