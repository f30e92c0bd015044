namespace NanoHost;

/// <summary>
/// A clock for tests: time stands still until it is advanced, and hardware events run on the thread that advances it.
/// </summary>
public sealed class ManualClock : IBoardClock
{
    private readonly EventQueue _events = new();
    private long _nowUs;

    public ManualClock(long nowUs = 0) => _nowUs = nowUs;

    public long NowUs => Volatile.Read(ref _nowUs);

    /// <summary>Advances to <paramref name="us"/>: nobody else would.</summary>
    public void WaitUntil(long us) => AdvanceTo(us);

    public void Schedule(long us, Action hardwareEvent)
    {
        lock (_events)
        {
            _events.Add(Math.Max(us, NowUs), hardwareEvent);
        }
    }

    public void Advance(long us) => AdvanceTo(NowUs + us);

    /// <summary>
    /// Runs every event due until <paramref name="us"/>, each at its own time, then stands at <paramref name="us"/>.
    /// </summary>
    public void AdvanceTo(long us)
    {
        while (TakeDue(us, out Action? hardwareEvent))
        {
            hardwareEvent!();
        }

        MoveTo(us);
    }

    private bool TakeDue(long us, out Action? hardwareEvent)
    {
        lock (_events)
        {
            long nextUs = _events.NextUs;
            if (nextUs > us)
            {
                hardwareEvent = null;
                return false;
            }

            MoveTo(nextUs);
            hardwareEvent = _events.Take();
            return true;
        }
    }

    private void MoveTo(long us) => Volatile.Write(ref _nowUs, Math.Max(us, NowUs));
}
