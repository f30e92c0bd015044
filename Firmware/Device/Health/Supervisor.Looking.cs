using System;
using System.Threading;

namespace NanoFirmware.Health;

/// <content>Four looks a second at everything.</content>
internal sealed partial class Supervisor
{
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
}
