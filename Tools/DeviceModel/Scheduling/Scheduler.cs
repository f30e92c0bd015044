using NanoFirmware.DeviceModel.Runtime;
using WaitHandle = NanoFirmware.DeviceModel.Threading.WaitHandle;

namespace NanoFirmware.DeviceModel.Scheduling;

/// <summary>
/// nanoCLR's scheduler in virtual time: one list of ready threads, ordered by credit; a turn costs the more the lower the
/// priority; whoever waits keeps its credit and comes first when woken, but nobody is interrupted before the turn ends.
/// Rules read in nf-interpreter (Execution.cpp, Thread.cpp, Interpreter.cpp) and written anew.
/// </summary>
internal sealed partial class Scheduler
{
    private const int HighestCredit = 33;
    private const int SystemPriority = 5;

    private readonly Timing _timing;
    private readonly List<(long UntilPs, double Share)> _interrupts = [];
    private double _slowness;
    private readonly List<GreenThread> _ready = [];
    private readonly List<GreenThread> _waiting = [];
    private readonly Stack<Carrier> _idle = [];
    private readonly List<Carrier> _carriers = [];
    private readonly Baton _over = new();
    private readonly Timeline _timeline;
    private int _lowestCredit;
    private int _lastId;
    private long _turnEndPs;

    internal Scheduler(Timing timing, VirtualClock clock, Timeline timeline)
    {
        _timing = timing;
        _slowness = timing.K;
        Clock = clock;
        _timeline = timeline;
    }

    /// <summary>The scheduler of this run (one per load context).</summary>
    internal static Scheduler Current { get; set; } = null!;

    internal VirtualClock Clock { get; }

    internal GreenThread? Running { get; private set; }

    internal List<GreenThread> Threads { get; } = [];

    /// <summary>Threads that ended by an exception, by name and what it said.</summary>
    internal List<string> Deaths { get; } = [];

    /// <summary>Nobody will ask what a thread used that has ended: for runs of many requests.</summary>
    internal bool ForgetsEnded { get; set; }

    internal bool Ended { get; private set; }

    /// <summary>Time spent in the scheduler itself, ps.</summary>
    internal long SwitchingPs { get; private set; }

    /// <summary>Time in which every thread waited, ps.</summary>
    internal long IdlePs { get; private set; }

    /// <summary>
    /// Raised by hardware that wants managed code to look at it; seen after a turn or, when all wait, at the next tick.
    /// </summary>
    internal Action? SystemEvent { get; set; }

    /// <summary>Runs until <paramref name="endPs"/> of device time, from the caller's own thread.</summary>
    internal void RunUntil(long endPs)
    {
        Clock.EndPs = endPs;
        GreenThread? first = Choose();
        if (first != null)
        {
            first.Hand();
            _over.Await();
        }

        Unwind();
    }

    /// <summary>Stops everything; every thread unwinds as soon as it charges again.</summary>
    internal void End()
    {
        if (!Ended)
        {
            Ended = true;
            _over.Hand();
        }
    }

    /// <summary>The meter's grant is used up: hardware is due, the turn is over, or the run has ended.</summary>
    internal void Expired()
    {
        if (Clock.IsInEvent)
        {
            // What looks at the firmware is not stopped by the end of a turn, to go on in a later one and see another state.
            Meter.Restart();
            return;
        }

        Settle();
        ThrowIfEnded();
        if (Running == null)
        {
            return;
        }

        if (Clock.NowPs >= _turnEndPs)
        {
            Yield(GreenState.Ready);
        }
        else
        {
            Grant();
        }
    }

    /// <summary>Brings the clock up to what the running thread has spent.</summary>
    internal void Settle()
    {
        long spent = Meter.Spent;
        long ps = (long)(spent * _slowness);
        if (Running != null)
        {
            Running.Use.WorkPs += ps;
        }

        Meter.Restart();
        Clock.AdvanceTo(Clock.NowPs + ps);
        if (Clock.IsOver)
        {
            End();
        }

        Grant();
    }

    /// <summary>What so much work takes the chip, µs.</summary>
    internal long ChipUs(double referenceNs) => (long)(referenceNs * _timing.K / 1000);

    /// <summary>
    /// Until <paramref name="untilPs"/> interrupts take <paramref name="share"/> of the core, besides what others take.
    /// </summary>
    internal void Interrupt(long untilPs, double share)
    {
        _interrupts.Add((untilPs, share));
        Grant();
    }

    // How much longer everything takes now, and until when that is so.
    private long SlowDown()
    {
        _interrupts.RemoveAll(i => i.UntilPs <= Clock.NowPs);
        _slowness = _timing.K * (1 + _interrupts.Sum(i => i.Share));
        return _interrupts.Count == 0 ? long.MaxValue : _interrupts.Min(i => i.UntilPs);
    }

    private long TickPs => _timing.TickUs * 1_000_000L;

    private void Yield(GreenState state)
    {
        GreenThread me = Running!;
        me.State = state;
        _timeline.TurnEnds(me, Clock.NowPs);
        if (state == GreenState.Ready)
        {
            Enqueue(me);
        }
        else
        {
            _waiting.Add(me);
        }

        Running = null;
        GreenThread? next = Choose();
        if (next != me)
        {
            next?.Hand();
            me.AwaitBaton();
        }

        ThrowIfEnded();
    }

    /// <summary>Finds the next thread and starts its turn; null when the run is over.</summary>
    private GreenThread? Choose()
    {
        CheckTimeouts();
        while (_ready.Count == 0)
        {
            if (!Idle())
            {
                End();
                return null;
            }
        }

        GreenThread thread = _ready[0];
        _ready.RemoveAt(0);
        thread.Credit = Math.Min(thread.Credit, _lowestCredit + HighestCredit) - (1 << (SystemPriority - thread.Priority));
        _lowestCredit = Math.Min(_lowestCredit, thread.Credit);

        long switchPs = (long)((_timing.SwitchNs * 1000 * _timing.K) + (_timing.TurnChipUs * 1e6));
        SwitchingPs += switchPs;
        Clock.AdvanceTo(Clock.NowPs + switchPs);
        if (Clock.IsOver)
        {
            End();
            return null;
        }

        BeginTurn(thread);
        return thread;
    }

    private void BeginTurn(GreenThread thread)
    {
        Running = thread;
        thread.State = GreenState.Ready;
        thread.Use.Turns++;
        Meter.BeginTurn();
        long quantumPs = _timing.QuantumUs * 1_000_000L;
        _turnEndPs = _timing.QuantumInTicks ? TickNowPs() + quantumPs : Clock.NowPs + quantumPs;
        _timeline.TurnBegins(thread, Clock.NowPs);
        Grant();
    }

    private void Grant()
    {
        if (Running == null && !Ended)
        {
            Meter.Restart();
            return;
        }

        long until = Math.Min(Math.Min(Clock.NextEventPs, _turnEndPs), Math.Min(SlowDown(), Clock.EndPs));
        Meter.Grant(Ended ? -1 : (long)Math.Ceiling(Math.Max(0, until - Clock.NowPs) / _slowness), Expired);
    }

    private void Enqueue(GreenThread thread)
    {
        int at = _ready.FindIndex(t => t.Credit < thread.Credit);
        _ready.Insert(at < 0 ? _ready.Count : at, thread);
    }

    private void ThrowIfEnded()
    {
        if (Ended)
        {
            throw new RunEndedException();
        }
    }
}

/// <summary>Unwinds a device thread when the run is over.</summary>
internal sealed class RunEndedException : Exception;
