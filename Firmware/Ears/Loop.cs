using System;
using System.Threading;

namespace NanoFirmware;

/// <summary>
/// One of the device's loops, on a thread of its own. What a step throws ends the thread and is kept; the
/// supervisor starts another one, also in place of a thread that stands still.
/// </summary>
internal abstract class Loop
{
    private readonly ThreadPriority _priority;
    private readonly int _patienceMs;
    private Turn _turn;
    private int _seenBeats;
    private long _seenMs;
    private bool _started;
    private int _recentRestarts;
    private long _windowStartMs;
    private long _restsUntilMs;

    /// <param name="name">What the status calls it.</param>
    /// <param name="priority">Its share of the interpreter.</param>
    /// <param name="patienceMs">Longer than one step ever takes in good health, in ms: then the loop counts as hung.</param>
    protected Loop(string name, ThreadPriority priority, int patienceMs)
    {
        Name = name;
        _priority = priority;
        _patienceMs = patienceMs;
    }

    public readonly string Name;

    /// <summary>
    /// What the device is for: without it a restart is worth a try. Without the others it does better than restarting.
    /// </summary>
    public virtual bool IsEssential => false;

    /// <summary>One more for each step; only ever compared for equality, so that it may wrap.</summary>
    public int Beats;

    /// <summary>How often its thread was replaced since the device started.</summary>
    public int Restarts;

    /// <summary>What ended the last thread; null if none ever ended.</summary>
    public string LastEnd;

    /// <summary>Runs the steps on a new thread; a former one ends itself after the step that it is in.</summary>
    public void Start()
    {
        _started = true;
        _turn = new Turn(this);
        var thread = new Thread(_turn.Run) { Priority = _priority };
        thread.Start();
    }

    /// <summary>Looks whether it runs.</summary>
    public LoopHealth Examine(long nowMs)
    {
        int beats = Beats;
        if (!_started || beats != _seenBeats || _seenMs == 0)
        {
            _seenBeats = beats;
            _seenMs = nowMs;
        }

        if (nowMs < _restsUntilMs)
        {
            return LoopHealth.Fine;
        }

        if (_started && _turn == null)
        {
            return LoopHealth.Died;
        }

        return nowMs - _seenMs > _patienceMs ? LoopHealth.Hung : LoopHealth.Fine;
    }

    /// <summary>Counts a restart; true when it is one too many.</summary>
    /// <param name="nowMs">The clock in ms.</param>
    /// <param name="most">So many are allowed in <paramref name="windowMs"/>.</param>
    /// <param name="windowMs">How long a failure is remembered, in ms.</param>
    public bool FailsTooOften(long nowMs, int most, int windowMs)
    {
        if (nowMs - _windowStartMs > windowMs)
        {
            _windowStartMs = nowMs;
            _recentRestarts = 0;
        }

        _recentRestarts++;
        return _recentRestarts > most;
    }

    /// <summary>Nobody looks after it for so long.</summary>
    public void Rest(long untilMs)
    {
        _recentRestarts = 0;
        _restsUntilMs = untilMs;
    }

    /// <summary>Puts a new thread in the place of one that died or hangs.</summary>
    public void Restart(bool hung)
    {
        if (hung)
        {
            LastEnd = "stood still";
        }

        Restarts++;
        _seenMs = 0;
        Recover();
        Start();
    }

    /// <summary>One round. It must come to an end: whoever waits does so with a time-out.</summary>
    protected abstract void Step();

    /// <summary>Clears what a thread that is no more may have left half done; called before its successor starts.</summary>
    protected virtual void Recover()
    {
    }

    // A thread's right to go on: the loop's newest turn has it, all others end.
    private sealed class Turn
    {
        private readonly Loop _loop;

        public Turn(Loop loop) => _loop = loop;

        public void Run()
        {
            Loop loop = _loop;
            try
            {
                while (loop._turn == this)
                {
                    loop.Beats++;
                    loop.Step();
                }
            }
            catch (Exception fault)
            {
                if (loop._turn == this)
                {
                    loop.LastEnd = fault.Message;
                    loop._turn = null;
                }
            }
        }
    }
}
