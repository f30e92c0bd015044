namespace NanoFirmware.Control;

/// <summary>What acts on both channels.</summary>
public sealed class MasterControls : ControlSet
{
    public const int BrightnessIndex = 0;
    public const int PowerIndex = 1;

    public MasterControls()
        : base(new[]
        {
            ControlSpec.Number("brightness", 0, 255, 255),
            ControlSpec.Switch("power", true),
        })
    {
    }

    /// <summary>Master brightness, 0–255; a channel's effective brightness is master × channel / 255.</summary>
    public int Brightness => Values[BrightnessIndex];

    /// <summary>False makes both strips black, whatever else is set.</summary>
    public bool Power => Values[PowerIndex] != 0;
}
