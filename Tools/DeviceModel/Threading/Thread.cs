using System.Reflection;
using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Threading;

/// <summary>Stand-in for System.Threading.Thread on the virtual scheduler.</summary>
public sealed class Thread
{
    private readonly ThreadStart? _start;
    private GreenThread? _thread;
    private ThreadPriority _priority = ThreadPriority.Normal;

    /// <summary>A thread that will run <paramref name="start"/>.</summary>
    public Thread(ThreadStart start) => _start = start;

    private Thread(GreenThread thread) => _thread = thread;

    /// <summary>The thread that asks.</summary>
    public static Thread CurrentThread => new(Scheduler.Current.Running!);

    /// <summary>Share of the processor.</summary>
    public ThreadPriority Priority
    {
        get => _thread == null ? _priority : (ThreadPriority)_thread.Priority;
        set
        {
            _priority = value;
            if (_thread != null)
            {
                bool yields = value > CurrentThread.Priority;
                _thread.Priority = (int)value;
                if (yields)
                {
                    Scheduler.Current.Expired();
                }
            }
        }
    }

    /// <summary>True from the start to the end.</summary>
    public bool IsAlive => _thread is { State: not GreenState.Ended };

    /// <summary>Number of the thread since boot.</summary>
    public int ManagedThreadId => _thread?.Id ?? 0;

    /// <summary>Only for the desktop's sake: the device's threads have no names.</summary>
    public string? Name { get; set; }

    /// <summary>Only for the desktop's sake.</summary>
    public bool IsBackground { get; set; }

    /// <summary>Puts the thread in line.</summary>
    public void Start()
    {
        _thread = Scheduler.Current.Start(NameOf(_start!), (int)_priority, _start!.Invoke);
    }

    // A private class that runs another object is called after that.
    private static string NameOf(ThreadStart start)
    {
        Type type = start.Method.DeclaringType!;
        FieldInfo[] fields = type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic);
        object? run = type.IsNestedPrivate && fields.Length == 1 ? fields[0].GetValue(start.Target) : null;
        return (run?.GetType() ?? type).Name + "." + start.Method.Name;
    }

    /// <summary>Waits for its end.</summary>
    public void Join() => _thread!.Finished.WaitOne();

    /// <summary>Waits for its end, at most this long; true when it ended.</summary>
    public bool Join(int millisecondsTimeout) => _thread!.Finished.WaitOne(millisecondsTimeout);

    /// <summary>Sleeps in whole ticks; 0 steps back behind every other ready thread, −1 is for ever.</summary>
    public static void Sleep(int millisecondsTimeout)
    {
        Scheduler scheduler = Scheduler.Current;
        if (millisecondsTimeout == 0)
        {
            scheduler.StepBack();
            return;
        }

        scheduler.Settle();
        scheduler.SleepUntil(
            millisecondsTimeout < 0 ? GreenThread.Never : scheduler.TickNowPs() + (millisecondsTimeout * 1_000_000_000L));
    }
}
