namespace NanoHost;

/// <summary>The one source of time of a simulated board; peripherals have no other, and no thread of their own.</summary>
public interface IBoardClock
{
    /// <summary>µs since the board booted.</summary>
    long NowUs { get; }

    /// <summary>A native call that waits: blocks the calling thread until <paramref name="us"/>.</summary>
    void WaitUntil(long us);

    /// <summary>
    /// Runs <paramref name="hardwareEvent"/> at <paramref name="us"/>, as an interrupt would: on a hardware thread in real time,
    /// while time advances otherwise. Events run in the order of their times, those of equal time in the order of scheduling; a
    /// time in the past means now. An event may schedule further events and must not wait.
    /// </summary>
    void Schedule(long us, Action hardwareEvent);
}
