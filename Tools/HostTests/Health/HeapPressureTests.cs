using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.HostTests.Firmware;
using NanoHost;

namespace NanoFirmware.HostTests.Health;

/// <summary>Memory that runs short at random, with arrays that are moved while it does.</summary>
[TestClass]
public sealed class HeapPressureTests
{
    private const int LowBytes = 12 * 1024;
    private const int PlentyBytes = 7_000_000;

    // A minute, and the three seconds for which a collection waits while no hop comes.
    private const int PeriodMs = 63_000;

    [TestMethod]
    public void After_every_time_of_little_memory_both_strips_show_what_is_drawn()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            using var device = new WiredDevice();
            BoardMemory memory = SimulatedBoard.Current.Memory;
            HeapWatch heap = device.Supervisor.Heap;
            device.Post("/api/channel/a", """{"pattern":"ocean","speed":255}""");
            device.Post("/api/channel/b", """{"pattern":"ocean","speed":255}""");
            device.Settle();
            var random = new Random(seed);
            long nowMs = 0;
            bool wasMoved = false;
            for (int step = 0; step < 30; step++)
            {
                memory.ManagedHeapFree = (uint)random.Next(2 * LowBytes);
                device.Supervisor.Look(nowMs += PeriodMs);
                byte[] before = device.LightA;
                if (heap.IsLow && random.Next(2) == 0)
                {
                    memory.Compact();
                    wasMoved = true;
                }

                for (int frame = 0; frame < 5; frame++)
                {
                    device.Frame();
                }

                memory.ManagedHeapFree = PlentyBytes;
                device.Supervisor.Look(nowMs += PeriodMs);
                device.Frame();
                ShowsWhatIsDrawn(device, $"seed {seed}, step {step}");
                CollectionAssert.AreNotEqual(before, device.LightA, $"seed {seed}, step {step}: the picture stands still");
            }

