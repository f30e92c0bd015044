using NanoFirmware.Control;

namespace NanoFirmware.Audio;

/// <summary>What the user may set about the ears. The audio thread reads each once a hop.</summary>
public sealed class AudioControls : ControlSet
{
    public const int GainIndex = 0;
    public const int SquelchIndex = 1;
    public const int PresetIndex = 2;
    public const int LatencyIndex = 3;
    public const int LearnIndex = 4;

    public const int PresetNormal = 0;
    public const int PresetVivid = 1;
    public const int PresetCalm = 2;

    public const int LatencyMsMax = 100;

    private static readonly string[] Presets = { "normal", "vivid", "calm" };

    public AudioControls()
        : base(new[]
        {
            ControlSpec.Number("gain", 0, 65535, 0),
            ControlSpec.Number("squelch", 0, 255, 0),
            ControlSpec.Choice("preset", Presets, PresetNormal),
            ControlSpec.Number("latency", -LatencyMsMax, LatencyMsMax, 0),
            ControlSpec.Button("learn"),
        })
    {
    }

    /// <summary>How often somebody asked to take what sounds now for the room's noise.</summary>
    public int LearnAsked;

    /// <summary>Manual gain in 8.8 fixed point, 1 to 65535 (256 is 1); 0 lets the gain control choose.</summary>
    public int Gain => Values[GainIndex];

    /// <summary>0 gates nothing but the microphone's own noise, 255 gates everything below −20 dBFS.</summary>
    public int Squelch => Values[SquelchIndex];

    /// <summary>
    /// How bands rise, fall and contrast: <see cref="PresetNormal"/>, <see cref="PresetVivid"/> or <see cref="PresetCalm"/>.
    /// </summary>
    public int Preset => Values[PresetIndex];

    // A curve is half a kilobyte of new memory and 512 powers: no hop has the time.
    public override void Prepare(int[] values, bool[] chosen, bool[] isStep)
    {
        if (chosen[PresetIndex])
        {
            bool isMove = isStep != null && isStep[PresetIndex];
            BandDisplay.Prepare(isMove ? Controls[PresetIndex].Moved(Preset, values[PresetIndex]) : values[PresetIndex]);
        }
    }

    // To learn is something done, not something that is: it is back at false at once.
    protected override void Complete(int[] values, bool[] chosen)
    {
        LearnAsked += values[LearnIndex];
        values[LearnIndex] = 0;
    }
}
