using System.Diagnostics;

namespace NanoHost;

/// <summary>
/// The PC's time. Hardware events run on one background thread that sleeps in whole ms and then works off what is due, so
/// an event is late by up to about 1 ms and never early: peripherals go by the times of their events, not by when they ran.
/// </summary>
public sealed class RealTimeClock : IBoardClock, IDisposable
{
    // Thread.Sleep overshoots by up to a tick of the scheduler: the last stretch is waited by yielding.
    private const long YieldUs = 1100;

    private readonly long _boot = Stopwatch.GetTimestamp();
    private readonly EventQueue _events = new();
    private readonly Thread _hardware;
    private bool _stopped;

    public RealTimeClock()
    {
        _hardware = new Thread(RunHardware)
        {
            IsBackground = true,
            Name = "board hardware",
            Priority = ThreadPriority.AboveNormal,
        };
        _hardware.Start();
    }

    /// <summary>What a hardware event threw, which would have stopped the board's interrupts; the event is skipped.</summary>
    public event Action<Exception>? HardwareEventFailed;

    public long NowUs => (long)((Stopwatch.GetTimestamp() - _boot) * (1_000_000.0 / Stopwatch.Frequency));

    public void WaitUntil(long us)
    {
        for (long leftUs = us - NowUs; leftUs > 0; leftUs = us - NowUs)
        {
            if (leftUs > YieldUs)
            {
                Thread.Sleep((int)Math.Min(int.MaxValue, (leftUs - YieldUs) / 1000 + 1));
            }
            else
            {
                Thread.Yield();
            }
        }
    }

    public void Schedule(long us, Action hardwareEvent)
    {
        lock (_events)
        {
            bool first = us < _events.NextUs;
            _events.Add(us, hardwareEvent);
            if (first)
            {
                Monitor.Pulse(_events);
            }
        }
    }

    /// <summary>Stops the hardware thread; events not yet run are dropped.</summary>
    public void Dispose()
    {
        lock (_events)
        {
            _stopped = true;
            Monitor.Pulse(_events);
        }

        if (Thread.CurrentThread != _hardware)
        {
            _hardware.Join();
        }
    }

    private void RunHardware()
    {
        while (NextDue() is { } hardwareEvent)
        {
            try
            {
                hardwareEvent();
            }
            catch (Exception failure) when (HardwareEventFailed != null)
            {
                HardwareEventFailed(failure);
            }
        }
    }

    /// <summary>Waits for the next event; null when the clock was stopped.</summary>
    private Action? NextDue()
    {
        lock (_events)
        {
            while (!_stopped)
            {
                long nextUs = _events.NextUs;
                long leftUs = nextUs - NowUs;
                if (leftUs <= 0)
                {
                    return _events.Take();
                }

                Monitor.Wait(_events, nextUs == long.MaxValue ? Timeout.Infinite : (int)Math.Min(1000, leftUs / 1000 + 1));
            }

            return null;
        }
    }
}
