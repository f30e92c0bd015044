using NanoFirmware.DeviceModel.Scheduling;
using NanoHost;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// The board's µs clock in virtual time, counted in ps. It moves when woven code spends time, when a native call waits and when
/// all threads wait; hardware events happen in time order on the way, first come first served at equal times.
/// </summary>
internal sealed class VirtualClock : IBoardClock
{
    private const long PsPerUs = 1_000_000;

    private readonly PriorityQueue<Action, (long Ps, long Order)> _events = new();
    private long _order;

    /// <summary>Device time in ps.</summary>
    internal long NowPs { get; private set; }

    /// <summary>Sets the clock of a board that was not switched on yet: as if it had run for so long.</summary>
    internal void BeginAt(long ps) => NowPs = ps;

    /// <summary>When the run ends; hardware goes on up to here.</summary>
    internal long EndPs { get; set; } = long.MaxValue;

    internal bool IsOver => NowPs >= EndPs;

    /// <summary>Whether the hardware is at it: what looks at the firmware then belongs to no turn.</summary>
    internal bool IsInEvent { get; private set; }

    /// <summary>Time of the next hardware event, or never.</summary>
    internal long NextEventPs => _events.TryPeek(out _, out (long Ps, long Order) at) ? at.Ps : long.MaxValue;

    /// <inheritdoc/>
    public long NowUs
    {
        get
        {
            Scheduler.Current.Settle();
            return NowPs / PsPerUs;
        }
    }

    /// <inheritdoc/>
    public void WaitUntil(long us) => Scheduler.Current.Hold(us * PsPerUs);

    /// <inheritdoc/>
    public void Schedule(long us, Action hardwareEvent) =>
        _events.Enqueue(hardwareEvent, (Math.Max(us * PsPerUs, NowPs), _order++));

    /// <summary>Moves on to <paramref name="ps"/>, letting hardware happen on the way.</summary>
    internal void AdvanceTo(long ps)
    {
        ps = Math.Min(ps, Math.Max(EndPs, NowPs));
        while (_events.TryPeek(out Action? hardwareEvent, out (long Ps, long Order) at) && at.Ps <= ps)
        {
            _events.Dequeue();
            NowPs = Math.Max(NowPs, at.Ps);
            bool wasInEvent = IsInEvent;
            IsInEvent = true;
            hardwareEvent();
            IsInEvent = wasInEvent;
        }

        NowPs = Math.Max(NowPs, ps);
    }
}
