namespace NanoFirmware.Control;

/// <summary>
/// One thing that can be set: its name, its kind and what is allowed. A device has many: each kind keeps what it needs and no
/// more.
/// </summary>
public abstract class ControlSpec
{
    protected ControlSpec(string name, int initial)
    {
        Name = name;
        Initial = initial;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ControlSpec Number(string name, int min, int max, int initial) =>
        new NumberControl(name, min, max, initial);

    /// <summary>True or false; stored as 1 or 0.</summary>
    public static ControlSpec Switch(string name, bool initial) => new SwitchControl(name, initial ? 1 : 0);

    /// <summary>Something that true does; it is false whenever it is read.</summary>
    public static ControlSpec Button(string name) => new ButtonControl(name);

    /// <summary>One of <paramref name="choices"/>, given by name or index; stored as the index.</summary>
    public static ControlSpec Choice(string name, string[] choices, int initial) => new ChoiceControl(name, choices, initial);

    /// <summary>Red, green, blue as RRGGBB; stored as one number.</summary>
    public static ControlSpec Colour(string name, int initial) => new ColourControl(name, initial);

    /// <summary>The same control with another value after a factory reset.</summary>
    public ControlSpec StartingAt(int initial) => initial == Initial ? this : Restarted(initial);

    /// <summary>Name in the REST API, lower case.</summary>
    public readonly string Name;

    /// <summary>Value after a factory reset.</summary>
    public readonly int Initial;

    public abstract ControlKind Kind { get; }

    /// <summary>Least value allowed.</summary>
    public virtual int Min => 0;

    /// <summary>Greatest value allowed.</summary>
    public abstract int Max { get; }

    /// <summary>Names by index for a choice, else null.</summary>
    public virtual string[] Choices => null;

    /// <summary>What a request may say, as the end of a sentence that starts with the control's name.</summary>
    public abstract string Allowed { get; }

    /// <summary>
    /// Where <paramref name="by"/> steps from <paramref name="now"/> lead: a number stops at its ends, choices go round, and so
    /// does a switch, which one step turns over.
    /// </summary>
    public virtual int Moved(int now, int by)
    {
        int count = Max + 1;
        return (now + (by % count) + count) % count;
    }

    /// <summary>Index of the choice with that name, case ignored, or −1.</summary>
    public int IndexOfChoice(string name)
    {
        string[] choices = Choices;
        string wanted = name.ToLower();
        for (int i = 0; i < choices.Length; i++)
        {
            if (choices[i].ToLower() == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Its like with that initial value.</summary>
    protected abstract ControlSpec Restarted(int initial);
}
