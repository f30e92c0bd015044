namespace NanoFirmware.Live;

/// <summary>What a datagram of WLED's realtime protocol is.</summary>
internal enum WledKind
{
    /// <summary>None of it: another kind of WLED's datagrams, or not whole.</summary>
    None,

    /// <summary>Single pixels: index, red, green, blue.</summary>
    Warls,

    /// <summary>Pixels in a row, from the first or from a given one on.</summary>
    Row,

    /// <summary>No pixels; the sender is still there, or ends.</summary>
    KeepAlive,
}
