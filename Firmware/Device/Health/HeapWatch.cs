using nanoFramework.Runtime.Native;

namespace NanoFirmware.Health;

/// <summary>
/// Has the heap collected once a minute, which also closes the sockets that clients left behind, and knows what is left of it:
/// asking costs a collection, so nobody else does.
/// </summary>
internal sealed class HeapWatch
{
    private const int PeriodMs = 60000;

    // Less than this and a request's own objects may not fit: everything that can be spared is let go.
    private const int LowBytes = 12 * 1024;

    private long _nextMs = PeriodMs;

    /// <summary>Free bytes of the managed heap after the last collection.</summary>
    public int FreeBytes;

    /// <summary>The least of them so far.</summary>
    public int LeastBytes = int.MaxValue;

    /// <summary>Collections asked for.</summary>
    public int Collections;

    /// <summary>True while little is left.</summary>
    public bool IsLow;

    /// <summary>Collects when it is time; true when little is left since this look.</summary>
    public bool Look(long nowMs)
    {
        if (nowMs < _nextMs && Collections > 0)
        {
            return false;
        }

        _nextMs = nowMs + PeriodMs;
        return Collect();
    }

    /// <summary>Collects now; true when little is left since this collection.</summary>
    public bool Collect()
    {
        Collections++;
        uint free = GC.Run(false);
        FreeBytes = free > int.MaxValue ? int.MaxValue : (int)free;
        LeastBytes = FreeBytes < LeastBytes ? FreeBytes : LeastBytes;
        bool wasLow = IsLow;
        IsLow = FreeBytes < LowBytes;
        return IsLow && !wasLow;
    }
}
