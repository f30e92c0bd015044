namespace NanoHost;

/// <summary>Hardware events in the order of time, then of scheduling. Not thread-safe: its clock guards it.</summary>
internal sealed class EventQueue
{
    private readonly PriorityQueue<Action, (long Us, long Order)> _events = new(64);
    private long _order;

    /// <summary>Time of the next event, or <see cref="long.MaxValue"/> without any.</summary>
    public long NextUs => _events.TryPeek(out _, out (long Us, long Order) due) ? due.Us : long.MaxValue;

    public void Add(long us, Action hardwareEvent) => _events.Enqueue(hardwareEvent, (us, _order++));

    public Action Take() => _events.Dequeue();
}
