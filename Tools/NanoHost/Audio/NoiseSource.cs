namespace NanoHost.Audio;

/// <summary>How a noise's power is spread over the frequencies.</summary>
public enum NoiseColour
{
    /// <summary>The same power in every hertz.</summary>
    White,

    /// <summary>The same power in every octave, −3 dB an octave.</summary>
    Pink,
}

/// <summary>Steady noise, the same for a seed; at −87 dBFS it is what an INMP441 puts out in a silent room.</summary>
public sealed class NoiseSource : IAudioSource
{
    /// <summary>Self-noise of the INMP441: 61 dB below its −26 dBFS at 94 dB SPL (datasheet).</summary>
    public const double SelfNoiseDb = -87;

    // Row k changes every 2^k frames (the Voss-McCartney scheme); 14 rows reach down to 1 Hz at 15 360 Hz.
    private const int PinkRows = 14;

    private readonly SeededRandom _random;
    private readonly double[]? _rows;
    private readonly double _gain;
    private double _rowSum;
    private uint _count;

    /// <summary>Noise with an RMS of <paramref name="levelDb"/> dBFS.</summary>
    public NoiseSource(double levelDb, NoiseColour colour = NoiseColour.White, long seed = 1)
    {
        _random = new SeededRandom(seed);
        _gain = FullScale.Rms(levelDb);
        if (colour == NoiseColour.Pink)
        {
            _gain /= Math.Sqrt(PinkRows + 1);
            _rows = new double[PinkRows];
            for (int row = 0; row < PinkRows; row++)
            {
                _rows[row] = _random.NextNormal();
                _rowSum += _rows[row];
            }
        }
    }

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        for (int i = 0; i < mono.Length; i++)
        {
            mono[i] = (float)(_gain * (_rows == null ? _random.NextNormal() : NextPink(_rows)));
        }
    }

    private double NextPink(double[] rows)
    {
        int row = System.Numerics.BitOperations.TrailingZeroCount(++_count);
        if (row < PinkRows)
        {
            double fresh = _random.NextNormal();
            _rowSum += fresh - rows[row];
            rows[row] = fresh;
        }

        return _rowSum + _random.NextNormal();
    }
}
