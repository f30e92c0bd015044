namespace NanoFirmware.Audio;

/// <summary>What an onset sounds like, by where most of what began lies.</summary>
public enum OnsetKind
{
    /// <summary>There was no onset yet.</summary>
    None,

    /// <summary>Below 240 Hz: a kick, a bass.</summary>
    Kick,

    /// <summary>From 240 Hz to 1.9 kHz, or there and above: a snare, a clap, a chord.</summary>
    Snare,

    /// <summary>Above 1.9 kHz: a hat, a shaker.</summary>
    Hat,
}
