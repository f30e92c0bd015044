namespace NanoFirmware.Audio;

/// <summary>The pulses of the last 8.5 s in three bands, and weighted in one, as bytes: 30 frames of two hops a second.</summary>
public sealed class PulseHistory
{
    /// <summary>Frames kept: frame f lies at f modulo this, a power of two.</summary>
    public const int Length = 256;

    /// <summary>Hops in a frame.</summary>
    public const int HopsPerFrame = 2;

    // A pulse of 4 fills a byte; hardly any is larger. Half of it, and a quarter of each neighbour.
    private const float Half = 32f;
    private const float Quarter = 16f;

    // Means of about 4 s.
    private const float MeanRate = 0.008f;

    public readonly byte[] Low = new byte[Length];
    public readonly byte[] Mid = new byte[Length];
    public readonly byte[] High = new byte[Length];
    public readonly byte[] All = new byte[Length];

    private float _low;
    private float _mid;
    private float _high;
    private float _lowBefore;
    private float _midBefore;
    private float _highBefore;

    /// <summary>
    /// Frames since the start; the newest one bears this number. It tells of the frame before it, a quarter of each neighbour
    /// mixed in.
    /// </summary>
    public int Newest;

    /// <summary>
    /// Where the newest frame lies, one length on: a fraction of a frame taken off it stays exact after weeks, and above zero.
    /// </summary>
    public int Place => (Newest & (Length - 1)) + Length;

    /// <summary>What is usual in <see cref="Low"/>.</summary>
    public float MeanLow = 1f;

    /// <summary>What is usual in <see cref="Mid"/>.</summary>
    public float MeanMid = 1f;

    /// <summary>What is usual in <see cref="High"/>.</summary>
    public float MeanHigh = 1f;

    /// <summary>Adds the sums of two hops.</summary>
    public void Add(float low, float mid, float high)
    {
        int at = ++Newest & (Length - 1);
        float value = (Half * _low) + (Quarter * (_lowBefore + low));
        float all = value;
        Low[at] = (byte)(value > 255f ? 255f : value);
        MeanLow += MeanRate * (value - MeanLow);
        _lowBefore = _low;
        _low = low;

        value = (Half * _mid) + (Quarter * (_midBefore + mid));
        all += value;
        Mid[at] = (byte)(value > 255f ? 255f : value);
        MeanMid += MeanRate * (value - MeanMid);
        _midBefore = _mid;
        _mid = mid;

        value = (Half * _high) + (Quarter * (_highBefore + high));
        all += value;
        High[at] = (byte)(value > 255f ? 255f : value);
        MeanHigh += MeanRate * (value - MeanHigh);
        _highBefore = _high;
        _high = high;
        All[at] = (byte)(all > 255f ? 255f : all);
    }
}
