namespace NanoHost;

/// <summary>
/// Bytes that a firmware thread allocates from one call of a device API to the next, as a mean after a warm-up: code is compiled
/// and buffers grow during the first calls. A call from another thread starts a new interval.
/// </summary>
internal sealed class AllocationMeter
{
    private const int WarmUpCalls = 120;

    // Allocated on this thread by the host itself: hardware events run on a firmware thread when its wait advances the clock.
    [ThreadStatic]
    private static long _hostBytes;

    private int _threadId;
    private long _atLastCall;
    private long _calls;
    private long _intervals;
    private long _bytes;

    public double Mean => _intervals == 0 ? 0 : (double)_bytes / _intervals;

    /// <summary>A scope whose allocations are the host's and count for nobody.</summary>
    public static HostScope HostWork() => new(System.GC.GetAllocatedBytesForCurrentThread());

    /// <summary>Ends the interval since the call before.</summary>
    public void Mark()
    {
        long allocated = System.GC.GetAllocatedBytesForCurrentThread() - _hostBytes;
        int threadId = Environment.CurrentManagedThreadId;
        if (++_calls > WarmUpCalls && threadId == _threadId)
        {
            _bytes += allocated - _atLastCall;
            _intervals++;
        }

        _threadId = threadId;
        _atLastCall = allocated;
    }

    internal readonly struct HostScope : IDisposable
    {
        private readonly long _before;

        public HostScope(long before) => _before = before;

        public void Dispose() => _hostBytes += System.GC.GetAllocatedBytesForCurrentThread() - _before;
    }
}
