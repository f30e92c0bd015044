namespace NanoFirmware.Control;

/// <summary>A whole number within bounds.</summary>
internal sealed class NumberControl : ControlSpec
{
    private readonly int _min;
    private readonly int _max;

    public NumberControl(string name, int min, int max, int initial)
        : base(name, initial)
    {
        _min = min;
        _max = max;
    }

    public override ControlKind Kind => ControlKind.Number;

    public override int Min => _min;

    public override int Max => _max;

    public override string Allowed => "a whole number from " + _min.ToString() + " to " + _max.ToString();

    // In 64 bits: a step of any size stops at the end.
    public override int Moved(int now, int by)
    {
        long value = (long)now + by;
        if (value < _min)
        {
            return _min;
        }

        return value > _max ? _max : (int)value;
    }

    protected override ControlSpec Restarted(int initial) => new NumberControl(Name, _min, _max, initial);
}
