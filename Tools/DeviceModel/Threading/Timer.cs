using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Threading;

/// <summary>Stand-in for System.Threading.Timer: its callback runs on the runtime's timer thread, in whole ticks.</summary>
public sealed class Timer : MarshalByRefObject, IDisposable
{
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private int _generation;

    /// <summary>
    /// Calls <paramref name="callback"/> after <paramref name="dueTime"/> ms and then every <paramref name="period"/> ms; −1 is
    /// never.
    /// </summary>
    public Timer(TimerCallback callback, object? state, int dueTime, int period)
    {
        _callback = callback;
        _state = state;
        Change(dueTime, period);
    }

    /// <summary>Sets both times anew.</summary>
    public bool Change(int dueTime, int period)
    {
        int generation = ++_generation;
        if (dueTime >= 0)
        {
            Scheduler.Current.Start("Timer", (int)ThreadPriority.Normal, () => Run(generation, dueTime, period));
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _generation++;

    private void Run(int generation, int dueTime, int period)
    {
        for (int wait = dueTime; wait >= 0; wait = period)
        {
            Thread.Sleep(Math.Max(1, wait));
            if (generation != _generation)
            {
                return;
            }

            _callback(_state);
        }
    }
}
