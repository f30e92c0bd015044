using NanoFirmware.Control;

namespace NanoFirmware.Sensors;

/// <summary>What is made of one sensor's signal.</summary>
internal class SensorControls : ControlSet
{
    public const int OnIndex = 0;
    public const int ThresholdIndex = 1;
    public const int HysteresisIndex = 2;
    public const int HoldIndex = 3;
    public const int RefractoryIndex = 4;
    public const int PulseIndex = 5;

    /// <summary>Controls that every sensor has.</summary>
    public const int Count = 6;

    /// <summary>The longest pulse in µs.</summary>
    public const int LongestPulseUs = 60000;

    private const int UsPerMs = 1000;

    protected SensorControls(ControlSpec[] specs)
        : base(specs)
    {
    }

    /// <summary>Whose they are.</summary>
    public Sensor Owner;

    /// <summary>Whether the sensor is watched.</summary>
    public bool IsOn => Values[OnIndex] != 0;

    /// <summary>Time between two peaks, at least.</summary>
    public int RefractoryUs => Values[RefractoryIndex] * UsPerMs;

    /// <summary>How long the outline stays up.</summary>
    public int HoldUs => Values[HoldIndex] * UsPerMs;

    /// <inheritdoc/>
    public override string Conflict(int[] values) =>
        values[RefractoryIndex] * UsPerMs < values[PulseIndex]
            ? "refractoryMs must be at least as long as pulseUs, so that a pulse is over before the next peak: "
                + ((values[PulseIndex] + UsPerMs - 1) / UsPerMs).ToString() + " or more"
            : null;

    /// <inheritdoc/>
    public override void Prepare(int[] values, bool[] chosen, bool[] isStep)
    {
        if (chosen[OnIndex] && values[OnIndex] != 0)
        {
            Owner.MakeRoom();
        }
    }

    /// <inheritdoc/>
    protected override void Changed() => Owner.Attach(true);

    /// <summary>Fills in the controls that every sensor has.</summary>
    /// <param name="specs">At least <see cref="Count"/>.</param>
    /// <param name="greatest">The greatest threshold.</param>
    /// <param name="threshold">The threshold of a new device.</param>
    /// <param name="hysteresis">Its hysteresis.</param>
    protected static ControlSpec[] Fill(ControlSpec[] specs, int greatest, int threshold, int hysteresis)
    {
        specs[OnIndex] = ControlSpec.Switch("on", false);
        specs[ThresholdIndex] = ControlSpec.Number("threshold", 1, greatest, threshold);
        specs[HysteresisIndex] = ControlSpec.Number("hysteresis", 0, greatest, hysteresis);
        specs[HoldIndex] = ControlSpec.Number("holdMs", 0, 5000, 50);
        specs[RefractoryIndex] = ControlSpec.Number("refractoryMs", 0, 10000, 100);
        specs[PulseIndex] = ControlSpec.Number("pulseUs", 0, LongestPulseUs, 0);
        return specs;
    }
}
