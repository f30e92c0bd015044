using System;

namespace NanoFirmware.Audio;

/// <summary>Turns band powers into what patterns see: 0–255 on a curve, quick to rise, slow to fall, with peaks that linger.</summary>
public sealed class BandDisplay
{
    // A curve has 256 fine steps of 4 below power 1024 and 256 coarse ones of 256 up to full scale.
    private const int FineEnd = 1024;
    private const int Coarse = 256;

    // Peaks fall 120 a second.
    private const int PeakFall = 2;

    // By preset: power^exponent is the height, and how much a band may fall in a hop.
    private static readonly byte[][] Curves = { MakeCurve(0.25), MakeCurve(0.35), MakeCurve(0.2) };
    private static readonly int[] Falls = { 14, 40, 5 };

    private byte[] _curve = Curves[AudioControls.PresetNormal];
    private int _fall = Falls[AudioControls.PresetNormal];
    private int _hop;

    /// <summary>Chooses curve and fall; an unknown preset is the normal one.</summary>
    public void Use(int preset)
    {
        int known = preset > 0 && preset < Curves.Length ? preset : AudioControls.PresetNormal;
        _curve = Curves[known];
        _fall = Falls[known];
    }

    /// <summary>Shows the odd and the even octaves in turns.</summary>
    /// <remarks>Compared before it is cast: a float above 2³¹ becomes 0 on the device.</remarks>
    public void Show(FilterBank bank, float gain, AudioSnapshot snapshot)
    {
        float[] energies = bank.Energy, lags = bank.Lag;
        byte[] bands = snapshot.Bands, peaks = snapshot.Peaks, curve = _curve;
        int fall = 2 * _fall;
        float upperGain = gain * FilterBank.Share, lowerGain = upperGain * FilterBank.CosUpper;
        float raise = -FilterBank.CosLower;
        int octave = _hop ^= 1;
        for (int band = AudioSnapshot.BandCount - 1 - (octave + octave); band > 0; band -= 3)
        {
            float energy = energies[octave], lag = lags[octave];
            octave += 2;
            float light = upperGain * (lag + (raise * energy));
            int value = light < FineEnd ? (light < 0f ? 0 : curve[(int)light >> 2]) : light < GainControl.Full ? curve[Coarse + ((int)light >> 8)] : 255;
            int least = bands[band] - fall;
            if (value < least)
            {
                value = least;
            }

            bands[band] = (byte)value;
            least = peaks[band] - (2 * PeakFall);
            if (value < least)
            {
                value = least;
            }

            peaks[band] = (byte)value;

            band--;
            light = (lowerGain * energy) - (upperGain * lag);
            value = light < FineEnd ? (light < 0f ? 0 : curve[(int)light >> 2]) : light < GainControl.Full ? curve[Coarse + ((int)light >> 8)] : 255;
            least = bands[band] - fall;
            if (value < least)
            {
                value = least;
            }

            bands[band] = (byte)value;
            least = peaks[band] - (2 * PeakFall);
            if (value < least)
            {
                value = least;
            }

            peaks[band] = (byte)value;
        }
    }

    /// <summary>Height of a power, 0–255.</summary>
    public int Height(float power) =>
        power >= GainControl.Full ? 255 : power < FineEnd ? _curve[(int)power >> 2] : _curve[Coarse + ((int)power >> 8)];

    /// <summary>Lets all bands and peaks fall, as in silence.</summary>
    public void Fall(AudioSnapshot snapshot)
    {
        byte[] bands = snapshot.Bands, peaks = snapshot.Peaks;
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            int value = bands[band] - _fall, peak = peaks[band] - PeakFall;
            bands[band] = (byte)(value < 0 ? 0 : value);
            peaks[band] = (byte)(peak < 0 ? 0 : peak);
        }
    }

    private static byte[] MakeCurve(double exponent)
    {
        byte[] curve = new byte[512];
        for (int i = 1; i < 256; i++)
        {
            curve[i] = (byte)(255 * Math.Pow(i * 4 / (double)GainControl.Full, exponent));
            curve[Coarse + i] = (byte)(255 * Math.Pow(i * 256 / (double)GainControl.Full, exponent));
        }

        return curve;
    }
}
