using NanoFirmware.Audio;

namespace NanoFirmware.Bench.Walks;

/// <summary>Sound by seed: silence, songs whose beat is known or not, and storms of onsets, as loud as can be.</summary>
internal sealed class SeededSound(Random random)
{
    private const int Trusted = 200;
    private const int LoudFrames = 3;

    private bool _isStorm;
    private int _period = 30;
    private int _frame;

    internal bool IsSilent { get; private set; }

    internal void Choose()
    {
        IsSilent = random.Next(4) == 0;
        _isStorm = random.Next(3) == 0;
        _period = _isStorm ? random.Next(3, 20) : random.Next(20, 61);
        _frame = 0;
    }

    internal void Hush() => IsSilent = true;

    /// <summary>Writes what the next hop sounds like.</summary>
    internal void Sound(AudioSnapshot heard)
    {
        bool isBeat = !IsSilent && _frame % _period == 0;
        heard.Onset = isBeat || (!IsSilent && random.Next(25) == 0);
        heard.OnsetStrength = heard.Onset ? random.Next(20, 256) : 0;
        heard.Beat = isBeat;
        heard.Confidence = IsSilent || _isStorm ? 0 : Trusted;
        heard.Bpm10 = IsSilent || _isStorm ? 0 : Math.Clamp(36000 / _period, 600, 1800);
        heard.BeatPhase = _frame % _period * 256 / _period;
        heard.Level = Next(heard.Level, isBeat);
        for (int band = 0; band < AudioSnapshot.BandCount; band++)
        {
            heard.Bands[band] = (byte)Next(heard.Bands[band], isBeat);
            heard.Peaks[band] = Math.Max(heard.Bands[band], (byte)Math.Max(0, heard.Peaks[band] - 2));
        }

        _frame++;
    }

    private int Next(int level, bool isBeat)
    {
        if (isBeat)
        {
            return 255;
        }

        int fallen = Math.Max(0, level - (_isStorm && _frame % _period >= LoudFrames ? 255 : 14));
        return IsSilent ? fallen : Math.Max(fallen, random.Next(_isStorm ? 10 : 120));
    }
}
