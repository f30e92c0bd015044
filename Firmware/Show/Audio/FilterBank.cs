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
    private const int BlockBytes = 256;

    /// <summary>Mean square of each octave in counts² (full-scale sine: 2^29), highest octave first.</summary>
    public readonly float[] Energy = new float[Octaves];

    /// <summary>Mean product of each octave's neighbouring samples in counts², highest octave first.</summary>
    public readonly float[] Lag = new float[Octaves];

    /// <summary>Mean square of all that is above 30 Hz, in counts².</summary>
    public float TotalPower;

    private readonly byte[] _window = new byte[BlockBytes];
    private readonly byte[] _swappedWindow = new byte[BlockBytes];
    private readonly int[] _state = new int[21];
    private int _lowest;

    /// <summary>Constant part of the signal in counts: what the microphone's offset leaves below 30 Hz.</summary>
    public float Offset => _lowest / 256f;

    /// <summary>Mean square of one of 16 bands in counts², 0 being the lowest.</summary>
    public float BandPower(int band)
    {
        int octave = Octaves - 1 - (band >> 1);
        float energy = Energy[octave], lag = Lag[octave];
        float power = ((band & 1) == 0 ? (CosUpper * energy) - lag : lag - (CosLower * energy)) * Share;
        return power > 0f ? power : 0f;
    }

    /// <summary>Forgets what was heard.</summary>
    public void Clear()
    {
        Array.Clear(Energy, 0, Octaves);
        Array.Clear(Lag, 0, Octaves);
        Array.Clear(_state, 0, _state.Length);
        TotalPower = 0f;
        _lowest = 0;
    }
}