            Assert.IsTrue(wasMoved, $"seed {seed} moved nothing");
        }
    }

    [TestMethod]
    public void Garbage_is_collected_every_ten_seconds_when_requests_came_and_once_a_minute_when_none_did()
    {
        using var device = new WiredDevice();
        HeapWatch heap = device.Supervisor.Heap;
        for (int second = 0; second < 300; second++)
        {
            heap.Look(second * 1000L, requests: 0);
            device.Device.Audio.Pause?.Run();
        }

        Assert.AreEqual(5, heap.Collections, "five quiet minutes");
        for (int second = 300; second < 600; second++)
        {
            heap.Look(second * 1000L, requests: second);
            device.Device.Audio.Pause?.Run();
        }

        Assert.AreEqual(35, heap.Collections, "and five busy ones");
    }

    [TestMethod]
    public void A_collection_waits_for_a_pause_of_the_ears_while_nobody_is_served_but_not_for_ever()
    {
        using var device = new WiredDevice();
        HeapWatch heap = device.Supervisor.Heap;
        AudioThread ears = device.Device.Audio;
        heap.Look(0, requests: 0);
        Assert.IsNull(ears.Pause, "nothing is due");

        heap.Look(10_000, requests: 1);
        Assert.AreEqual(1, heap.Collections, "it came before the pause");
        device.Supervisor.Requests.Open = 1;
        ears.Pause.Run();
        Assert.AreEqual(1, heap.Collections, "a request is being served");
        device.Supervisor.Requests.Open = 0;
        ears.Pause.Run();
        Assert.AreEqual(2, heap.Collections, "the pause has come");
        Assert.IsNull(ears.Pause, "it is asked for once");

        heap.Look(20_000, requests: 2);
        heap.Look(22_999, requests: 2);
        Assert.AreEqual(2, heap.Collections, "it is waited for");
        heap.Look(23_000, requests: 2);
        Assert.AreEqual(3, heap.Collections, "no pause came");
        Assert.IsNull(ears.Pause, "what is done is not asked for any more");
    }

    [TestMethod]
    public void Where_requests_may_have_filled_half_of_what_was_free_it_is_collected_before_its_time()
    {
        using var device = new WiredDevice();
        HeapWatch heap = device.Supervisor.Heap;
        SimulatedBoard.Current.Memory.ManagedHeapFree = 32 * 1024;
        heap.Look(0, requests: 0);

        heap.Look(250, requests: 4);
        Assert.AreEqual(1, heap.Collections, "four requests are no reason");
        heap.Look(500, requests: 5);
        Assert.AreEqual(2, heap.Collections, "five are");

        SimulatedBoard.Current.Memory.ManagedHeapFree = PlentyBytes;
        heap.Look(750, requests: 10);
        heap.Look(1000, requests: 500);
        Assert.AreEqual(3, heap.Collections, "where there are megabytes the clock tells");
    }

    [TestMethod]
    [DataRow(4000, true, DisplayName = "a body of 4 KB where 20 KB are free")]
    [DataRow(900, false, DisplayName = "one that has room")]
    public void After_a_long_body_the_transmitters_are_opened_anew_where_memory_is_not_plenty(int bytes, bool opened)
    {
        using var device = new WiredDevice();
        HeapWatch heap = device.Supervisor.Heap;
        SimulatedBoard.Current.Memory.ManagedHeapFree = 20 * 1024;
        heap.Look(0, requests: 0);
        heap.MayHaveMoved = false;

        heap.Took(bytes);

        Assert.AreEqual(opened, heap.MayHaveMoved, "whoever gave an address away is told");
    }

    [TestMethod]
    [DataRow(16_000, 0)]
    [DataRow(25_000, 1)]
    public void A_frame_that_a_collection_makes_late_is_counted(int us, int late)
    {
        using var device = new WiredDevice();
        SimulatedBoard.Current.Memory.Collected += () => device.Clock.Advance(us);

        device.Supervisor.Heap.Collect();

        Assert.AreEqual(late, device.Supervisor.Heap.LateFrames);
        StringAssert.Contains(device.Get("/api/metrics").Text, $"heap_late_frames_total {late}");
    }

    [TestMethod]
    public void What_is_kept_back_is_as_large_as_the_buffer_of_a_slot() =>
        Assert.AreEqual(HeapWatch.ReserveBytes, new NanoFirmware.Web.Reply().Bytes.Length, "the second slot takes its place");

    [TestMethod]
    [DataRow(PlentyBytes, false, DisplayName = "7 MB free")]
    [DataRow(64 * 1024, false, DisplayName = "64 KB free")]
    [DataRow(28 * 1024, true, DisplayName = "28 KB free, as without PSRAM")]
    public void Room_for_the_second_slot_is_kept_back_where_memory_is_not_plenty(int freeBytes, bool isKeptBack)
    {
        using var device = new WiredDevice();
        HeapWatch heap = device.Supervisor.Heap;
        SimulatedBoard.Current.Memory.ManagedHeapFree = (uint)freeBytes;

        Assert.AreEqual(isKeptBack, BytesOf(() => heap.Collect()) >= HeapWatch.ReserveBytes, "at the first look");
        Assert.IsTrue(BytesOf(() => heap.Collect()) < HeapWatch.ReserveBytes, "never twice");
        heap.Spend();
        Assert.IsTrue(BytesOf(() => heap.Collect()) < HeapWatch.ReserveBytes, "never again once the slot is made");
    }

    private static long BytesOf(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    [TestMethod]
    public void With_little_memory_what_can_be_done_without_is_refused()
    {
        using var device = new WiredDevice();
        SimulatedBoard.Current.Memory.ManagedHeapFree = LowBytes - 1;
        device.Supervisor.Look(0);
        Assert.AreEqual(503, device.Get("/api/metrics").Status);
        Assert.AreEqual(200, device.Get("/api/status").Status);

        SimulatedBoard.Current.Memory.ManagedHeapFree = PlentyBytes;
        device.Supervisor.Look(10_000);
        device.Device.Audio.Pause.Run();
        Assert.AreEqual(200, device.Get("/api/metrics").Status);
    }

    [TestMethod]
    public void A_drive_that_hangs_does_not_hold_the_supervisor_when_it_wants_to_restart_the_device()
    {
        using var device = new WiredDevice();
        using var released = new ManualResetEventSlim();
        bool restarted = false;
        SimulatedBoard.Current.Rebooted += _ => restarted = true;
        device.Flash.Slow = (_, _) => released.Wait();
        Supervisor supervisor = device.Supervisor;

        Task first = Task.Run(() => supervisor.RestartDevice(RestartNote.Web));
        Assert.IsTrue(first.Wait(TimeSpan.FromSeconds(15)), "the note is waited for without end");
        Assert.IsFalse(restarted, "without its note the device goes on");
        supervisor.RestartDevice(RestartNote.Web);
        released.Set();
    }

    private static void ShowsWhatIsDrawn(WiredDevice device, string where)
    {
        CollectionAssert.AreEqual(device.Device.ChannelA.Output.Strip.Wire.Bytes, device.LightA, where + ", strip A");
        CollectionAssert.AreEqual(device.Device.ChannelB.Output.Strip.Wire.Bytes, device.LightB, where + ", strip B");
    }
}
