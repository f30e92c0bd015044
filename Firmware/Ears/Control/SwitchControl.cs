namespace NanoFirmware.Control;

/// <summary>True or false, stored as 1 or 0.</summary>
internal sealed class SwitchControl : ControlSpec
{
    public SwitchControl(string name, int initial)
        : base(name, initial)
    {
    }

    public override ControlKind Kind => ControlKind.Switch;

    public override int Max => 1;

    public override string Allowed => "true or false";

    protected override ControlSpec Restarted(int initial) => new SwitchControl(Name, initial);
}
