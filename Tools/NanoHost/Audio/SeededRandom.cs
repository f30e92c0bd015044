namespace NanoHost.Audio;

/// <summary>A random sequence that is the same for a seed on every machine and runtime (SplitMix64).</summary>
public sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(long seed) => _state = unchecked((ulong)seed);

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Uniform in 0 (inclusive) … 1 (exclusive).</summary>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in 0 … <paramref name="limit"/> − 1.</summary>
    public int Next(int limit) => (int)(NextUnit() * limit);

    /// <summary>Close to a standard normal: four uniform sixteen-bit parts of one draw, so never beyond ±3.47.</summary>
    public double NextNormal()
    {
        ulong bits = NextBits();
        long sum = (long)(bits & 0xFFFF) + (long)((bits >> 16) & 0xFFFF) + (long)((bits >> 32) & 0xFFFF) + (long)(bits >> 48);
        return (sum - 2 * 65535.0) / 65536 * Math.Sqrt(3);
    }
}
