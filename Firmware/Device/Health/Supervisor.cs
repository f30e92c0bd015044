using System;
using System.Threading;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Health;

/// <summary>
/// Looks at everything four times a second: loops that died or hang get a new thread, what was counted becomes an event, load
/// is shed. What cannot be mended restarts the device, with a note of the reason.
/// </summary>
internal sealed class Supervisor
{
    public const int LookMs = 250;

    // More than five restarts of one loop in a minute, and new threads are no cure.
    private const int RestartsMax = 5;
    private const int WindowMs = 60000;

    // What not even a restart of the device mended is tried again this often.
    private const int RestMs = 30000;

    // A save takes a tenth of a second, or seconds when the drive has to make room first.
    private const int FlushMs = 5000;

    private readonly FaultWatch _watch;
    private readonly SerialLog _serial;
    private readonly Device _device;
    private Loop[] _loops = new Loop[0];
    private int _seenRequests;
    private bool _isStoring;

    public Supervisor(Device device)
    {
        _device = device;
        Heap = new HeapWatch(Requests, device.Audio);
        Log = new EventLog(device.Master);
        _serial = new SerialLog(Log, new EventSentences(device, this));
        _watch = new FaultWatch(device, Requests, Log);
    }

    /// <summary>What the web counts.</summary>
    public readonly RequestCounts Requests = new RequestCounts();

    public readonly EventLog Log;

    public readonly LoadGuard Load = new LoadGuard();

    public readonly RestartNote Note = new RestartNote();

    /// <summary>What the heap has left.</summary>
    public readonly HeapWatch Heap;

    /// <summary>Faults of the supervisor itself.</summary>
    public int Faults;

    /// <summary>What the last of them said; null if it never failed.</summary>
    public string LastFault;

    /// <summary>The loops, by the number that the log calls them.</summary>
    public Loop[] Loops => _loops;

    /// <summary>
    /// What is shed, 0 to 4: what the load asks for, or all of it when the user does; with little memory, whatever answers can be
    /// done without.
    /// </summary>
    public int Level
    {
        get
        {
            int level = _device.Master.Lite ? LoadGuard.HalfRate : Load.Level;
            return Heap.IsLow && level < LoadGuard.Metrics ? LoadGuard.Metrics : level;
        }
    }

    /// <summary>These are its loops from now on; the log and the note of a restart number them in this order.</summary>
    public void LookAfter(Loop[] loops) => _loops = loops;

    /// <summary>Starts one more loop and looks after it too.</summary>
    public void LookAfter(Loop another)
    {
        var loops = new Loop[_loops.Length + 1];
        Array.Copy(_loops, 0, loops, 0, _loops.Length);
        loops[_loops.Length] = another;
        another.Start();
        _loops = loops;
    }

    /// <summary>Reads why the device started, starts every loop, and looks after them for good.</summary>
    public void Run()
    {
        Note.Read();
        Log.Note(EventCode.Started, Note.Cause, Now());
        for (int i = 0; i < _loops.Length; i++)
        {
            _loops[i].Start();
        }

        while (true)
        {
            Thread.Sleep(LookMs);
            try
            {
                Look(Now());
            }
            catch (Exception fault)
            {
                Faults++;
                LastFault = fault.Message;
                Log.Note(EventCode.SupervisorFailed, 0, Now());
            }
        }
    }

    /// <summary>Looks once.</summary>
    public void Look(long nowMs)
    {
        for (int i = 0; i < _loops.Length; i++)
        {
            LoopHealth state = _loops[i].Examine(nowMs);
            if (state != LoopHealth.Fine)
            {
                Mend(i, state, nowMs);
            }
        }

        Note.ClearWhenGood(nowMs);
        _device.Wirings.Look(nowMs);
        int requests = Requests.Arrived;
        Load.Look(_watch.LongestIntervalUs(), _watch.FramesShown(), requests - _seenRequests, _device.Audio.HalfRate);
        _seenRequests = requests;
        _device.Audio.HalfRate = Level >= LoadGuard.HalfRate;
        _watch.Look(nowMs, Load.Level);
        if (Heap.Look(nowMs, requests))
        {
            Log.Note(EventCode.MemoryLow, Heap.FreeBytes >> 10, nowMs);
        }

        OpenWhatMayHaveMoved();
        _serial.SayNext();
    }

    /// <summary>
    /// A thread made something in one piece: were arrays moved for it, the very next frames know their new places.
    /// </summary>
    public void Took(int bytes)
    {
        Heap.Took(bytes);
        OpenWhatMayHaveMoved();
    }

    /// <summary>Restarts the device for a reason; returns only when it had better not.</summary>
    public void RestartDevice(int cause)
    {
        if (_isStoring)
        {
            return;
        }

        bool isStored = false;
        if (Ends(() => isStored = Note.TryStore(cause, Now())) && isStored)
        {
            Ends(_device.Settings.Flush);
            Power.RebootDevice();
        }
    }

    // On a thread of its own: a drive that hangs may be the very reason for the restart, and must not hold the supervisor too.
    // What hangs is not asked again.
    private bool Ends(ThreadStart work)
    {
        var ended = new AutoResetEvent(false);
        _isStoring = true;
        var thread = new Thread(() =>
        {
            try
            {
                work();
                ended.Set();
            }
            finally
            {
                _isStoring = false;
            }
        });
        thread.Start();
        return ended.WaitOne(FlushMs, false);
    }

    private void OpenWhatMayHaveMoved()
    {
        if (Heap.MayHaveMoved)
        {
            Heap.MayHaveMoved = false;
            _device.ChannelA.Output.Strip.OpenAnew();
            _device.ChannelB.Output.Strip.OpenAnew();
        }
    }

    private void Mend(int number, LoopHealth state, long nowMs)
    {
        Loop loop = _loops[number];
        if (loop.FailsTooOften(nowMs, RestartsMax, WindowMs))
        {
            if (loop.IsEssential)
            {
                RestartDevice(RestartNote.FirstLoop + number);
            }

            Log.Note(EventCode.LoopRests, number, nowMs);
            loop.Rest(nowMs + RestMs);
        }

        Log.Note(state == LoopHealth.Hung ? EventCode.LoopHung : EventCode.LoopDied, number, nowMs);
        loop.Restart(state == LoopHealth.Hung);
    }

    private static long Now() => (long)(HighResTimer.GetCurrent() / 1000);
}
