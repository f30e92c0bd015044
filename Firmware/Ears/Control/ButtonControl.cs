namespace NanoFirmware.Control;

/// <summary>Something that true does; it is false whenever it is read.</summary>
internal sealed class ButtonControl : ControlSpec
{
    public ButtonControl(string name)
        : base(name, 0)
    {
    }

    public override ControlKind Kind => ControlKind.Button;

    public override int Max => 1;

    public override string Allowed => "a whole number from 0 to 1";

    protected override ControlSpec Restarted(int initial) => this;
}
