namespace NanoFirmware.Control;

/// <summary>Red, green, blue, stored as one number.</summary>
internal sealed class ColourControl : ControlSpec
{
    private const int White = 0xFFFFFF;

    public ColourControl(string name, int initial)
        : base(name, initial)
    {
    }

    public override ControlKind Kind => ControlKind.Colour;

    public override int Max => White;

    public override string Allowed => "a colour as RRGGBB";

    protected override ControlSpec Restarted(int initial) => new ColourControl(Name, initial);
}
