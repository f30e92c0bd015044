using System;

namespace NanoFirmware.Audio;

/// <summary>Splits hops of sound into 8 octaves of two bands each, 30 Hz to 7680 Hz (docs/adr/0005-octaves-by-half-band-filters.md).</summary>
public sealed class FilterBank
{
    public const int Octaves = 8;

    // Third-order half-band filter: the odd samples through an all-pass, y = a (x − y') + x', the even ones as they are.
    private const float A = 0.4f;

    // cos ω of the two band centres in the decimated, mirrored upper half: quarter and three quarters of an octave down.
    private const float CosUpper = 0.5403f;
    private const float CosLower = -0.8284f;

    /// <summary>Mean square of each band in counts² (full-scale sine: 2^29), lowest band first.</summary>
    public readonly float[] BandPower = new float[AudioSnapshot.BandCount];

    /// <summary>Mean square of all that is above 30 Hz, in counts².</summary>
    public float TotalPower;

    private readonly float[] _samples = new float[Board.HopFrames];
    private readonly float[] _odd = new float[Octaves];
    private readonly float[] _allPassed = new float[Octaves];
    private readonly float[] _upper = new float[Octaves];
    private readonly float[] _energy = new float[Octaves];
    private readonly float[] _lag = new float[Octaves];

    // How much of the energy of earlier hops stays: low octaves have too few samples a hop to judge by one.
    private static readonly float[] Memory = { 0f, 0f, 0f, 0f, 0.3f, 0.5f, 0.6f, 0.75f };

    /// <summary>Takes one hop of 256 frames of 4 bytes; the sample lies at <paramref name="slotOffset"/>, high byte first when <paramref name="swapped"/>.</summary>
    public void Split(byte[] hop, int slotOffset, bool swapped)
    {
        Decode(hop, slotOffset + (swapped ? 1 : 0), slotOffset + (swapped ? 0 : 1));
        float total = 0;
        int count = Board.HopFrames;
        for (int octave = 0; octave < Octaves; octave++)
        {
            total += SplitOctave(octave, count);
            count >>= 1;
        }

        TotalPower = total;
    }

    private void Decode(byte[] hop, int low, int high)
    {
        float[] samples = _samples;
        for (int i = 0; i < Board.HopFrames; i++)
        {
            samples[i] = (short)(hop[low] | (hop[high] << 8));
            low += 4;
            high += 4;
        }
    }

    private float SplitOctave(int octave, int count)
    {
        float[] samples = _samples;
        float odd = _odd[octave], passed = _allPassed[octave], before = _upper[octave], energy = 0, lag = 0;
        for (int i = 0; i < count; i += 2)
        {
            float even = samples[i], next = samples[i + 1];
            passed = (A * (next - passed)) + odd;
            odd = next;
            float upper = 0.5f * (passed - even);
            energy += upper * upper;
            lag += upper * before;
            before = upper;
            samples[i >> 1] = 0.5f * (passed + even);
        }

        _odd[octave] = odd;
        _allPassed[octave] = passed;
        _upper[octave] = before;
        float keep = Memory[octave], take = (1f - keep) * 2f / count;
        energy = _energy[octave] = (keep * _energy[octave]) + (take * energy);
        lag = _lag[octave] = (keep * _lag[octave]) + (take * lag);

        float share = 1f / (CosUpper - CosLower);
        int band = AudioSnapshot.BandCount - 2 - (2 * octave);
        BandPower[band] = Math.Max(0f, ((CosUpper * energy) - lag) * share);
        BandPower[band + 1] = Math.Max(0f, (lag - (CosLower * energy)) * share);
        return energy;
    }
}
