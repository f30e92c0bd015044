using System.Numerics;

namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// How much of the spectrum is new in a hop: the summed rises of 64 bands, a semitone or more wide, on a logarithmic scale.
/// </summary>
internal sealed class NoveltyCurve
{
    private const int Length = 512;
    private const int Bands = 64;
    private const double LowestHz = 55;
    private const double HighestHz = 7000;

    // Sounds 60 dB below full scale count half as much, on the logarithmic scale, as they could.
    private const double Compression = 1000;

    private readonly Fourier _fourier = new(Length);
    private readonly double[] _samples = new double[Length];
    private readonly double[] _hann = new double[Length];
    private readonly Complex[] _spectrum = new Complex[Length];
    private readonly double[] _before = new double[Bands];
    private readonly (int First, int Last)[] _bins = new (int, int)[Bands];

    internal NoveltyCurve()
    {
        for (int i = 0; i < Length; i++)
        {
            _hann[i] = 0.5 - 0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / Length);
        }

        for (int band = 0; band < Bands; band++)
        {
            double hz = LowestHz * Math.Pow(HighestHz / LowestHz, (double)band / Bands);
            double nextHz = LowestHz * Math.Pow(HighestHz / LowestHz, (band + 1.0) / Bands);
            int first = (int)Math.Round(hz * Length / Hearing.SampleRateHz);
            _bins[band] = (first, Math.Max(first, (int)Math.Round(nextHz * Length / Hearing.SampleRateHz) - 1));
        }
    }

    /// <summary>Novelty of the next hop, 0 and above.</summary>
    internal double Next(ReadOnlySpan<short> hop)
    {
        _samples.AsSpan(hop.Length).CopyTo(_samples);
        for (int i = 0; i < hop.Length; i++)
        {
            _samples[Length - hop.Length + i] = hop[i] / 32768.0;
        }

        for (int i = 0; i < Length; i++)
        {
            _spectrum[i] = _samples[i] * _hann[i];
        }

        _fourier.Transform(_spectrum);
        double novelty = 0;
        for (int band = 0; band < Bands; band++)
        {
            double level = Math.Log(1 + Compression * Magnitude(_bins[band]));
            novelty += Math.Max(0, level - _before[band]);
            _before[band] = level;
        }

        return novelty;
    }

    private double Magnitude((int First, int Last) bins)
    {
        double power = 0;
        for (int bin = bins.First; bin <= bins.Last; bin++)
        {
            power += _spectrum[bin].Real * _spectrum[bin].Real + _spectrum[bin].Imaginary * _spectrum[bin].Imaginary;
        }

        // A full-scale sine comes to 1.
        return Math.Sqrt(power) * 4 / Length;
    }
}
