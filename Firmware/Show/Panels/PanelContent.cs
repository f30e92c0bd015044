namespace NanoFirmware.Panels;

/// <summary>What a panel shows of its own.</summary>
internal enum PanelContent
{
    /// <summary>The background, or black.</summary>
    Nothing,

    /// <summary>One colour all over.</summary>
    Colour,

    /// <summary>A picture that was sent.</summary>
    Pixels,

    /// <summary>A sprite, or a part of one that lies across several panels.</summary>
    Sprite,

    /// <summary>A pattern that runs on it.</summary>
    Pattern,
}
