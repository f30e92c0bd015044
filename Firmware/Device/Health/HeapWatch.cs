using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Health;

/// <summary>
/// Has the heap collected now and then, which also closes the sockets that clients left behind, and knows what is left of it:
/// asking costs a collection, so nobody else does.
/// </summary>
internal sealed class HeapWatch
{
    private const int PeriodMs = 60000;

    // What requests leave behind in ten seconds is collected in 12 to 25 ms, what they leave in a minute in 70 to 150 (derived).
    private const int BusyPeriodMs = 10000;

    // Less than this and a request's own objects may not fit: everything that can be spared is let go, the reserve first.
    private const int LowBytes = 12 * 1024;

    // What was let go is no reason to call it over: that takes twice as much.
    private const int EnoughBytes = 24 * 1024;

    // As much as a status leaves behind.
    private const int ReserveBytes = 2 * 1024;

    private const int FrameUs = 16667;

    private byte[] _reserve = new byte[ReserveBytes];
    private long _lastMs;
    private int _seenRequests;
    private int _longestUs;

    /// <summary>Free bytes of the managed heap after the last collection, the reserve not among them.</summary>
    public int FreeBytes;

    /// <summary>The least of them so far.</summary>
    public int LeastBytes = int.MaxValue;

    /// <summary>Collections asked for.</summary>
    public int Collections;

    /// <summary>Frames that were late by a collection.</summary>
    public int LateFrames;

    /// <summary>True while little is left.</summary>
    public bool IsLow;

    /// <summary>
    /// Little is left, or was until now: the runtime may have moved arrays together, and says so to nobody. Whoever gave an
    /// address away clears it.
    /// </summary>
    public bool MayHaveMoved;

    /// <summary>The longest collection so far, in ms.</summary>
    public int LongestMs => _longestUs / 1000;

    /// <summary>Collects when it is time; true when little is left since this look.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="requests">Requests that arrived so far.</param>
    public bool Look(long nowMs, int requests)
    {
        int periodMs = IsLow || HasGarbage(requests) ? BusyPeriodMs : PeriodMs;
        if (Collections > 0 && nowMs - _lastMs < periodMs)
        {
            return false;
        }

        _lastMs = nowMs;
        _seenRequests = requests;
        return Collect();
    }

    /// <summary>Collects now; true when little is left since this collection.</summary>
    public bool Collect()
    {
        Collections++;
        long beganUs = (long)HighResTimer.GetCurrent();
        uint free = GC.Run(false);
        int tookUs = (int)((long)HighResTimer.GetCurrent() - beganUs);
        _longestUs = tookUs > _longestUs ? tookUs : _longestUs;
        LateFrames += tookUs / FrameUs;
        FreeBytes = free > int.MaxValue ? int.MaxValue : (int)free;
        LeastBytes = FreeBytes < LeastBytes ? FreeBytes : LeastBytes;
        bool wasLow = IsLow;
        IsLow = FreeBytes < (wasLow ? EnoughBytes : LowBytes);
        MayHaveMoved |= IsLow || wasLow;
        KeepReserve();
        return IsLow && !wasLow;
    }

    private bool HasGarbage(int requests) => requests != _seenRequests;

    // Let go when little is left, so that the runtime has room before it must move anything; made again when there is room for
    // it.
    private void KeepReserve()
    {
        if (IsLow)
        {
            _reserve = null;
        }
        else if (_reserve == null)
        {
            _reserve = new byte[ReserveBytes];
        }
    }
}
