namespace NanoFirmware.Audio;

/// <summary>What the user may set about the ears: ints that a request stores and the audio thread reads once a hop.</summary>
public sealed class AudioControls
{
    public const int PresetNormal = 0;
    public const int PresetVivid = 1;
    public const int PresetCalm = 2;

    public const int LatencyMsMax = 100;

    /// <summary>Manual gain in 8.8 fixed point, 16 to 65535 (256 is 1); 0 lets the gain control choose.</summary>
    public int Gain;

    /// <summary>0 gates nothing but the microphone's own noise, 255 gates everything below −20 dBFS.</summary>
    public int Squelch;

    /// <summary>How bands rise, fall and contrast: <see cref="PresetNormal"/>, <see cref="PresetVivid"/> or <see cref="PresetCalm"/>.</summary>
    public int Preset;

    /// <summary>−100…+100 ms: how much later than the microphone hears it the beat is shown; negative shows it earlier.</summary>
    public int LatencyMs;
}
