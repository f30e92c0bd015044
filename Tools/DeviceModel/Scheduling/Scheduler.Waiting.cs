using NanoFirmware.DeviceModel.Runtime;
using WaitHandle = NanoFirmware.DeviceModel.Threading.WaitHandle;

namespace NanoFirmware.DeviceModel.Scheduling;

/// <content>Threads that wait, for the time, for each other or for the hardware, and what wakes them.</content>
internal sealed partial class Scheduler
{
    /// <summary>A native call waits until <paramref name="ps"/>: everybody stands still, the hardware goes on.</summary>
    internal void Hold(long ps)
    {
        Settle();
        long from = Clock.NowPs;
        if (ps > from)
        {
            Clock.AdvanceTo(ps);
            if (Running != null)
            {
                Running.Use.HeldPs += Clock.NowPs - from;
                _timeline.Held(Running, from, Clock.NowPs);
            }
        }

        if (Clock.IsOver)
        {
            End();
        }

        Grant();
        ThrowIfEnded();
    }

    /// <summary>The running thread sleeps until <paramref name="ps"/>; the others go on.</summary>
    internal void SleepUntil(long ps)
    {
        GreenThread me = Running!;
        Settle();
        me.TimeoutPs = ps;
        Yield(GreenState.Waiting);
    }

    /// <summary>Thread.Sleep(0): last in line, but still ready.</summary>
    internal void StepBack()
    {
        Settle();
        Running!.Credit = _lowestCredit - 1;
        Yield(GreenState.Ready);
    }

    /// <summary>Waits for one or all of <paramref name="handles"/>; the index, or WaitTimeout.</summary>
    internal int Wait(WaitHandle[] handles, bool all, int timeoutMs)
    {
        Settle();
        if (WaitHandle.TryTake(handles, all, out int index))
        {
            return index;
        }

        if (Running is not { } me)
        {
            return WaitHandle.WaitTimeout;
        }

        me.Awaited = handles;
        me.AwaitsAll = all;
        me.TimeoutPs = timeoutMs < 0 ? GreenThread.Never : TickNowPs() + (timeoutMs * 1_000_000_000L);
        Yield(GreenState.Waiting);
        return me.WaitResult;
    }

    /// <summary>
    /// Wakes whoever waits for <paramref name="handle"/>; it runs at the end of the current turn at the earliest.
    /// </summary>
    internal void Signalled(WaitHandle handle)
    {
        for (int i = 0; i < _waiting.Count && handle.IsSignalled; i++)
        {
            GreenThread thread = _waiting[i];
            if (thread.Awaited != null && WaitHandle.TryTake(thread.Awaited, thread.AwaitsAll, out int index))
            {
                thread.WaitResult = index;
                Wake(thread);
                i--;
            }
        }
    }

    /// <summary>Device time as sleeps and time-outs see it: whole ticks.</summary>
    internal long TickNowPs() => Clock.NowPs / TickPs * TickPs;

    /// <summary>Everybody waits: the runtime sleeps a tick and looks again. False when nothing can ever happen.</summary>
    private bool Idle()
    {
        long nextTick = TickNowPs() + TickPs;
        if (
            Clock.IsOver || (
                SystemEvent == null && Clock.NextEventPs == long.MaxValue && !_waiting.Any(
                    t => t.TimeoutPs != GreenThread.Never)))
        {
            return false;
        }

        long from = Clock.NowPs;
        Clock.AdvanceTo(nextTick);
        IdlePs += Clock.NowPs - from;
        CheckTimeouts();
        return true;
    }

    private void CheckTimeouts()
    {
        SystemEvent?.Invoke();
        long now = TickNowPs();
        for (int i = 0; i < _waiting.Count; i++)
        {
            GreenThread thread = _waiting[i];
            if (thread.TimeoutPs <= now)
            {
                thread.WaitResult = WaitHandle.WaitTimeout;
                Wake(thread);
                i--;
            }
        }
    }

    private void Wake(GreenThread thread)
    {
        _waiting.Remove(thread);
        thread.Awaited = null;
        thread.TimeoutPs = GreenThread.Never;
        thread.State = GreenState.Ready;
        Enqueue(thread);
    }
}
