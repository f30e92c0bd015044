using System;

namespace NanoFirmware.Audio;

/// <summary>
/// Tells kicks, snares and hats apart by where the power of what began lies, and weighs an onset by how loud it is.
/// </summary>
public sealed class OnsetClassifier
{
    // A kick's click reaches up and a bass is played with it: from a quarter of all power on it is one, unless more lies above.
    private const float KickShare = 0.25f;
    private const float KickOverHigh = 1.5f;

    // Of a snare there is a body below; a hat has none, or is 10 dB softer than what else is struck.
    private const float BareShare = 0.93f;
    private const float HatShare = 0.8f;
    private const float SoftShare = 0.1f;

    // It stands out of silence as far as a kick, and nobody takes it for one.
    private const float HatWeight = 0.7f;

    // What was struck loudest is forgotten a little with each onset.
    private const float LoudestKept = 0.95f;

    private const int Strongest = 255;

    private float _loudest = 1f;

    /// <summary>Tells <paramref name="snapshot"/> what an onset is, and how strong beside the loudest of late.</summary>
    /// <param name="rises">What power came above, in the middle and below, as <see cref="NoveltyMeter.Rises"/> has it.</param>
    /// <param name="strength">How far the onset stands out, 1–255.</param>
    /// <param name="snapshot">Takes both.</param>
    public void Weigh(float[] rises, int strength, AudioSnapshot snapshot)
    {
        float high = rises[0];
        float low = rises[2];
        float all = low + rises[1] + high;
        OnsetKind kind = OnsetKind.Kick;
        _loudest *= LoudestKept;
        _loudest = _loudest < 1f ? 1f : _loudest;
        _loudest = all > _loudest ? all : _loudest;
        float loudness = all / _loudest;
        if (low < KickShare * all || KickOverHigh * low < high)
        {
            bool isHat = high >= BareShare * all || (high >= HatShare * all && loudness < SoftShare);
            kind = isHat ? OnsetKind.Hat : OnsetKind.Snare;
        }

        // Loudness as it is heard: the fourth root of power, as the bands are shown.
        float weight = kind == OnsetKind.Hat ? HatWeight * strength : strength;
        int weighed = (int)(weight * Math.Sqrt(Math.Sqrt(loudness)));
        weighed = weighed < 1 ? 1 : weighed;
        snapshot.OnsetStrength = weighed > Strongest ? Strongest : weighed;
        snapshot.OnsetKind = kind;
    }
}
