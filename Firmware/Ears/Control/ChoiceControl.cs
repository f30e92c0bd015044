namespace NanoFirmware.Control;

/// <summary>One of several names, stored as its index.</summary>
internal sealed class ChoiceControl : ControlSpec
{
    // Of more than so many, as patterns and palettes are, a list tells.
    private const int MostNamed = 8;

    private readonly string[] _choices;

    public ChoiceControl(string name, string[] choices, int initial)
        : base(name, initial) => _choices = choices;

    public override ControlKind Kind => ControlKind.Choice;

    public override int Max => _choices.Length - 1;

    public override string[] Choices => _choices;

    public override string Allowed => Max < MostNamed ? Named() : "a name or an index from 0 to " + Max.ToString();

    protected override ControlSpec Restarted(int initial) => new ChoiceControl(Name, _choices, initial);

    private string Named()
    {
        string names = _choices[0];
        for (int i = 1; i <= Max; i++)
        {
            names = names + (i < Max ? ", " : " or ") + _choices[i];
        }

        return names;
    }
}
