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

    /// <summary>Less than this and a request's own objects may not fit: what answers can be done without is refused.</summary>
    public const int LowBytes = 12 * 1024;

    // What is not asked for any more is no reason to call it over: that takes twice as much.
    private const int EnoughBytes = 24 * 1024;

    /// <summary>
    /// As much as a second slot's buffer: it is the largest piece that serving a request needs, but for long bodies.
    /// </summary>
    public const int ReserveBytes = 4 * 1024;

    // What is free lies in holes, the largest of which has so much of it: assumed.
    private const int HoleShare = 8;

    // A request of a browser and its answer leave so much behind; a catalogue, which is asked for once, more.
    private const int RequestBytes = 4 * 1024;

    private const int FrameUs = 16667;

    // Where so much is free, a hole of that size is too.
    private const int PlentyBytes = 2 * HoleShare * ReserveBytes;

    private byte[] _reserve;
    private bool _isSpent;
    private long _lastMs;
    private int _seenRequests;
    private int _longestUs;

    /// <summary>Free bytes of the managed heap after the last collection.</summary>
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

    /// <summary>
    /// A second slot is about to be made, for good: what was kept back is the room for it, also when the heap is full.
    /// </summary>
    public void Spend()
    {
        _isSpent = true;
        _reserve = null;
    }

    /// <summary>Something was made in one piece: if no hole was large enough the runtime moved arrays for it.</summary>
    public void Took(int bytes) => MayHaveMoved |= bytes > FreeBytes / HoleShare;

    /// <summary>Collects when it is time; true when little is left since this look.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="requests">Requests that arrived so far.</param>
    public bool Look(long nowMs, int requests)
    {
        int periodMs = IsLow || HasGarbage(requests) ? BusyPeriodMs : PeriodMs;
        if (Collections > 0 && nowMs - _lastMs < periodMs && !IsFilling(requests))
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
        KeepBack();
        return IsLow && !wasLow;
    }

    // Seen at the first look, before much was made and let go: then it moves nothing.
    private void KeepBack()
    {
        if (FreeBytes < PlentyBytes && !_isSpent && _reserve == null)
        {
            _reserve = new byte[ReserveBytes];
            Took(ReserveBytes);
        }
    }

    private bool HasGarbage(int requests) => requests != _seenRequests;

    // Before it is full: whatever runs short is seen then. Where there are megabytes it is never so.
    private bool IsFilling(int requests) => (requests - _seenRequests) * RequestBytes > FreeBytes / 2;
}
