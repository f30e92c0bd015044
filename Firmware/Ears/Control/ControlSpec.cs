namespace NanoFirmware.Control;

/// <summary>One thing that can be set: its name, its kind and what is allowed.</summary>
public sealed class ControlSpec
{
    private ControlSpec(string name, ControlKind kind, int min, int max, int initial, string[] choices)
    {
        Name = name;
        Kind = kind;
        Min = min;
        Max = max;
        Initial = initial;
        Choices = choices;
    }

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>.</summary>
    public static ControlSpec Number(string name, int min, int max, int initial) =>
        new ControlSpec(name, ControlKind.Number, min, max, initial, null);

    /// <summary>True or false; stored as 1 or 0.</summary>
    public static ControlSpec Switch(string name, bool initial) =>
        new ControlSpec(name, ControlKind.Switch, 0, 1, initial ? 1 : 0, null);

    /// <summary>Something that true does; it is false whenever it is read.</summary>
    public static ControlSpec Button(string name) => new ControlSpec(name, ControlKind.Button, 0, 1, 0, null);

    /// <summary>One of <paramref name="choices"/>, given by name or index; stored as the index.</summary>
    public static ControlSpec Choice(string name, string[] choices, int initial) =>
        new ControlSpec(name, ControlKind.Choice, 0, choices.Length - 1, initial, choices);

    /// <summary>The same control with another value after a factory reset.</summary>
    public ControlSpec StartingAt(int initial) =>
        initial == Initial ? this : new ControlSpec(Name, Kind, Min, Max, initial, Choices);

    /// <summary>Name in the REST API, lower case.</summary>
    public readonly string Name;

    public readonly ControlKind Kind;

    /// <summary>Least value allowed.</summary>
    public readonly int Min;

    /// <summary>Greatest value allowed.</summary>
    public readonly int Max;

    /// <summary>Value after a factory reset.</summary>
    public readonly int Initial;

    /// <summary>Names by index for a choice, else null.</summary>
    public readonly string[] Choices;

    /// <summary>What a request may say, as the end of a sentence that starts with the control's name.</summary>
    public string Allowed => Kind switch
    {
        ControlKind.Switch => "true or false",
        ControlKind.Choice => "a name or an index from 0 to " + Max.ToString(),
        _ => "a whole number from " + Min.ToString() + " to " + Max.ToString(),
    };

    /// <summary>
    /// Where <paramref name="by"/> steps from <paramref name="now"/> lead: a number stops at its ends, choices go round, and so
    /// does a switch, which one step turns over.
    /// </summary>
    public int Moved(int now, int by)
    {
        if (Kind != ControlKind.Number)
        {
            int count = Max + 1;
            return (now + (by % count) + count) % count;
        }

        // In 64 bits: a step of any size stops at the end.
        long value = (long)now + by;
        if (value < Min)
        {
            return Min;
        }

        return value > Max ? Max : (int)value;
    }

    /// <summary>Index of the choice with that name, case ignored, or −1.</summary>
    public int IndexOfChoice(string name)
    {
        string wanted = name.ToLower();
        for (int i = 0; i < Choices.Length; i++)
        {
            if (Choices[i].ToLower() == wanted)
            {
                return i;
            }
        }

        return -1;
    }
}
