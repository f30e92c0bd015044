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
    // mirrors: ω = π (2 − 2 · 2^−¼) and π (2 − 2 · 2^−¾).
    private const float CosUpper = 0.5412f;
    private const float CosLower = -0.8290f;
    private const float Share = 1f / (CosUpper - CosLower);

    // How much of earlier hops stays, lowest octave last: at 8 samples a hop and fewer one hop cannot tell.
    private static readonly float[] Memory = { 0f, 0f, 0f, 0f, 0.3f, 0.5f, 0.6f, 0.75f };

    // A decoded high byte: signed, times 256.
    private static readonly float[] HighByte = MakeHighByte();

    /// <summary>Mean square of each band in counts² (full-scale sine: 2^29), lowest band first.</summary>
    public readonly float[] BandPower = new float[AudioSnapshot.BandCount];

    /// <summary>Mean square of all that is above 30 Hz, in counts².</summary>
    public float TotalPower;

    private readonly byte[] _window = new byte[512];
    private readonly byte[] _swappedWindow = new byte[512];
    private readonly float[] _state = new float[24];
    private readonly float[] _energy = new float[Octaves];
    private readonly float[] _lag = new float[Octaves];
    private readonly float[] _meanEnergy = new float[Octaves];
    private readonly float[] _meanLag = new float[Octaves];
    private float _lowest;

    /// <summary>Constant part of the signal in counts: what the microphone's offset leaves below 30 Hz.</summary>
    public float Offset => _lowest / 256f;

    /// <summary>Takes one hop of 256 frames of 4 bytes; the sample lies at <paramref name="slotOffset"/>, high byte first when <paramref name="swapped"/>.</summary>
    public void Split(byte[] hop, int slotOffset, bool swapped)
    {
        SplitHop(hop, slotOffset, swapped);
        float[] energies = _energy, lags = _lag, meanEnergies = _meanEnergy, meanLags = _meanLag, power = BandPower;
        float[] memory = Memory, scales = MeanOfSum;
        float total = 0f;
        int band = AudioSnapshot.BandCount;
        for (int octave = 0; octave < Octaves; octave++)
        {
            float keep = memory[octave], take = (1f - keep) * scales[octave];
            float energy = (keep * meanEnergies[octave]) + (take * energies[octave]);
            float lag = (keep * meanLags[octave]) + (take * lags[octave]);
            meanEnergies[octave] = energy;
            meanLags[octave] = lag;
            total += energy;

            float upper = (lag - (CosLower * energy)) * Share, lower = (CosUpper * energy - lag) * Share;
            power[--band] = upper > 0f ? upper : 0f;
            power[--band] = lower > 0f ? lower : 0f;
        }

        TotalPower = total;
    }

    private static float[] MakeHighByte()
    {
        float[] table = new float[256];
        for (int i = 0; i < 256; i++)
        {
            table[i] = (i < 128 ? i : i - 256) * 256f;
        }

        return table;
    }
}
