using System;

namespace NanoFirmware.Audio;

/// <summary>
/// Turns band powers into what patterns see: 0–255 on a curve, quick to rise, slow to fall, with peaks that linger.
/// </summary>
public sealed class BandDisplay
{
    // A curve has 256 fine steps of 4 below power 1024 and 256 coarse ones of 256 up to full scale.
    private const int FineEnd = 1024;
    private const int Coarse = 256;

    // What the bank lets through of a tone two octaves below, three, and four; half the amplitude for each octave more.
    // Taken off, generously, with the share of it that looks like the upper half of an octave.
    private const float GhostTwo = 0.009f;
    private const float GhostThree = 0.008f;
    private const float GhostFour = 0.0022f;
    private const float GhostPerOctave = 0.26f;
    private const float GhostCos = 0.3f;

    private const int Lowest = FilterBank.Octaves - 1;

    private const float Raise = -FilterBank.CosLower;

    // It changes with the sound, and an eighth of a second is soon enough; not in a hop that correlates (PeriodFinder).
    private const int TurnsPerTaken = 4;

    // Peaks fall 120 a second.
    private const int PeakFall = 2;

    // By preset: power^exponent is the height, and how much a band may fall in a hop. Half a kilobyte each: made when it is
    // chosen.
    private static readonly double[] Exponents = { 0.25, 0.35, 0.2 };
    private static readonly byte[][] Curves = new byte[Exponents.Length][];
    private static readonly int[] Falls = { 14, 40, 5 };

    private readonly float[] _taken = new float[FilterBank.Octaves];
    private readonly float[] _takenLags = new float[FilterBank.Octaves];
    private byte[] _curve = CurveOf(AudioControls.PresetNormal);
    private int _fall = Falls[AudioControls.PresetNormal];
    private int _untilTaken;

    /// <summary>Makes a preset's curve, on the thread that chooses the preset: no hop has to.</summary>
    public static void Prepare(int preset) => CurveOf(preset);

    /// <summary>Chooses curve and fall; an unknown preset is the normal one.</summary>
    public void Use(int preset)
    {
        int known = preset > 0 && preset < Exponents.Length ? preset : AudioControls.PresetNormal;
        _curve = CurveOf(known);
        _fall = Falls[known];
    }

    /// <summary>Shows the odd and the even octaves in turns, as the bank has them.</summary>
    /// <remarks>Compared before it is cast: a float above 2³¹ becomes 0 on the device.</remarks>
    /// <param name="bank">Has split the hop.</param>
    /// <param name="steady">The room's steady noise.</param>
    /// <param name="gain">Factor for powers.</param>
    /// <param name="whole">Power of the whole, after gain and without the noise.</param>
    /// <param name="snapshot">Is told.</param>
    public void Show(FilterBank bank, SteadyNoise steady, float gain, float whole, AudioSnapshot snapshot)
    {
        float[] energies = bank.Energy;
        float[] lags = bank.Lag;
        float[] taken = _taken;
        float[] takenLags = _takenLags;
        byte[] bands = snapshot.Bands;
        byte[] peaks = snapshot.Peaks;
        byte[] curve = _curve;
        int fall = 2 * _fall;
        float upperGain = gain * FilterBank.Share;
        int octave = bank.Turn;
        if (octave == 0 && --_untilTaken <= 0)
        {
            _untilTaken = TurnsPerTaken;
            FindTaken(energies, steady);
        }

        if (whole < FineEnd)
        {
            snapshot.Level = whole < 0f ? 0 : curve[(int)whole >> 2];
        }
        else
        {
            snapshot.Level = whole < GainControl.Full ? curve[Coarse + ((int)whole >> 8)] : 255;
        }

        for (int band = AudioSnapshot.BandCount - 1 - (octave + octave); band > 0; band -= 3)
        {
            float energy = energies[octave] - taken[octave];
            float lag = lags[octave] - takenLags[octave];
            if (energy < 0f)
            {
                energy = 0f;
                lag = 0f;
            }

            octave += 2;
            float light = upperGain * (lag + (Raise * energy));
            byte value;
            if (light < FineEnd)
            {
                value = light < 0f ? (byte)0 : curve[(int)light >> 2];
            }
            else
            {
                value = light < GainControl.Full ? curve[Coarse + ((int)light >> 8)] : (byte)255;
            }

            // A peak is no lower than its band and falls more slowly: what the falling band hides, it hides too.
            int least = bands[band] - fall;
            bands[band] = value < least ? (byte)least : value;
            least = peaks[band] - (2 * PeakFall);
            peaks[band] = value < least ? (byte)least : value;

            // Both halves together are the octave.
            band--;
            light = (gain * energy) - light;
            if (light < FineEnd)
            {
                value = light < 0f ? (byte)0 : curve[(int)light >> 2];
            }
            else
            {
                value = light < GainControl.Full ? curve[Coarse + ((int)light >> 8)] : (byte)255;
            }

            least = bands[band] - fall;
            bands[band] = value < least ? (byte)least : value;
            least = peaks[band] - (2 * PeakFall);
            peaks[band] = value < least ? (byte)least : value;
        }
    }

    // What each octave shows that is not its own: the room's steady noise, and what the bank lets through of lower octaves.
    private void FindTaken(float[] energies, SteadyNoise steady)
    {
        float[] taken = _taken;
        float[] takenLags = _takenLags;
        float[] steadies = steady.Energy;
        float[] steadyLags = steady.Lag;

        // Nothing lies two octaves below the two lowest ones.
        taken[Lowest] = steadies[Lowest];
        takenLags[Lowest] = steadyLags[Lowest];
        taken[Lowest - 1] = steadies[Lowest - 1];
        takenLags[Lowest - 1] = steadyLags[Lowest - 1];
        float two = energies[Lowest];
        float three = 0f;
        float far = 0f;
        float next = energies[Lowest - 1];
        for (int octave = Lowest - 2; octave >= 0; octave--)
        {
            float ghost = (GhostTwo * two) + (GhostThree * three) + far;
            taken[octave] = steadies[octave] + ghost;
            takenLags[octave] = steadyLags[octave] + (GhostCos * ghost);
            far = (GhostPerOctave * far) + (GhostFour * three);
            three = two;
            two = next;
            next = energies[octave];
        }
    }

    /// <summary>Shows bands that are ready to be shown; peaks fall as ever.</summary>
    public void Take(byte[] told, AudioSnapshot snapshot)
    {
        byte[] bands = snapshot.Bands;
        byte[] peaks = snapshot.Peaks;
        Array.Copy(told, 0, bands, 0, AudioSnapshot.BandCount);
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            int value = bands[band];
            int peak = peaks[band] - PeakFall;
            peaks[band] = (byte)(value > peak ? value : peak);
        }
    }

    /// <summary>Lets all bands and peaks fall, as in silence; false when nothing is left of them.</summary>
    public bool Fall(AudioSnapshot snapshot)
    {
        int left = 0;
        byte[] bands = snapshot.Bands;
        byte[] peaks = snapshot.Peaks;
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            int value = bands[band] - _fall;
            int peak = peaks[band] - PeakFall;
            bands[band] = (byte)(value < 0 ? 0 : value);
            peaks[band] = (byte)(peak < 0 ? 0 : peak);
            left |= bands[band] | peaks[band];
        }

        return left != 0;
    }

    private static byte[] CurveOf(int preset)
    {
        byte[] curve = Curves[preset];
        if (curve == null)
        {
            curve = MakeCurve(Exponents[preset]);
            Curves[preset] = curve;
        }

        return curve;
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
