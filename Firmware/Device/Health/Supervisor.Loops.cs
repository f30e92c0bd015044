using System;

namespace NanoFirmware.Health;

/// <content>The loops: which there are, and a new thread for one that died or hangs.</content>
internal sealed partial class Supervisor
{
    // More than five restarts of one loop in a minute, and new threads are no cure.
    private const int RestartsMax = 5;
    private const int WindowMs = 60000;

    // What not even a restart of the device mended is tried again this often.
    private const int RestMs = 30000;

    /// <summary>The loops, by the number that the log calls them.</summary>
    public Loop[] Loops => _loops;

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
}
