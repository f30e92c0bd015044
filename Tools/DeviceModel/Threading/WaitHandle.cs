using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Threading;

/// <summary>Stand-in for System.Threading.WaitHandle on the virtual scheduler.</summary>
public abstract class WaitHandle : MarshalByRefObject, IDisposable
{
    /// <summary>What the waits answer when time is up.</summary>
    public const int WaitTimeout = 258;

    private readonly bool _resetsItself;

    /// <param name="signalled">State at birth.</param>
    /// <param name="resetsItself">True when a wait that succeeds takes the signal.</param>
    protected WaitHandle(bool signalled, bool resetsItself)
    {
        IsSignalled = signalled;
        _resetsItself = resetsItself;
    }

    internal bool IsSignalled { get; private set; }

    /// <summary>Waits without end.</summary>
    public virtual bool WaitOne() => WaitOne(-1, false);

    /// <summary>Waits at most <paramref name="millisecondsTimeout"/>, in ticks; −1 is for ever.</summary>
    public virtual bool WaitOne(int millisecondsTimeout) => WaitOne(millisecondsTimeout, false);

    /// <summary>Waits at most <paramref name="millisecondsTimeout"/>, in ticks; −1 is for ever.</summary>
    public virtual bool WaitOne(int millisecondsTimeout, bool exitContext) =>
        Scheduler.Current.Wait([this], false, millisecondsTimeout) != WaitTimeout;

    /// <summary>Waits for the first of several.</summary>
    public static int WaitAny(WaitHandle[] waitHandles) => WaitAny(waitHandles, -1, false);

    /// <summary>Waits for the first of several, with a time-out in ms.</summary>
    public static int WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) =>
        Scheduler.Current.Wait(waitHandles, false, millisecondsTimeout);

    /// <summary>Waits for all of several.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles) => WaitAll(waitHandles, -1, false);

    /// <summary>Waits for all of several, with a time-out in ms.</summary>
    public static bool WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout, bool exitContext) =>
        Scheduler.Current.Wait(waitHandles, true, millisecondsTimeout) != WaitTimeout;

    /// <summary>Sets the signal and wakes who waits.</summary>
    public bool Set()
    {
        IsSignalled = true;
        Scheduler.Current.Signalled(this);
        return true;
    }

    /// <summary>Takes the signal back.</summary>
    public bool Reset()
    {
        IsSignalled = false;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => GC.SuppressFinalize(this);

    internal static bool TryTake(WaitHandle[] handles, bool all, out int index)
    {
        index = all ? 0 : Array.FindIndex(handles, h => h.IsSignalled);
        if (all ? !Array.TrueForAll(handles, h => h.IsSignalled) : index < 0)
        {
            return false;
        }

        foreach (WaitHandle taken in all ? handles : [handles[index]])
        {
            taken.IsSignalled &= !taken._resetsItself;
        }

        return true;
    }
}

/// <summary>Stand-in for System.Threading.EventWaitHandle, where the desktop declares Set and Reset.</summary>
public abstract class EventWaitHandle : WaitHandle
{
    /// <inheritdoc cref="WaitHandle(bool, bool)"/>
    protected EventWaitHandle(bool signalled, bool resetsItself)
        : base(signalled, resetsItself)
    {
    }
}

/// <summary>Stand-in for System.Threading.AutoResetEvent.</summary>
public sealed class AutoResetEvent : EventWaitHandle
{
    /// <summary>An event that lets one waiter through.</summary>
    public AutoResetEvent(bool initialState)
        : base(initialState, true)
    {
    }
}

/// <summary>Stand-in for System.Threading.ManualResetEvent.</summary>
public sealed class ManualResetEvent : EventWaitHandle
{
    /// <summary>An event that lets everybody through until it is reset.</summary>
    public ManualResetEvent(bool initialState)
        : base(initialState, false)
    {
    }
}
