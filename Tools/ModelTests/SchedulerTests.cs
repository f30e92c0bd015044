using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using Chip = NanoFirmware.DeviceModel.Runtime.Hardware;
using AutoResetEvent = NanoFirmware.DeviceModel.Threading.AutoResetEvent;
using Monitor = NanoFirmware.DeviceModel.Threading.Monitor;
using Thread = NanoFirmware.DeviceModel.Threading.Thread;

namespace NanoFirmware.ModelTests;

/// <summary>The rules of the virtual scheduler, one by one. A ms of work is charged as reference time at K = 1.</summary>
[TestClass]
public sealed class SchedulerTests
{
    private readonly List<string> _log = new();
    private readonly Scheduler _scheduler = new(new Timing(1, 20_000, true, 10_000, 0), new VirtualClock(), new Timeline());

    [TestInitialize]
    public void Install() => Scheduler.Current = _scheduler;

    [TestMethod]
    public void A_turn_ends_at_the_second_tick_and_equals_take_turns()
    {
        _scheduler.Start("a", 2, () => Work("a", 36));
        _scheduler.Start("b", 2, () => Work("b", 36));
        Run(100);
        Assert.AreEqual("a0, a9, a18, b20, b29, b38, a47, b63", string.Join(", ", _log));
    }

    [TestMethod]
    public void An_event_does_not_interrupt_the_one_who_sets_it()
    {
        var go = new AutoResetEvent(false);
        _scheduler.Start("waiter", 4, () =>
        {
            go.WaitOne();
            Note("woken");
        });
        _scheduler.Start("setter", 0, () =>
        {
            Spend(1);
            go.Set();
            Spend(5);
            Note("still here");
        });
        Run(50);
        Assert.AreEqual("still here6, woken6", string.Join(", ", _log));
    }

    [TestMethod]
    public void While_interrupts_take_a_share_of_the_core_work_lasts_longer_and_afterwards_no_more()
    {
        _scheduler.Start("worker", 2, () =>
        {
            Chip.Interrupt(5_000_000, 10_000_000);
            Spend(4);
            Note("a");
            Spend(4);
            Note("b");
        });
        Run(50);
        Assert.AreEqual("a6, b11", string.Join(", ", _log), "twice 4 ms of work, the first 10 ms half as fast again");
    }

    [TestMethod]
    public void A_sleep_ends_at_a_tick_and_not_before_a_turn_is_over()
    {
        _scheduler.Start("sleeper", 2, () =>
        {
            Thread.Sleep(1);
            Note("awake");
        });
        Run(50);
        Assert.AreEqual("awake10", string.Join(", ", _log));
    }

    [TestMethod]
    public void A_native_wait_holds_everybody()
    {
        _scheduler.Start("native", 2, () => _scheduler.Clock.WaitUntil(35_000));
        _scheduler.Start("other", 4, () => Note("other"));
        Run(50);
        Assert.AreEqual("other35", string.Join(", ", _log));
    }

    [TestMethod]
    public void What_looks_at_the_firmware_while_a_native_call_waits_is_done_at_one_moment()
    {
        _scheduler.Clock.Schedule(30_000, () =>
        {
            Note("looks");
            Spend(1);
            Note("looked");
        });
        _scheduler.Start("native", 2, () => _scheduler.Clock.WaitUntil(35_000));
        _scheduler.Start("other", 2, () =>
        {
            Spend(1);
            Note("other");
        });
        Run(60);
        Assert.AreEqual("looks30, looked30, other36", string.Join(", ", _log));
    }

    [TestMethod]
    public void A_lock_keeps_the_second_out_until_the_first_leaves()
    {
        object gate = new();
        _scheduler.Start("first", 2, () =>
        {
            Monitor.Enter(gate);
            Spend(25);
            Note("leaves");
            Monitor.Exit(gate);
        });
        _scheduler.Start("second", 2, () =>
        {
            Monitor.Enter(gate);
            Note("enters");
            Monitor.Exit(gate);
        });
        Run(60);
        Assert.AreEqual("leaves25, enters25", string.Join(", ", _log));
    }

    [TestMethod]
    public void An_exception_ends_its_thread_without_a_word_and_the_others_go_on()
    {
        GreenThread dying = _scheduler.Start("dying", 2, () => throw new InvalidOperationException("gone"));
        _scheduler.Start("other", 2, () => Note("other"));
        Run(30);
        Assert.IsInstanceOfType<InvalidOperationException>(dying.Death);
        Assert.AreEqual("other0", string.Join(", ", _log));
    }

    [TestMethod]
    public void A_time_out_is_seen_at_a_tick()
    {
        _scheduler.Start("waiter", 2, () => Note(new AutoResetEvent(false).WaitOne(12) ? "signalled" : "timed out"));
        Run(60);
        Assert.AreEqual("timed out20", string.Join(", ", _log));
    }

    private static void Spend(int ms)
    {
        for (int i = 0; i < ms * 10; i++)
        {
            Meter.Charge(100_000_000);
        }
    }

    private void Work(string name, int ms)
    {
        for (int done = 0; done < ms; done += 9)
        {
            Note(name);
            Spend(9);
        }
    }

    private void Note(string what) => _log.Add(what + (_scheduler.Clock.NowUs / 1000));

    private void Run(int ms) => _scheduler.RunUntil(ms * 1_000_000_000L);
}
