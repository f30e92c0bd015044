namespace NanoFirmware.Control;

/// <summary>What a control's number stands for.</summary>
public enum ControlKind
{
    /// <summary>Itself.</summary>
    Number,

    /// <summary>1 for true, 0 for false.</summary>
    Switch,

    /// <summary>The index of a name.</summary>
    Choice,

    /// <summary>Something done once: 1 does it, and it is 0 again at once.</summary>
    Button,

    /// <summary>Red, green, blue, eight bits each.</summary>
    Colour,
}
