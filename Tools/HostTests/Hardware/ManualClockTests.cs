using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;

namespace NanoFirmware.HostTests.Hardware;

[TestClass]
public class ManualClockTests
{
    [TestMethod]
    public void Events_run_in_the_order_of_time_and_then_of_scheduling()
    {
        ManualClock clock = new();
        List<string> run = new();
        clock.Schedule(20, () => run.Add($"b {clock.NowUs}"));
        clock.Schedule(10, () => run.Add($"a {clock.NowUs}"));
        clock.Schedule(20, () => run.Add($"c {clock.NowUs}"));
        clock.Schedule(31, () => run.Add("late"));
        clock.Advance(30);
        Assert.AreEqual("a 10, b 20, c 20", string.Join(", ", run));
        Assert.AreEqual(30, clock.NowUs);
    }

    [TestMethod]
    public void An_event_can_schedule_the_next_within_the_same_advance()
    {
        ManualClock clock = new();
        int ticks = 0;
        void Tick()
        {
            ticks++;
            clock.Schedule(clock.NowUs + 10, Tick);
        }

        clock.Schedule(10, Tick);
        clock.Advance(100);
        Assert.AreEqual(10, ticks);
    }

    [TestMethod]
    public void Waiting_advances_and_runs_what_is_due()
    {
        ManualClock clock = new(100);
        bool run = false;
        clock.Schedule(150, () => run = true);
        clock.WaitUntil(200);
        Assert.IsTrue(run, "what was due was not run");
        Assert.AreEqual(200, clock.NowUs);
    }

    [TestMethod]
    public void Time_never_goes_back()
    {
        ManualClock clock = new(100);
        clock.WaitUntil(50);
        clock.Schedule(20, () => Assert.AreEqual(100, clock.NowUs));
        clock.Advance(0);
        Assert.AreEqual(100, clock.NowUs);
    }
}
