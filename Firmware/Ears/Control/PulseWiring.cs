namespace NanoFirmware.Control;

/// <summary>The output of exact pulses, if there is one.</summary>
internal sealed class PulseWiring : ControlSet
{
    public const int PinIndex = 0;

    /// <summary>There is none.</summary>
    public const int None = -1;

    public PulseWiring()
        : base(new[] { ControlSpec.Number("pin", None, Pins.Highest, None) })
    {
    }

    /// <summary>The same values, to be changed on their own.</summary>
    public PulseWiring(PulseWiring other)
        : base(other)
    {
    }

    /// <summary>Its GPIO, or <see cref="None"/>.</summary>
    public int Pin => Values[PinIndex];

    public bool IsOn => Pin != None;
}
