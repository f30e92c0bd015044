using System;

namespace NanoFirmware.Audio;

/// <summary>
/// Splits hops of sound into 8 octaves of two bands each, 30 Hz to 7680 Hz
/// (docs/adr/0005-octaves-by-half-band-filters.md).
/// </summary>
/// <remarks>
/// Each stage halves the spectrum: the lower half goes on at half the rate, the upper half gives its energy E and its
/// product R with the sample before. A tone at ω gives R = E cos ω, so two known centres part an octave into two bands.
/// The stages are unrolled in FilterBank.g.cs.
/// </remarks>
public sealed partial class FilterBank
{
    public const int Octaves = 8;

    // cos ω of the two band centres, a quarter and three quarters of an octave below its upper edge, which the decimation
    // mirrors: ω = 2π (1 − 2^−¼) and 2π (1 − 2^−¾).
    internal const float CosUpper = 0.5412f;
    internal const float CosLower = -0.8290f;
    internal const float Share = 1f / (CosUpper - CosLower);

    // A quarter of a hop is split at a time.
    private const int BlockBytes = 512;

    /// <summary>Mean square of each octave in counts² (full-scale sine: 2^29), highest octave first.</summary>
    public readonly float[] Energy = new float[Octaves];

    /// <summary>
    /// Mean product of each octave's neighbouring samples in counts², highest octave first; of the four highest those of the
    /// <see cref="Turn"/> are of the newest hop, the others of the hop before.
    /// </summary>
    public readonly float[] Lag = new float[Octaves];

    /// <summary>1 in a hop of the odd octaves, 0 in one of the even ones.</summary>
    public int Turn = 1;

    /// <summary>Mean square of all that is above 30 Hz, in counts².</summary>
    public float TotalPower;

    private readonly byte[] _window = new byte[BlockBytes];

    // Half a kilobyte that hardly any microphone needs: made when a hop is swapped for the first time.
    private byte[] _swappedWindow;

    // What the high byte of a sample adds to it.
    private readonly short[] _worth = new short[256];

    public FilterBank()
    {
        for (int high = 0; high < 256; high++)
        {
            _worth[high] = (short)(high << 8);
        }
    }

    private byte[] SwappedWindow() => _swappedWindow = _swappedWindow ?? new byte[BlockBytes];

    /// <summary>Forgets what was heard.</summary>
    public void Clear()
    {
        Array.Clear(Energy, 0, Octaves);
        Array.Clear(Lag, 0, Octaves);
        Forget();
        TotalPower = 0f;
    }
}
