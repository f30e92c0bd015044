using ManualResetEvent = NanoFirmware.DeviceModel.Threading.ManualResetEvent;
using WaitHandle = NanoFirmware.DeviceModel.Threading.WaitHandle;

namespace NanoFirmware.DeviceModel.Scheduling;

internal enum GreenState
{
    Ready,
    Waiting,
    Ended,
}

/// <summary>
/// One managed thread of the device. It borrows a PC thread for its stack, but runs only while it holds the baton.
/// </summary>
internal sealed class GreenThread
{
    internal const long Never = long.MaxValue;

    private readonly Baton _baton = new();

    internal GreenThread(int id, string name, int priority)
    {
        Id = id;
        Name = name;
        Priority = priority;
    }

    internal int Id { get; }

    internal string Name { get; }

    /// <summary>0 Lowest … 4 Highest, 5 for the system's own.</summary>
    internal int Priority { get; set; }

    /// <summary>The more it has, the earlier its turn: every turn costs 2 (Highest) to 32 (Lowest).</summary>
    internal int Credit { get; set; }

    internal GreenState State { get; set; }

    /// <summary>Device time at which the wait times out, in ps.</summary>
    internal long TimeoutPs { get; set; } = Never;

    /// <summary>What it waits for; null while it sleeps or runs.</summary>
    internal WaitHandle[]? Awaited { get; set; }

    internal bool AwaitsAll { get; set; }

    /// <summary>Index of the handle that woke it, or <see cref="WaitHandle.WaitTimeout"/>.</summary>
    internal int WaitResult { get; set; }

    /// <summary>Signalled when it has ended; what Join waits for.</summary>
    internal ManualResetEvent Finished { get; } = new(false);

    internal ThreadUse Use { get; } = new();

    internal Exception? Death { get; set; }

    /// <summary>Its PC thread has left the run.</summary>
    internal Baton Gone { get; } = new();

    internal void Hand() => _baton.Hand();

    internal void AwaitBaton() => _baton.Await();
}

/// <summary>What a thread used so far.</summary>
internal sealed class ThreadUse
{
    /// <summary>Interpreting and native work, ps.</summary>
    internal long WorkPs { get; set; }

    /// <summary>Waiting inside a native call, with everybody held, ps.</summary>
    internal long HeldPs { get; set; }

    internal long AllocatedBytes { get; set; }

    internal long Turns { get; set; }
}
