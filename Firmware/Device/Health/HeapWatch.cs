using NanoFirmware.Audio;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Health;

/// <summary>
/// Has the heap collected now and then, which also closes the sockets that clients left behind, and knows what is left of it:
/// asking costs a collection, so nobody else does.
/// </summary>
/// <remarks>
/// A collection holds everybody for more than a frame's time. So the ears are asked to have it run in a pause, just after both
/// frames went out and before the next hop is there: then one frame comes late, and never two.
/// </remarks>
internal sealed class HeapWatch : FrameTask
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

    // So long it waits for a pause of the ears in which no request is being served.
    private const int PatienceMs = 3000;

    // Where so much is free, a hole of that size is too.
    private const int PlentyBytes = 2 * HoleShare * ReserveBytes;

    private readonly RequestCounts _counts;
    private readonly AudioThread _ears;
    private byte[] _reserve;
    private bool _isSpent;
    private long _lastMs;
    private long _lookedMs;
    private int _requests;
    private int _seenRequests;
    private bool _isNews;
    private int _longestUs;

    /// <param name="counts">Tell whether a request is being served.</param>
    /// <param name="ears">They have a collection run in their next pause.</param>
    public HeapWatch(RequestCounts counts, AudioThread ears)
    {
        _counts = counts;
        _ears = ears;
    }

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

    /// <summary>Sees to it that there is a collection when it is time; true when little is left since the last look.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="requests">Requests that arrived so far.</param>
    public bool Look(long nowMs, int requests)
    {
        _requests = requests;
        _lookedMs = nowMs;
        int periodMs = IsLow || HasGarbage ? BusyPeriodMs : PeriodMs;
        long overdueMs = nowMs - _lastMs - periodMs;
        if (Collections == 0 || IsFilling || overdueMs >= PatienceMs)
        {
            Collect();
        }
        else if (overdueMs >= 0)
        {
            _ears.Pause = this;
        }

        bool isNews = _isNews;
        _isNews = false;
        return isNews;
    }

    /// <summary>Collects, unless a request is being served: whatever it is about to do would come on top.</summary>
    public override void Run()
    {
        if (_counts.Open == 0)
        {
            Collect();
        }
    }

    /// <summary>Collects now.</summary>
    public void Collect()
    {
        Collections++;
        _ears.Pause = null;
        _seenRequests = _requests;
        _lastMs = _lookedMs;
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
        _isNews |= IsLow && !wasLow;
        KeepBack();
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

    private bool HasGarbage => _requests != _seenRequests;

    // Before it is full: whatever runs short is seen then. Where there are megabytes it is never so.
    private bool IsFilling => (_requests - _seenRequests) * RequestBytes > FreeBytes / 2;
}
