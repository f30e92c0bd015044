namespace NanoFirmware.Panels;

/// <summary>How a panel comes to show what it shows.</summary>
internal enum PanelEffect
{
    /// <summary>At once.</summary>
    None,

    /// <summary>Out of the dark.</summary>
    FadeIn,

    /// <summary>Into the dark, where it stays.</summary>
    FadeOut,

    /// <summary>On and off, each for the time of the transition, until something else is set.</summary>
    Blink,

    /// <summary>Line by line over what was there, along the panel's strip.</summary>
    Wipe,

    /// <summary>As a card is turned: what was there closes from both sides, what comes opens from the middle.</summary>
    Flip,
}
