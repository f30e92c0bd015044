using NanoHost;

namespace nanoFramework.Hardware.Esp32;

public delegate void HighResTimerExpiredEventHandler(HighResTimer sender, object e);

/// <summary>The µs timer. Handlers run as hardware events of the board's clock.</summary>
public class HighResTimer : IDisposable
{
    private readonly object _gate = new();
    private readonly IBoardClock _clock = SimulatedBoard.Current.Clock;
    private int _generation;
    private bool _disposed;

    public event HighResTimerExpiredEventHandler? OnHighResTimerExpired;

    ~HighResTimer() => Dispose(false);

    /// <summary>µs since the board booted.</summary>
    public static ulong GetCurrent() => (ulong)SimulatedBoard.Current.Clock.NowUs;

    public void StartOneShot(ulong timeout_us) => Arm((long)timeout_us, periodic: false);

    public void StartOnePeriodic(ulong period_us) => Arm((long)period_us, periodic: true);

    public void Stop()
    {
        lock (_gate)
        {
            _generation++;
        }
    }

    public void Dispose()
    {
        Dispose(true);
        System.GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Stop();
        _disposed = true;
    }

    private void Arm(long us, bool periodic)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int generation;
        lock (_gate)
        {
            generation = ++_generation;
        }

        Schedule(_clock.NowUs + us, us, periodic, generation);
    }

    private void Schedule(long dueUs, long periodUs, bool periodic, int generation) =>
        _clock.Schedule(dueUs, () =>
        {
            if (generation != Volatile.Read(ref _generation))
            {
                return;
            }

            if (periodic)
            {
                Schedule(dueUs + Math.Max(1, periodUs), periodUs, periodic, generation);
            }

            OnHighResTimerExpired?.Invoke(this, EventArgs.Empty);
        });
}
