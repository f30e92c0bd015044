using System.Runtime.CompilerServices;
using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Threading;

/// <summary>Stand-in for System.Threading.Monitor on the virtual scheduler.</summary>
public static class Monitor
{
    private static readonly ConditionalWeakTable<object, Lock> Locks = [];

    /// <summary>Waits until nobody else holds <paramref name="obj"/>.</summary>
    public static void Enter(object obj)
    {
        Lock held = Locks.GetOrCreateValue(obj);
        GreenThread me = Scheduler.Current.Running!;
        if (held.Owner != null && held.Owner != me)
        {
            held.Waiting++;
            do
            {
                held.Free.WaitOne();
            }
            while (held.Owner != null);
            held.Waiting--;
        }

        held.Owner = me;
        held.Depth++;
    }

    /// <summary>The form the desktop's compiler calls.</summary>
    public static void Enter(object obj, ref bool lockTaken)
    {
        Enter(obj);
        lockTaken = true;
    }

    /// <summary>Leaves; the first who waits is woken.</summary>
    public static void Exit(object obj)
    {
        if (!Locks.TryGetValue(obj, out Lock? held) || held.Owner != Scheduler.Current.Running)
        {
            throw new SynchronizationLockException();
        }

        if (--held.Depth == 0)
        {
            held.Owner = null;
            if (held.Waiting > 0)
            {
                held.Free.Set();
            }
        }
    }

    private sealed class Lock
    {
        internal GreenThread? Owner { get; set; }

        internal int Depth { get; set; }

        internal int Waiting { get; set; }

        internal AutoResetEvent Free { get; } = new(false);
    }
}
