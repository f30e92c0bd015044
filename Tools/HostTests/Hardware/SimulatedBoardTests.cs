using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;
using NanoHost;

namespace NanoFirmware.HostTests.Hardware;

[TestClass]
public class SimulatedBoardTests
{
    private readonly ManualClock _clock = new();

    [TestMethod]
    public void Without_a_board_the_device_API_says_what_to_do()
    {
        SimulatedBoard.Install(new SimulatedBoard(_clock)).Dispose();
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidOperationException>(() => HighResTimer.GetCurrent()).Message, "SimulatedBoard.Install");
    }

    [TestMethod]
    public void The_timer_tells_the_boards_time()
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        _clock.Advance(1234);
        Assert.AreEqual(1234ul, HighResTimer.GetCurrent());
    }

    [TestMethod]
    public void A_timer_expires_once_or_periodically_until_it_is_stopped()
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        using HighResTimer timer = new();
        List<long> expired = new();
        timer.OnHighResTimerExpired += (_, _) => expired.Add(_clock.NowUs);
        timer.StartOneShot(30);
        _clock.Advance(100);
        timer.StartOnePeriodic(40);
        _clock.Advance(100);
        timer.Stop();
        _clock.Advance(100);
        CollectionAssert.AreEqual(new long[] { 30, 140, 180 }, expired);
    }

    [TestMethod]
    public void Pins_remember_their_function()
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        Assert.AreEqual(-1, Configuration.GetFunctionPin(DeviceFunction.I2S1_WS));
        Configuration.SetPinFunction(16, DeviceFunction.I2S1_WS);
        Assert.AreEqual(16, Configuration.GetFunctionPin(DeviceFunction.I2S1_WS));
        Assert.ThrowsExactly<ArgumentException>(() => Configuration.SetPinFunction(24, DeviceFunction.I2S1_BCK));
    }

    [TestMethod]
    public void A_reboot_tells_the_firmware_then_the_host()
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        List<string> told = new();
        RebootEventHandler handler = () => told.Add("firmware");
        Power.OnRebootEvent += handler;
        board.Rebooted += reason =>
        {
            told.Add(reason);
            throw new OperationCanceledException();
        };
        Assert.ThrowsExactly<OperationCanceledException>(() => Power.RebootDevice());
        Power.OnRebootEvent -= handler;
        Assert.AreEqual("firmware, NormalReboot", string.Join(", ", told));
    }

    [TestMethod]
    public void A_reboot_keeps_its_caller_until_the_board_is_disposed()
    {
        SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        using ManualResetEventSlim asked = new();
        board.Rebooted += _ => asked.Set();
        Task caller = Task.Run(() => Power.RebootDevice());
        Assert.IsTrue(asked.Wait(10_000), "the reboot did not begin");
        Assert.IsFalse(caller.IsCompleted, "the caller of a reboot went on");
        board.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => caller.GetAwaiter().GetResult());
    }

    [TestMethod]
    public void Memory_figures_are_what_the_host_says()
    {
        using SimulatedBoard board = SimulatedBoard.Install(new SimulatedBoard(_clock));
        board.Memory.Internal = new MemoryFigures(1000, 400, 300);
        board.Memory.ManagedHeapFree = 77;
        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.Internal, out uint total, out uint free, out uint largest);
        CollectionAssert.AreEqual(
            new uint[] { 1000, 400, 300, 77 }, new[] { total, free, largest, nanoFramework.Runtime.Native.GC.Run(true) });
    }

    [TestMethod]
    public void The_storage_folder_exists()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using SimulatedBoard board = new(_clock, folder);
        Assert.IsTrue(Directory.Exists(board.StorageRoot), "the drive has no folder");
        Directory.Delete(folder);
    }

    [TestMethod]
    public void A_folder_that_the_board_made_for_itself_goes_with_it_and_a_named_one_stays()
    {
        string named = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        SimulatedBoard own = new(_clock);
        SimulatedBoard other = new(_clock, named);
        own.Dispose();
        own.Dispose();
        other.Dispose();
        Assert.IsFalse(Directory.Exists(own.StorageRoot), "the folder that the board made is still there");
        Assert.IsTrue(Directory.Exists(named), "the folder that was given is gone");
        Directory.Delete(named, recursive: true);
    }
}
