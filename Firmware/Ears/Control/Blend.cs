namespace NanoFirmware.Control;

/// <summary>
/// How something is put over what is there, component by component, 0–255; what is not drawn changes nothing in any of
/// them.
/// </summary>
public enum Blend
{
    /// <summary>It takes the other's place.</summary>
    Opaque,

    /// <summary>Light upon light: the sum, at most 255.</summary>
    Add,

    /// <summary>The brighter of both.</summary>
    Max,

    /// <summary>As two projectors on one screen: 255 − (255 − a)(255 − b) / 255.</summary>
    Screen,

    /// <summary>As light through a filter: ab / 255.</summary>
    Multiply,
}
