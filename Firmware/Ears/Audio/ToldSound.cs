using System;

namespace NanoFirmware.Audio;

/// <summary>What another device hears and tells: it takes the place of the filter bank's analysis while it is alive.</summary>
public sealed class ToldSound
{
    // Senders tell 43 to 60 times a second; after 0.1 s without a word nothing is heard.
    private const int StaleHops = 6;

    // A band is the fourth root of its power, as our own are shown: 255 is full scale, 2^29 counts².
    private const float PowerOfOne = 0.127f;

    // Bands of each octave of ours, lowest first, by WLED's table of frequencies (43 Hz to 9.3 kHz): behind the last one of each.
    private static readonly int[] Ends = { 1, 2, 3, 5, 7, 10, 13, AudioSnapshot.BandCount };

    /// <summary>16 bands, 0–255, as the sender shows them.</summary>
    public readonly byte[] Bands = new byte[AudioSnapshot.BandCount];

    /// <summary>Loudness, 0–255.</summary>
    public int Level;

    /// <summary>Whether somebody tells; set by whoever receives.</summary>
    public bool IsAlive;

    private int _age;
    private bool _isPeak;
    private bool _wasPeak;

    /// <summary>Takes what was told: sixteen bytes of <paramref name="packet"/> from <paramref name="bandsAt"/> on.</summary>
    /// <param name="packet">Holds the bands, lowest first.</param>
    /// <param name="bandsAt">Where.</param>
    /// <param name="level">Loudness, 0–255.</param>
    /// <param name="isPeak">Whether the sender shows a peak; the first of several is the one that counts.</param>
    public void Tell(byte[] packet, int bandsAt, int level, bool isPeak)
    {
        Array.Copy(packet, bandsAt, Bands, 0, AudioSnapshot.BandCount);
        Level = level;
        _isPeak = _isPeak || (isPeak && !_wasPeak);
        _wasPeak = isPeak;
        _age = 0;
    }

    /// <summary>Begins the next hop; true when a peak began since the one before.</summary>
    public bool NextHop()
    {
        if (_age++ == StaleHops)
        {
            Array.Clear(Bands, 0, AudioSnapshot.BandCount);
            Level = 0;
        }

        bool isPeak = _isPeak;
        _isPeak = false;
        return isPeak;
    }

    /// <summary>Fills the mean squares of <see cref="FilterBank.Octaves"/> octaves, in counts², highest first.</summary>
    public void FillEnergies(float[] energies)
    {
        byte[] bands = Bands;
        int[] ends = Ends;
        int band = 0;
        for (int octave = 0; octave < FilterBank.Octaves; octave++)
        {
            float sum = 0f;
            for (int end = ends[octave]; band < end; band++)
            {
                float square = bands[band] * bands[band];
                sum += square * square;
            }

            energies[FilterBank.Octaves - 1 - octave] = sum * PowerOfOne;
        }
    }
}
