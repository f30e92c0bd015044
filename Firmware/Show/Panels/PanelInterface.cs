namespace NanoFirmware.Panels;

/// <summary>What panels are to whoever draws for them.</summary>
internal enum PanelInterface
{
    /// <summary>One picture without gaps, the channel's; what is set of single panels rests.</summary>
    Adjacent,

    /// <summary>The same with hidden columns between two.</summary>
    Gapped,

    /// <summary>Each panel for itself; where nothing is set it is dark.</summary>
    PerPanel,

    /// <summary>Panels for which something is set show it, the others the channel's picture.</summary>
    Mixed,
}
